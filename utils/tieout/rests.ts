import type { Cents } from '../ledger/cents';
import type { LedgerRecord } from '../ledger/entities';

/** By client of one side: what its system says he owes, less what his open documents make. */
export function restByClient(
  records: Iterable<LedgerRecord>,
  byClient: ReadonlyMap<string, Cents>,
): ReadonlyMap<string, number> {
  const rest = new Map<string, number>(byClient);
  for (const record of records) {
    if (record.kind === 'client') continue;
    rest.set(record.clientId, (rest.get(record.clientId) ?? 0) - openOf(record));
  }
  return rest;
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
