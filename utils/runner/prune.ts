/**
 * The journal is kept for an undo. After the time for that it goes, with what was held; the history,
 * and the run in numbers, stay.
 */
import type { LedgerDatabase } from '../store/database';
import type { RunRecord } from '../store/rows';

/** So long a run can be undone. */
export const UNDO_DAYS = 90;

const DAY_MS = 86_400_000;
/** So many runs at a time: the next run goes on with it. */
const RUNS_AT_ONCE = 20;

/**
 * Takes away the journals of runs that are long over. The last run's stays, however old it is, and so
 * do those of an undo and of the run that it took back: they tell what must not be carried again unseen.
 */
export async function pruneJournals(db: LedgerDatabase, pairId: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - UNDO_DAYS * DAY_MS).toISOString();
  const last = await db.runs.orderBy('startedAt').last();
  const isOver = ({ id, endedAt, undoOf, undone, isPruned }: RunRecord) =>
    endedAt !== null && endedAt < before && !isPruned && !undoOf && !undone && id !== last?.id;
  const old = await db.runs.where('startedAt').below(before).filter(isOver).toArray();
  const due = old.filter((run) => run.pairId === pairId).slice(0, RUNS_AT_ONCE);
  for (const { id } of due) {
    await db.transaction('rw', db.runs, db.journal, db.held, async () => {
      await db.journal
        .where('[runId+seq]')
        .between([id, 0], [id, Number.POSITIVE_INFINITY])
        .delete();
      await db.held.delete(id);
      await db.runs.update(id, { isPruned: true });
    });
  }
}
