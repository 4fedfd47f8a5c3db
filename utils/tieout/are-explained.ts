import type { Cents } from '../ledger/cents';
import type { LedgerRecord } from '../ledger/entities';
import type { PlainDate } from '../ledger/plain-date';
import { leftOutByClient } from './future-dated';
import { restByClient } from './rests';

/**
 * Do the open documents of each client of one side add up to what its system says he owes, but for
 * those dated after today where the system leaves all of them out?
 */
export function areExplained(
  records: Iterable<LedgerRecord>,
  byClient: ReadonlyMap<string, Cents>,
  today: PlainDate,
): boolean {
  const all = [...records];
  const unread = new Set<string>();
  for (const record of all) {
    if (record.kind === 'foreign' && record.unread) unread.add(record.clientId);
  }
  const rest = restByClient(all, byClient);
  const leftOut = leftOutByClient(all, rest, today);
  return [...rest].every(
    ([clientId, cents]) => unread.has(clientId) || cents === (leftOut.get(clientId) ?? 0),
  );
}
