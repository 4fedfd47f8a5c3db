import type { Cents } from '../ledger/cents';
import type { LedgerRecord } from '../ledger/entities';

/** Do the open documents of each client of one side add up to what its system says he owes? */
export function areExplained(
  records: Iterable<LedgerRecord>,
  byClient: ReadonlyMap<string, Cents>,
): boolean {
  const left = new Map<string, number>(byClient);
  const unread = new Set<string>();
  for (const record of records) {
    if (record.kind === 'client') continue;
    if (record.kind === 'foreign' && record.unread) unread.add(record.clientId);
    left.set(record.clientId, (left.get(record.clientId) ?? 0) - openOf(record));
  }
  return [...left].every(([clientId, cents]) => cents === 0 || unread.has(clientId));
}

function openOf(record: Exclude<LedgerRecord, { kind: 'client' }>): number {
  switch (record.kind) {
    case 'invoice':
      return record.balanceCents;
    case 'payment':
      return -record.unappliedCents;
    case 'foreign':
      return record.openCents;
  }
}
