import { splitRows } from '../runner/turn-back';
import type { LedgerDatabase } from '../store/database';
import type { JournalRow } from '../store/rows';

export async function journalOf(db: LedgerDatabase, runId: string): Promise<JournalRow[]> {
  return db.journal
    .where('[runId+seq]')
    .between([runId, 0], [runId, Number.POSITIVE_INFINITY])
    .toArray();
}

/** What a plan that is shown would write: not what its run has written before it waited. */
export async function shownRows(db: LedgerDatabase, runId: string): Promise<JournalRow[]> {
  const rows = await journalOf(db, runId);
  const run = await db.runs.get(runId);
  return run?.status === 'preview' ? splitRows(rows).left : rows;
}
