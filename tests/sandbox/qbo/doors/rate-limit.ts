/** Intuit: limits and throttles. Per company. */
const CALLS_PER_MINUTE_MAX = 500;
const CALLS_PER_SECOND_MAX = 10;
const BATCHES_PER_MINUTE_MAX = 40;

/** Counts calls of the last minute and second; a refused call is not counted. */
export class RateLimit {
  private calls: number[] = [];
  private batches: number[] = [];

  /** Whether a call at `ms` may pass. */
  admits(ms: number, isBatch: boolean): boolean {
    const minuteAgo = ms - 60_000;
    this.calls = this.calls.filter((at) => at > minuteAgo);
    this.batches = this.batches.filter((at) => at > minuteAgo);
    let lastSecond = 0;
    for (const at of this.calls) if (at > ms - 1000) lastSecond += 1;
    if (this.calls.length >= CALLS_PER_MINUTE_MAX || lastSecond >= CALLS_PER_SECOND_MAX)
      return false;
    if (isBatch && this.batches.length >= BATCHES_PER_MINUTE_MAX) return false;
    this.calls.push(ms);
    if (isBatch) this.batches.push(ms);
    return true;
  }
}
