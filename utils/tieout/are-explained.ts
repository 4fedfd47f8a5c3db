import type { Cents } from '../ledger/cents';
import type { LedgerRecord } from '../ledger/entities';
import type { PlainDate } from '../ledger/plain-date';
import { futureEffects, possibleTodays } from './future-dated';

/**
 * Do the open documents of each client of one side add up to what its system says he owes, with or
 * without those dated after today?
 */
export function areExplained(
  records: Iterable<LedgerRecord>,
  byClient: ReadonlyMap<string, Cents>,
  today: PlainDate,
): boolean {
  const all = [...records];
  const left = new Map<string, number>(byClient);
  const unread = new Set<string>();
  for (const record of all) {
    if (record.kind === 'client') continue;
    if (record.kind === 'foreign' && record.unread) unread.add(record.clientId);
    left.set(record.clientId, (left.get(record.clientId) ?? 0) - openOf(record));
  }
  const future = possibleTodays(today).map((day) => futureEffects(all, day));
  return [...left].every(
    ([clientId, cents]) =>
      cents === 0 ||
      unread.has(clientId) ||
      future.some((effects) => effects.get(clientId) === -cents),
  );
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
