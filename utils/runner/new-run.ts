import type { RunRecord } from '../store/rows';
import type { ForeignWish } from '../sync/convert/convert-facts';

/** What a person asks for. */
export interface RunOptions {
  readonly pairId: string;
  readonly description: string;
  /** Go on to Apply without stopping, unless a brake is on. */
  readonly oneStep: boolean;
  /** These records alone (`recordKey`). */
  readonly only?: string[];
  /** The run that is to be taken back. */
  readonly undoOf?: string;
  readonly convert?: ForeignWish;
}

/** A run before its first step: nothing is read, planned or written yet. */
export function newRun(options: RunOptions, id: string, startedAt: Date): RunRecord {
  const { pairId, description, oneStep, only = null, undoOf, convert } = options;
  return {
    id,
    pairId,
    description,
    status: 'working',
    stage: 'pull',
    startedAt: startedAt.toISOString(),
    endedAt: null,
    oneStep,
    pausedBy: null,
    reason: null,
    counts: { planned: 0, done: 0, warnings: 0, skipped: 0, failed: 0, notAttempted: 0 },
    doneCents: 0,
    plannedCents: 0,
    planHash: null,
    sealed: null,
    planMadeAt: null,
    before: { tpsCents: 0, qboCents: 0 },
    after: { tpsCents: 0, qboCents: 0 },
    groups: [],
    current: null,
    brakes: [],
    rebase: [],
    read: 0,
    waitingUntil: null,
    only,
    applyStartedAt: null,
    tieOut: null,
    requests: { tps: 0, qbo: 0, writes: 0 },
    technical: null,
    ...(undoOf === undefined ? {} : { undoOf }),
    ...(convert === undefined ? {} : { convert }),
  };
}
