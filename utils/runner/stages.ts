/** What a run does at each of its stages. Each can be cut off at any await and done again. */
import { patiently } from '../port/patiently';
import { shareSetup } from '../shared-setup/share';
import { journalOf } from '../store/journal';
import type { RunRecord } from '../store/rows';
import type { Intent } from '../sync/intent';
import { applyStage, hasLinksLeft } from './apply-stage';
import { beginApply } from './begin-apply';
import type { RunnerDeps } from './deps';
import { finishRun } from './finish';
import { brokenAtEnd } from './invariants';
import { JustReported } from './just-reported';
import { readAtOf } from './lease-stage';
import type { LeaseTurn } from './lease-turn';
import { mustBeShown } from './must-be-shown';
import type { RunOptions } from './new-run';
import { lookAtOwnRows, wasUnsound } from './own-rows';
import { planStage } from './plan-stage';
import { type Beside, pullStage } from './pull-stage';
import { rejoinClients } from './rejoin-clients';
import type { RunRows } from './run-rows';
import { RunInterrupted } from './stop';
import { isLongAgo } from './turn-back';
import { tieOutOfPreview, verifyStage } from './verify-stage';

export class Stages {
  private readonly reported: JustReported;

  /** @param start starts what follows by itself (the other half of a conversion) */
  constructor(
    private readonly deps: RunnerDeps,
    private readonly rows: RunRows,
    private readonly turn: LeaseTurn,
    private readonly start: (options: RunOptions) => Promise<string>,
  ) {
    this.reported = new JustReported(deps.now);
  }

  /** Does the stage that a run is at. */
  async step(run: RunRecord): Promise<void> {
    const { db } = this.deps;
    switch (run.stage) {
      case 'pull':
        await lookAtOwnRows(this.deps, run);
        await this.patiently(run, async () =>
          this.reported.keep(run, await pullStage(this.deps, run, 'changes', this.sharing(run))),
        );
        await this.rows.move(run.id, {
          rejoined: (run.rejoined ?? 0) + (await rejoinClients(db, run.pairId)),
          stage: 'plan',
          readAt: await readAtOf(this.deps, run.pairId),
          booksReadAt: this.deps.now().toISOString(),
        });
        return;
      case 'check':
      case 'plan':
        if (isLongAgo(run.booksReadAt, this.deps.now())) {
          await this.rows.move(run.id, { stage: 'pull' });
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
        await this.rows.move(run.id, { stage: 'verify' });
        return;
      case 'verify': {
        const again = await this.verify(run);
        if (await hasLinksLeft(this.deps, run)) await this.rows.move(run.id, { stage: 'links' });
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
      await this.rows.move(run.id, { stage: 'pull' });
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
      // What was set aside is read anew, even where this run has written nothing.
      await this.patiently(run, async () =>
        this.reported.keep(run, await pullStage(this.deps, run)),
      );
      return work();
    }
  }

  /** `again`: what a plan of the books as they are now would do. */
  private async finish(run: RunRecord, again: readonly Intent[]): Promise<void> {
    const { db, now } = this.deps;
    const rows = await journalOf(db, run.id, now().toISOString());
    const { counts, tieOut } = await this.rows.get(run.id);
    await finishRun(this.deps, run.id, brokenAtEnd({ counts, rows, tieOut, again }));
    if (run.convert) await this.showWhatFollows(run.id);
  }

  /**
   * The adjustment that a conversion made in TPS is to be carried to QBO as well. That is an
   * ordinary run, which waits at its preview: nothing is written that nobody saw. Cut off before
   * it is started, the next sync does the same.
   */
  private async showWhatFollows(runId: string): Promise<void> {
    const { counts, pairId } = await this.rows.get(runId);
    if (counts.done < counts.planned) return;
    await this.start({ pairId, description: '', oneStep: false });
  }

  /** Plan with what other browsers of the firm have decided meanwhile. */
  private sharing({ pairId }: RunRecord): Beside {
    return (notes) => shareSetup({ ...this.deps, notes }, pairId, { write: false });
  }

  /** One step, or nothing to ask about: go on. Otherwise the person looks first. */
  private async afterPlan(runId: string): Promise<void> {
    const run = await this.rows.get(runId);
    const first = mustBeShown(run);
    if (first === null) return beginApply(this.deps, run);
    // Asked for as a preview: it says as well whether the books agree as they are.
    if (!run.oneStep && run.undoOf === undefined) {
      await this.patiently(run, () => tieOutOfPreview(this.deps, run, this.reported.of(run)));
    }
    return this.rows.change(runId, ['working'], { status: 'preview', sealed: null, ...first });
  }

  /** Waits visibly, and only as long as nobody pauses or stops the run. */
  private patiently<T>(run: RunRecord, work: () => Promise<T>): Promise<T> {
    const sleep = async (ms: number) => {
      await this.wait(run.id, ms);
      const { status } = await this.rows.get(run.id);
      if (status !== 'working' && status !== 'applying') throw new RunInterrupted();
    };
    return patiently(work, { now: this.deps.now, sleep });
  }

  private async wait(runId: string, ms: number): Promise<void> {
    const until = new Date(this.deps.now().getTime() + ms).toISOString();
    await this.rows.move(runId, { waitingUntil: until });
    await this.deps.sleep(ms);
    await this.rows.move(runId, { waitingUntil: null });
  }
}
