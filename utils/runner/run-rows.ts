/** The rows of runs, as the runner reads and changes them. */
import type { RunRecord } from '../store/rows';
import { phrase } from '../wording/phrase';
import type { RunnerDeps } from './deps';
import { RunStop } from './stop';

export class RunRows {
  constructor(private readonly deps: RunnerDeps) {}

  /** The one that is at work, shown or paused. */
  async active(): Promise<RunRecord | undefined> {
    return this.deps.db.runs
      .where('status')
      .anyOf('working', 'applying', 'preview', 'paused')
      .first();
  }

  async move(runId: string, changes: Partial<RunRecord>): Promise<void> {
    await this.deps.db.runs.update(runId, changes);
    this.deps.onChange();
  }

  async change(
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
  async changeIf(
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

  async get(runId: string): Promise<RunRecord> {
    const run = await this.deps.db.runs.get(runId);
    if (!run) throw new RunStop('failed', phrase('run.unknown'));
    return run;
  }
}
