/** What the firm's people send from QuickBooks' own pages in this browser, until somebody asks. */

/** Nobody asks where no run is at work: what is older than the limits look back is forgotten. */
const KEPT_MS = 60_000;

export class PeopleSent {
  #atMs: number[] = [];

  constructor(private readonly now: () => number) {}

  note(): void {
    const nowMs = this.now();
    // One in a while: nobody needs a list of an hour.
    if ((this.#atMs[0] ?? nowMs) < nowMs - KEPT_MS) {
      this.#atMs = this.#atMs.filter((atMs) => atMs > nowMs - KEPT_MS);
    }
    this.#atMs.push(nowMs);
  }

  /** Each is told once. */
  take(): readonly number[] {
    const taken = this.#atMs;
    this.#atMs = [];
    return taken;
  }
}
