/**
 * Drives a run from pull to history. Every stage can be cut off at any await and started again:
 * what was done stands in the journal, what was not is done again.
 */

import { patiently } from '../port/patiently';
import { shareSetup } from '../shared-setup/share';
import { journalOf } from '../store/journal';
import type { RunRecord } from '../store/rows';
import type { Intent } from '../sync/intent';
import { phrase } from '../wording/phrase';
import { applyStage, hasLinksLeft } from './apply-stage';
import { beginApply } from './begin-apply';
import { countRequests } from './count-requests';
import type { RunnerDeps } from './deps';
import { finishRun } from './finish';
import { brokenAtEnd } from './invariants';
import { JustReported } from './just-reported';
import { readAtOf } from './lease-stage';
import { LeaseTurn } from './lease-turn';
import { mustBeShown } from './must-be-shown';
import { newRun, type RunOptions } from './new-run';
import { lookAtOwnRows, noteBegun, wasUnsound } from './own-rows';
import { planStage } from './plan-stage';
import { type Beside, pairOf, pullStage } from './pull-stage';
import { rejoinClients } from './rejoin-clients';
import { maySucceedNow, nextTry } from './retry';
import { seenNotes } from './seen-notes';
import { RunInterrupted, RunStop, RunTurnedBack } from './stop';
import { isLongAgo } from './turn-back';
import { verdict } from './verdict';
import { tieOutOfPreview, verifyStage } from './verify-stage';

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
  private readonly reported: JustReported;

  private readonly deps: RunnerDeps;

  constructor(deps: RunnerDeps) {
    this.deps = { ...deps, notes: seenNotes(deps.notes, () => deps.now().getTime()) };
    this.turn = new LeaseTurn(this.deps);
    this.reported = new JustReported(deps.now);
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
    const run = await this.get(runId);
    if (run.status !== 'preview') throw new RunStop('failed', phrase('run.notInPreview'));
    if (run.planHash !== planHash) throw new RunStop('failed', phrase('run.otherPlan'));
    const age = this.deps.now().getTime() - Date.parse(run.planMadeAt ?? '');
    if (!(age <= PLAN_AGE_MS_MAX)) throw new RunStop('failed', phrase('run.planTooOld'));
    const open = run.brakes.find((brake) => !confirmed.includes(brake.id));
    if (open) throw new RunStop('failed', open.what);
    // Minutes may have passed: both books are read and the plan is made once more, and only the
    // very same plan is applied.
    await this.change(runId, ['preview'], {
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
    await this.changeIf(
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
    await this.changeIf(
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
    const run = await this.get(runId);
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
        await this.step(run);
        if (run.triesInVain) await this.move(run.id, { triesInVain: 0 });
      } catch (error) {
        await this.stopped(run, error);
      }
      await this.turn.giveBackAtRest(await this.get(run.id));
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

  async active(): Promise<RunRecord | undefined> {
    return this.deps.db.runs
      .where('status')
      .anyOf('working', 'applying', 'preview', 'paused')
      .first();
  }

  private async step(run: RunRecord): Promise<void> {
    const { db } = this.deps;
    switch (run.stage) {
      case 'pull':
        await lookAtOwnRows(this.deps, run);
        await this.patiently(run, async () =>
          this.reported.keep(run, await pullStage(this.deps, run, 'changes', this.sharing(run))),
        );
        await this.move(run.id, {
          rejoined: (run.rejoined ?? 0) + (await rejoinClients(db, run.pairId)),
          stage: 'plan',
          readAt: await readAtOf(this.deps, run.pairId),
          booksReadAt: this.deps.now().toISOString(),
        });
        return;
      case 'check':
      case 'plan':
        if (isLongAgo(run.booksReadAt, this.deps.now())) {
          await this.move(run.id, { stage: 'pull' });
          return;
        }
        await this.plan(run);
        return;
      case 'preview':
        await this.afterPlan(run.id);
        return;
      case 'apply':
        await this.patiently(run, async () =>
          applyStage(this.deps, run, 'money', await this.turn.of(run.id)),
        );
        await this.move(run.id, { stage: 'verify' });
        return;
      case 'verify': {
        const again = await this.verify(run);
        if (await hasLinksLeft(this.deps, run)) await this.move(run.id, { stage: 'links' });
        else await this.finish(run, again);
        return;
      }
      case 'links':
        await this.patiently(run, async () =>
          applyStage(this.deps, run, 'links', await this.turn.of(run.id)),
        );
        await this.finish(run, []);
        return;
      default:
        await db.runs.update(run.id, { status: 'failed', endedAt: this.deps.now().toISOString() });
    }
  }

  private async plan(run: RunRecord): Promise<void> {
    try {
      await this.patiently(run, () => planStage(this.deps, run));
    } catch (error) {
      if (!(await wasUnsound(this.deps, run, error))) throw error;
      await this.move(run.id, { stage: 'pull' });
    }
  }

  /** @returns what a plan of the books as they are now would do */
  private async verify(run: RunRecord): Promise<readonly Intent[]> {
    const work = () =>
      this.patiently(run, () => verifyStage(this.deps, run, this.reported.of(run)));
    try {
      return await work();
    } catch (error) {
      if (!(await wasUnsound(this.deps, run, error))) throw error;
      return work();
    }
  }

  /** `again`: what a plan of the books as they are now would do. */
  private async finish(run: RunRecord, again: readonly Intent[]): Promise<void> {
    const { db, now } = this.deps;
    const rows = await journalOf(db, run.id, now().toISOString());
    const { counts, tieOut } = await this.get(run.id);
    await finishRun(this.deps, run.id, brokenAtEnd({ counts, rows, tieOut, again }));
    if (run.convert) await this.showWhatFollows(run.id);
  }

  /**
   * The adjustment that a conversion made in TPS is to be carried to QBO as well. That is an
   * ordinary run, which waits at its preview: nothing is written that nobody saw. Cut off before
   * it is started, the next sync does the same.
   */
  private async showWhatFollows(runId: string): Promise<void> {
    const { counts, pairId } = await this.get(runId);
    if (counts.done < counts.planned) return;
    await this.start({ pairId, description: '', oneStep: false });
  }

  /** Plan with what other browsers of the firm have decided meanwhile. */
  private sharing({ pairId }: RunRecord): Beside {
    return (notes) => shareSetup({ ...this.deps, notes }, pairId, { write: false });
  }

  /** One step, or nothing to ask about: go on. Otherwise the person looks first. */
  private async afterPlan(runId: string): Promise<void> {
    const run = await this.get(runId);
    const first = mustBeShown(run);
    if (first === null) return beginApply(this.deps, run);
    // Asked for as a preview: it says as well whether the books agree as they are.
    if (!run.oneStep && run.undoOf === undefined) {
      await this.patiently(run, () => tieOutOfPreview(this.deps, run, this.reported.of(run)));
    }
    return this.change(runId, ['working'], { status: 'preview', sealed: null, ...first });
  }

  /** Waits visibly, and only as long as nobody pauses or stops the run. */
  private patiently<T>(run: RunRecord, work: () => Promise<T>): Promise<T> {
    const sleep = async (ms: number) => {
      await this.wait(run.id, ms);
      const { status } = await this.get(run.id);
      if (status !== 'working' && status !== 'applying') throw new RunInterrupted();
    };
    return patiently(work, { now: this.deps.now, sleep });
  }

  private async wait(runId: string, ms: number): Promise<void> {
    const until = new Date(this.deps.now().getTime() + ms).toISOString();
    await this.move(runId, { waitingUntil: until });
    await this.deps.sleep(ms);
    await this.move(runId, { waitingUntil: null });
  }

  private async stopped(run: RunRecord, error: unknown): Promise<void> {
    if (error instanceof RunInterrupted || error instanceof RunTurnedBack) return;
    const { how, pausedBy, reason, technical } = verdict(error);
    const now = await this.get(run.id);
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

  private async move(runId: string, changes: Partial<RunRecord>): Promise<void> {
    await this.deps.db.runs.update(runId, changes);
    this.deps.onChange();
  }

  private async change(
    runId: string,
    from: readonly RunRecord['status'][],
    changes: Partial<RunRecord>,
  ): Promise<void> {
    await this.changeIf(
      runId,
      (run) => from.includes(run.status),
      () => changes,
    );
  }

  /** Looks and changes in one transaction. */
  private async changeIf(
    runId: string,
    holds: (run: RunRecord) => boolean,
    changes: (run: RunRecord) => Partial<RunRecord>,
  ): Promise<void> {
    await this.deps.db.runs
      .where('id')
      .equals(runId)
      .modify((run) => {
        if (holds(run)) Object.assign(run, changes(run));
      });
    this.deps.onChange();
  }

  private async get(runId: string): Promise<RunRecord> {
    const run = await this.deps.db.runs.get(runId);
    if (!run) throw new RunStop('failed', phrase('run.unknown'));
    return run;
  }
}
