/** Undoing a run: whether it can be asked for, and the run that does it. */

import { localDay } from '../ledger/plain-date';
import type { RequestOf } from '../messages/requests';
import { UNDO_DAYS } from '../runner/prune';
import type { LedgerDatabase } from '../store/database';
import { soundRows } from '../store/kept-rows';
import type { RunRecord } from '../store/rows';
import { runRow } from '../views/run-view';
import type { PlanRow, RunPage } from '../views/views';
import { type Phrase, phrase } from '../wording/phrase';
import type { Desk } from './desk';
import { mustPair } from './must-pair';
import { DeskRefusal } from './refusal';

/** Reads both books and shows what would be taken back; nothing is written before Apply. */
export async function undoRun(
  desk: Desk,
  { runId, description }: RequestOf<'run.undo'>,
): Promise<{ runId: string }> {
  const pair = await mustPair(desk.db);
  const run = await desk.db.runs.get(runId);
  if (!run || run.pairId !== pair.id) throw new DeskRefusal(phrase('run.unknown'));
  const refused = refusalToUndo(run, await undoRunOf(desk.db, run));
  if (refused) throw new DeskRefusal(refused);
  const undoId = await desk
    .runner(pair)
    .start({ pairId: pair.id, description, oneStep: false, undoOf: runId });
  desk.kick();
  return { runId: undoId };
}

/** The newest runs and the one that is looked at, newest first, with whether each can be undone. */
export async function runList(
  { db, now }: Pick<Desk, 'db' | 'now'>,
  { newest, with: shown }: RequestOf<'run.list'>,
): Promise<RunPage> {
  const total = await db.runs.count();
  const stored = await db.runs.orderBy('startedAt').reverse().limit(newest).toArray();
  const isThere = shown === null || stored.some(({ id }) => id === shown);
  const looked = isThere ? undefined : await db.runs.get(shown);
  const runs = await soundRows(
    db,
    'runs',
    looked ? [...stored, looked] : stored,
    now().toISOString(),
  );
  const undos = await db.runs.bulkGet(runs.map(({ undone }) => undone?.by ?? ''));
  const rows = runs.map((run, at) => ({
    ...runRow(run),
    canUndo: refusalToUndo(run, undos[at] ?? null) === null,
  }));
  return { rows, total };
}

export async function cannotUndo(db: LedgerDatabase, runId: string): Promise<PlanRow[]> {
  return (await db.runs.get(runId))?.cannot ?? [];
}

async function undoRunOf(db: LedgerDatabase, { undone }: RunRecord): Promise<RunRecord | null> {
  return undone ? ((await db.runs.get(undone.by)) ?? null) : null;
}

/**
 * Once, and for good: but an undo that was stopped, or in which something failed, can be begun
 * again. What it has done is then found as it was before.
 */
function refusalToUndo(run: RunRecord, undo: RunRecord | null): Phrase | null {
  if (run.undoOf !== undefined) return phrase('undo.ofUndo');
  if (run.endedAt === null) return phrase('undo.notEnded');
  if (run.undone && !isUnfinished(undo)) {
    return phrase('undo.already', { undoneDate: localDay(new Date(run.undone.at)) });
  }
  if (run.isPruned) return phrase('undo.tooLongAgo', { days: UNDO_DAYS });
  const links = run.groups.flatMap(({ verb, count }) => (verb === 'link' ? [count] : []));
  const linked = links.reduce((sum, count) => sum + count, 0);
  const wrote = run.counts.done > 0 && run.counts.planned > linked;
  return wrote ? null : phrase('undo.nothingWritten');
}

function isUnfinished(undo: RunRecord | null): boolean {
  if (!undo || undo.endedAt === null) return false;
  const { failed, skipped, notAttempted } = undo.counts;
  return failed + skipped + notAttempted > 0;
}
