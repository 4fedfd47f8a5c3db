/**
 * Drives a run from pull to history. Every stage can be cut off at any await and started again:
 * what was done stands in the journal, what was not is done again.
 */

import type { RunRecord } from '../store/rows';
import { phrase } from '../wording/phrase';
import { countRequests } from './count-requests';
import type { RunnerDeps } from './deps';
import { LeaseTurn } from './lease-turn';
import { newRun, type RunOptions } from './new-run';
import { noteBegun } from './own-rows';
import { pairOf } from './pull-stage';
import { maySucceedNow, nextTry } from './retry';
import { RunRows } from './run-rows';
import { seenNotes } from './seen-notes';
import { Stages } from './stages';
import { RunInterrupted, RunStop, RunTurnedBack } from './stop';
import { verdict } from './verdict';

/** A plan that waited longer is made anew: the books have moved on. */
export const PLAN_AGE_MS_MAX = 30 * 60_000;

/** Stages after a plan was approved. */
const APPLYING: readonly RunRecord['stage'][] = ['apply', 'verify', 'links'];

const AT_WORK: readonly RunRecord['status'][] = ['working', 'applying'];

function turnOf({ turn }: RunRecord): number {
  return turn ?? 0;
}

export class Runner {
  private readonly turn: LeaseTurn;
  private readonly rows: RunRows;
  private readonly stages: Stages;
  private readonly deps: RunnerDeps;

  constructor(deps: RunnerDeps) {
    this.deps = { ...deps, notes: seenNotes(deps.notes, () => deps.now().getTime()) };
    this.turn = new LeaseTurn(this.deps);
    this.rows = new RunRows(this.deps);
    this.stages = new Stages(this.deps, this.rows, this.turn, (options) => this.start(options));
  }

  /** Starts a run; refuses while another one is at work. */
  async start(options: RunOptions): Promise<string> {
    const { db } = this.deps;
    await pairOf(this.deps, options.pairId);
    const run = newRun(options, this.deps.newId(), this.deps.now());
    // Looked at and entered in one transaction: two screens may ask at the same moment.
    await db.transaction('rw', db.runs, db.journal, async () => {
      const active = await this.active();
      if (active && active.status !== 'preview') {
        throw new RunStop('failed', phrase('run.alreadyRunning'));
      }
      if (active) await this.cancel(active.id);
      await db.runs.add(run);
      noteBegun(db, run.id);
    });
    this.deps.onChange();
    return run.id;
  }

  /** Seals the plan that the person saw and starts to apply it. */
  async approve(runId: string, planHash: string, confirmed: readonly string[]): Promise<void> {
    const run = await this.rows.get(runId);
    if (run.status !== 'preview') throw new RunStop('failed', phrase('run.notInPreview'));
    if (run.planHash !== planHash) throw new RunStop('failed', phrase('run.otherPlan'));
    const age = this.deps.now().getTime() - Date.parse(run.planMadeAt ?? '');
    if (!(age <= PLAN_AGE_MS_MAX)) throw new RunStop('failed', phrase('run.planTooOld'));
    const open = run.brakes.find((brake) => !confirmed.includes(brake.id));
    if (open) throw new RunStop('failed', open.what);
    // Minutes may have passed: both books are read and the plan is made once more, and only the
    // very same plan is applied.
    await this.rows.change(runId, ['preview'], {
      status: 'working',
      stage: 'pull',
      sealed: { planHash, confirmed: [...confirmed] },
      reason: null,
    });
  }

  /**
   * Holds a run that is at work. `turn` is that of the screen on which it was pressed: where the run
   * has stopped and gone on since, the press was meant for something else, and does nothing.
   */
  async pause(runId: string, turn: number): Promise<void> {
    await this.rows.changeIf(
      runId,
      (run) => AT_WORK.includes(run.status) && turnOf(run) === turn,
      () => ({ status: 'paused', pausedBy: 'person' }),
    );
  }

  /** Goes on where the run stopped, if that is still the stop that the screen showed. */
  async resume(runId: string, turn: number): Promise<void> {
    await this.goOn(runId, turn, { triesInVain: 0 });
  }

  private async goOn(runId: string, turn: number, also: Partial<RunRecord> = {}): Promise<void> {
    await this.rows.changeIf(
      runId,
      (run) => run.status === 'paused' && turnOf(run) === turn,
      (run) => ({
        status: APPLYING.includes(run.stage) ? 'applying' : 'working',
        turn: turnOf(run) + 1,
        pausedBy: null,
        reason: null,
        waitingUntil: null,
        ...also,
      }),
    );
  }

  /** Ends a run; what was not done counts as not attempted. */
  async cancel(runId: string): Promise<void> {
    const run = await this.rows.get(runId);
    if (!['working', 'preview', 'applying', 'paused'].includes(run.status)) return;
    // A driver at work gives the lease back itself, after the write that is under way.
    if (run.status === 'paused' && run.pausedBy !== 'person') await this.turn.giveBack(run);
    await this.deps.db.runs.update(runId, {
      status: 'cancelled',
      endedAt: this.deps.now().toISOString(),
      pausedBy: null,
      reason: null,
    });
    await this.deps.db.journal
      .where('[runId+seq]')
      .between([runId, 0], [runId, Number.POSITIVE_INFINITY])
      .filter((row) => row.state === 'planned' || row.state === 'pending')
      .modify({ state: 'notAttempted' });
    this.deps.onChange();
  }

  /** Works until no run can go on. Call it under a lock: one driver per browser. */
  async drive(): Promise<void> {
    for (;;) {
      const run = await this.active();
      if (!run || (run.status !== 'working' && run.status !== 'applying')) return;
      try {
        await this.stages.step(run);
        if (run.triesInVain) await this.rows.move(run.id, { triesInVain: 0 });
      } catch (error) {
        await this.stopped(run, error);
      }
      await this.turn.giveBackAtRest(await this.rows.get(run.id));
      await countRequests(this.deps, run.id);
      this.deps.onChange();
    }
  }

  /** After a pause that no person asked for: may we go on by now? */
  async retryParked(): Promise<void> {
    const run = await this.active();
    if (run?.status !== 'paused') return;
    if (maySucceedNow(run, this.deps.now())) await this.goOn(run.id, turnOf(run));
  }

  active(): Promise<RunRecord | undefined> {
    return this.rows.active();
  }

  private async stopped(run: RunRecord, error: unknown): Promise<void> {
    if (error instanceof RunInterrupted || error instanceof RunTurnedBack) return;
    const { how, pausedBy, reason, technical } = verdict(error);
    const now = await this.rows.get(run.id);
    if (now.status !== 'working' && now.status !== 'applying') return;
    await this.deps.db.runs.update(run.id, {
      status: how,
      pausedBy,
      reason,
      technical,
      waitingUntil: null,
      ...nextTry(run, pausedBy, this.deps.now()),
      ...(how === 'failed' ? { endedAt: this.deps.now().toISOString() } : {}),
    });
  }
}
