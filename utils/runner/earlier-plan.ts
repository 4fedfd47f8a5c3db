/** The plan that a run had before, where it is planned a second time. */

import type { LedgerDatabase } from '../store/database';
import { inPieces } from '../store/in-pieces';
import { journalOf } from '../store/journal';
import type { JournalRow } from '../store/rows';
import type { Intent } from '../sync/intent';
import { planText } from '../sync/plan-text';
import type { RunCounts } from '../sync/run-terms';
import { splitRows } from './turn-back';

export interface EarlierPlan {
  /** What has ended, well or badly, and stays. */
  readonly ended: readonly JournalRow[];
  /** What had not begun, and is planned anew. */
  readonly left: readonly JournalRow[];
  readonly counts: RunCounts;
  readonly nextSeq: number;
  /** Above that of every write that was sent: what is sent now is another request. */
  readonly generation: number;
  /** False for what this run has tried already, with the same records, in vain. */
  readonly isLeft: (intent: Intent) => boolean;
  /** Was exactly this planned before, from the same records? */
  readonly holds: (row: Pick<JournalRow, 'intent'>) => boolean;
}

export async function earlierPlan(
  db: LedgerDatabase,
  runId: string,
  at: string,
): Promise<EarlierPlan> {
  const rows = await journalOf(db, runId, at);
  const { ended, left } = splitRows(rows);
  const tried = textsOf(ended.filter(({ state }) => state !== 'done'));
  const planned = textsOf(left);
  const inState = (state: JournalRow['state']) => ended.filter((row) => row.state === state).length;
  return {
    ended,
    left,
    counts: {
      planned: rows.length,
      done: inState('done'),
      warnings: ended.filter(({ warning }) => warning).length,
      skipped: inState('skipped'),
      failed: inState('failed'),
      notAttempted: left.length,
    },
    nextSeq: ended.reduce((next, { seq }) => Math.max(next, seq + 1), 0),
    generation: rows.reduce(
      (next, { attempts, generation }) => Math.max(next, generation + (attempts > 0 ? 1 : 0)),
      0,
    ),
    isLeft: (intent) => !tried.has(planText([intent])),
    holds: ({ intent }) => planned.has(planText([intent])),
  };
}

/** In a transaction: what had not begun makes way for `rows`. */
export async function replacePlan(
  db: LedgerDatabase,
  { ended, left }: EarlierPlan,
  rows: readonly JournalRow[],
): Promise<void> {
  await db.journal.bulkDelete(left.map(({ key }) => key));
  const taken = new Set(rows.map(({ key }) => key));
  for (const row of ended.filter(({ key }) => taken.has(key))) {
    // The same record changed once more: whoever needs it, needs the later one.
    await db.journal.delete(row.key);
    await db.journal.add({ ...row, key: `${row.key}~${row.seq}` });
  }
  await inPieces(rows, (piece) => db.journal.bulkAdd(piece));
}

function textsOf(rows: readonly JournalRow[]): ReadonlySet<string> {
  return new Set(rows.map(({ intent }) => planText([intent])));
}
