/** What a run was to do, and what became of it. */
import type { LedgerDatabase } from './database';
import { soundRows } from './kept-rows';
import type { JournalRow } from './rows';

/** All rows of a run that can be read, in their order. Not within a transaction. */
export async function journalOf(
  db: LedgerDatabase,
  runId: string,
  at: string,
): Promise<JournalRow[]> {
  const rows = await db.journal
    .where('[runId+seq]')
    .between([runId, 0], [runId, Number.POSITIVE_INFINITY])
    .toArray();
  return soundRows(db, 'journal', rows, at);
}

const LEFT: readonly JournalRow['state'][] = ['planned', 'pending', 'sent'];

/** Of a run what is still to be done. Not within a transaction. */
export async function leftOf(db: LedgerDatabase, runId: string, at: string): Promise<JournalRow[]> {
  const rows = await db.journal
    .where('[runId+state]')
    .anyOf(LEFT.map((state) => [runId, state]))
    .toArray();
  return soundRows(db, 'journal', rows, at);
}

/** Of a run what it has done. Not within a transaction. */
export async function doneBy(db: LedgerDatabase, runId: string, at: string): Promise<JournalRow[]> {
  const rows = await db.journal.where('[runId+state]').equals([runId, 'done']).toArray();
  return soundRows(db, 'journal', rows, at);
}
