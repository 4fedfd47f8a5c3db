import { splitRows } from '../runner/turn-back';
import { journalOf } from '../store/journal';
import type { JournalRow } from '../store/rows';
import type { Desk } from './desk';

/** What a plan that is shown would write: not what its run has written before it waited. */
export async function shownRows(
  { db, now }: Pick<Desk, 'db' | 'now'>,
  runId: string,
): Promise<JournalRow[]> {
  const rows = await journalOf(db, runId, now().toISOString());
  const run = await db.runs.get(runId);
  return run?.status === 'preview' ? splitRows(rows).left : rows;
}
