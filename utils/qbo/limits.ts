/** What Intuit lets a company's programs send, and how much of it is ours at the moment. */

interface Window {
  readonly requestsMax: number;
  readonly periodMs: number;
}

export const MINUTE_MS = 60_000;
export const SECOND_MS = 1_000;

/** The limits as we keep them. */
export interface Limits {
  readonly minute: Window;
  readonly second: Window;
  readonly batches: Window;
  /**
   * Spread over the minute, so that there is room for one again soon: a quarter of them in a quarter
   * of it. What goes one by one leaves them their room.
   */
  readonly batchesSoon: Window;
}

/** A company's requests, and its batches, which are requests as well. */
const OF_MINUTE = 500;
const OF_SECOND = 10;
const BATCHES_OF_MINUTE = 40;

/**
 * The limits beside what people send, who are never kept waiting: what they take of the rest that our
 * share leaves costs nothing, what they take beyond it is ours. Half of ours stays, whatever they do,
 * since nobody knows whether all that their pages send counts.
 */
export function beside(limits: Limits, peopleAtMs: readonly number[], nowMs: number): Limits {
  const left = ({ requestsMax, periodMs }: Window, all: number): Window => {
    const theirs = peopleAtMs.filter((atMs) => atMs > nowMs - periodMs).length;
    const most = Math.max(Math.ceil(requestsMax / 2), Math.min(requestsMax, all - theirs));
    return { requestsMax: most, periodMs };
  };
  return {
    ...limits,
    minute: left(limits.minute, OF_MINUTE),
    second: left(limits.second, OF_SECOND),
  };
}

/** @param pace 1, or less after a refusal */
export function limitsAt(share: number, pace: number): Limits {
  const part = (of: number) => Math.max(1, Math.floor(of * share * pace));
  const batches = part(BATCHES_OF_MINUTE);
  return {
    minute: { requestsMax: part(OF_MINUTE), periodMs: MINUTE_MS },
    second: { requestsMax: part(OF_SECOND), periodMs: SECOND_MS },
    batches: { requestsMax: batches, periodMs: MINUTE_MS },
    batchesSoon: { requestsMax: Math.ceil(batches / 4), periodMs: MINUTE_MS / 4 },
  };
}
