import type { RunRecord } from '../store/rows';
import type { Reported } from './pull-stage';
import { isLongAgo } from './turn-back';

/**
 * What both systems reported of the receivable when a run has read them. A stage that follows at
 * once does not ask again; after a minute or two, or in a new worker, it does.
 */
export class JustReported {
  #last: { readonly runId: string; readonly at: string; readonly reported: Reported } | null = null;

  constructor(private readonly now: () => Date) {}

  keep({ id }: RunRecord, reported: Reported): void {
    this.#last = { runId: id, at: this.now().toISOString(), reported };
  }

  of({ id }: RunRecord): Reported | undefined {
    if (this.#last?.runId !== id || isLongAgo(this.#last.at, this.now())) return undefined;
    return this.#last.reported;
  }
}
