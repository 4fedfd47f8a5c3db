import type { Site } from './faults';

/** One request that could have changed something. */
export interface WriteSeen {
  readonly site: Site;
  readonly method: string;
  /** With its query, since QBO says there what is done. */
  readonly path: string;
  /** What the site answered, even where a fault kept it from the caller; 0: the site never saw it. */
  readonly status: number;
  /** The faults that hit it. */
  readonly faults: readonly string[];
}

const WRITES_KEPT_MAX = 100_000;

/** Counts requests by site and method, and keeps the list of writes. */
export class Traffic {
  #counts = new Map<string, number>();
  #writes: WriteSeen[] = [];

  note(request: WriteSeen, isWrite: boolean): void {
    const key = `${request.site} ${request.method}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    if (isWrite && this.#writes.length < WRITES_KEPT_MAX) this.#writes.push(request);
  }

  read() {
    return { counts: Object.fromEntries(this.#counts), writes: [...this.#writes] };
  }

  reset(): void {
    this.#counts = new Map();
    this.#writes = [];
  }
}

/** Queries sent by POST, and batches of queries alone, change nothing. */
export function isWriteRequest(method: string, path: string, batchBody: string): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false;
  if (!/^\/(api|v3)\//.test(path)) return false;
  if (/\/query(\?|$)/.test(path)) return false;
  if (/\/batch(\?|$)/.test(path)) return /"operation"\s*:/.test(batchBody);
  return true;
}
