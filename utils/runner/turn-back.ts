/**
 * A plan is as old as the books it was made from. One that waited for more than two minutes (a
 * sign-out, another browser's turn, the network, a dead worker, a pause) goes back to reading: what
 * was sent and never answered is looked up, and the rest is planned anew from both books.
 */
import type { JournalRow, RunRecord } from '../store/rows';
import type { RunnerDeps } from './deps';
import { isFinal } from './journal';
import { RunTurnedBack } from './stop';

export const PLAN_WAIT_MS_MAX = 2 * 60_000;

/** When a plan moved last: the books were read, it was made, or one of its writes went a step further. */
export class LastMove {
  #atMs: number;

  constructor(
    private readonly now: () => Date,
    { planMadeAt, booksReadAt }: Pick<RunRecord, 'planMadeAt' | 'booksReadAt'>,
    rows: readonly Pick<JournalRow, 'at'>[],
  ) {
    const nowMs = now().getTime();
    const times = [planMadeAt ?? '', booksReadAt ?? '', ...rows.map(({ at }) => at)].map(
      (at) => Date.parse(at) || 0,
    );
    // What is still to come was noted before the clock was set back, and says nothing.
    const past = times.filter((time) => time <= nowMs);
    this.#atMs = past.reduce((latest, time) => Math.max(latest, time), 0);
  }

  /** It moved just now. Who slept meanwhile does not wake by that: others beside it have slept, too. */
  note(): void {
    if (!this.isLongAgo) this.#atMs = this.now().getTime();
  }

  get isLongAgo(): boolean {
    const agoMs = this.now().getTime() - this.#atMs;
    return agoMs < 0 || agoMs > PLAN_WAIT_MS_MAX;
  }
}

/** The books of a plan that is not made yet, by the local clock. */
export function isLongAgo(readAt: string | undefined, now: Date): boolean {
  return new LastMove(() => now, { planMadeAt: readAt ?? null }, []).isLongAgo;
}

/**
 * May the plan be made anew from where it stands? That of an undo or a conversion only before its
 * first write: what it is to take back or to replace is judged from the start.
 */
export function canTurnBack({ undoOf, convert }: RunRecord, rows: readonly JournalRow[]): boolean {
  return (undoOf === undefined && !convert) || rows.every(({ state }) => state === 'planned');
}

/** Back to reading both books, unless somebody has paused or stopped the run meanwhile. */
export async function turnBack({ db }: RunnerDeps, runId: string): Promise<never> {
  await db.runs
    .where('id')
    .equals(runId)
    .modify((run) => {
      if (run.status === 'applying') Object.assign(run, { status: 'working', stage: 'pull' });
    });
  throw new RunTurnedBack();
}

/** What a plan leaves behind when it is made anew: what ended stays, the rest is planned again. */
export function splitRows(rows: readonly JournalRow[]): {
  ended: JournalRow[];
  left: JournalRow[];
} {
  const ended = rows.filter(({ state }) => isFinal(state));
  return { ended, left: rows.filter(({ state }) => !isFinal(state)) };
}
