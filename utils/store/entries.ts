import type { LedgerDatabase } from './database';
import { soundRows } from './kept-rows';
import type { EntryRecord } from './rows';

const UNSOLVED: readonly EntryRecord['status'][] = ['failed', 'conflict', 'skipped'];

/** The last word on each document that did not go well and was not mended since. */
export async function openEntries(db: LedgerDatabase, pairId: string): Promise<EntryRecord[]> {
  return db.entries
    .where('status')
    .anyOf(UNSOLVED)
    .filter((entry) => !entry.superseded && entry.pairId === pairId)
    .toArray();
}

/** Of those that can be read, what a person has not removed from the sync. Not within a transaction. */
export async function unsolvedEntries(
  db: LedgerDatabase,
  pairId: string,
  at: string,
): Promise<EntryRecord[]> {
  const ignored = new Set(
    (await db.ignores.where('pairId').equals(pairId).toArray()).map((row) => row.recordKey),
  );
  const open = await soundRows(db, 'entries', await openEntries(db, pairId), at);
  return open.filter((entry) => !ignored.has(entry.recordKey));
}
