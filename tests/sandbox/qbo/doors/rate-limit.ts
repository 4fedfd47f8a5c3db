/** Intuit: limits and throttles, and its blog of 2025-08-13 for batches. */
const CALLS_PER_MINUTE_MAX = 500;
const CALLS_PER_SECOND_MAX = 10;
const BATCHES_PER_MINUTE_MAX = 120;
const APP_BATCHES_PER_MINUTE_MAX = 40;

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** The calls of the last moments. */
class Window {
  private times: number[] = [];
  constructor(
    private readonly lengthMs: number,
    private readonly max: number,
  ) {}

  hasRoom(ms: number): boolean {
    this.times = this.times.filter((at) => at > ms - this.lengthMs);
    return this.times.length < this.max;
  }

  note(ms: number): void {
    this.times.push(ms);
  }
}

/** Counts the calls of one company; a refused call is not counted. */
export class RateLimit {
  private readonly calls = new Window(MINUTE_MS, CALLS_PER_MINUTE_MAX);
  private readonly batches = new Window(MINUTE_MS, BATCHES_PER_MINUTE_MAX);
  private readonly callsOf = new Map<string, Window>();
  private readonly batchesOf = new Map<string, Window>();

  /** Whether a call of `app` at `ms` may pass. */
  admits(ms: number, app: string, isBatch: boolean): boolean {
    const windows = [this.calls, windowOf(this.callsOf, app, SECOND_MS, CALLS_PER_SECOND_MAX)];
    if (isBatch) {
      windows.push(this.batches);
      windows.push(windowOf(this.batchesOf, app, MINUTE_MS, APP_BATCHES_PER_MINUTE_MAX));
    }
    if (!windows.every((one) => one.hasRoom(ms))) return false;
    for (const one of windows) one.note(ms);
    return true;
  }
}

function windowOf(
  windows: Map<string, Window>,
  app: string,
  lengthMs: number,
  max: number,
): Window {
  const known = windows.get(app) ?? new Window(lengthMs, max);
  windows.set(app, known);
  return known;
}
