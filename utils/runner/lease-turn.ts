import type { RunRecord } from '../store/rows';
import type { RunnerDeps } from './deps';
import type { Lease } from './lease';
import { leaseFor } from './lease-stage';

/** The lease of the run that a runner drives, and when it is given back. */
export class LeaseTurn {
  #held: { readonly runId: string; readonly lease: Lease } | null = null;

  constructor(private readonly deps: RunnerDeps) {}

  async of(runId: string): Promise<Lease> {
    if (this.#held?.runId !== runId) {
      this.#held = { runId, lease: await leaseFor(this.deps, runId) };
    }
    return this.#held.lease;
  }

  async giveBack(run: RunRecord): Promise<void> {
    if (!run.leased) return;
    await (await this.of(run.id)).release();
    await this.deps.db.runs.update(run.id, { leased: false });
  }

  /** A run that ended, or that a person stopped or has to look at, lets other browsers write. */
  async giveBackAtRest(run: RunRecord): Promise<void> {
    const parked = run.status === 'paused' && run.pausedBy !== 'person';
    if (run.status === 'working' || run.status === 'applying' || parked) return;
    await this.giveBack(run);
  }
}
