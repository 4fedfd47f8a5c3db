import { z } from 'zod';
import { seededRandom } from './firm/random';

/** The three sites that the sandbox stands in for. */
export const HOSTS = {
  tps: 'app.tpssoftware.com',
  qbo: 'qbo.intuit.com',
  qboApi: 'quickbooks.api.intuit.com',
} as const;
export type Site = keyof typeof HOSTS;

const effect = z.discriminatedUnion('kind', [
  /** Waits, then answers as usual. */
  z.strictObject({ kind: z.literal('latency'), ms: z.int().min(0).max(600_000) }),
  /** Answers with a status instead of asking the site: 429, 500, 502, 503, … */
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    retryAfterSeconds: z.int().min(0).optional(),
  }),
  /** A 200 with a page where JSON was expected, as proxies give. */
  z.strictObject({ kind: z.literal('html') }),
  /** The site's own answer, cut in the middle. A write has been committed. */
  z.strictObject({ kind: z.literal('truncate') }),
  /** The connection breaks before the site sees the request. */
  z.strictObject({ kind: z.literal('resetBefore') }),
  /** The site commits, then the connection breaks before the answer. */
  z.strictObject({ kind: z.literal('resetAfter') }),
  /** No answer until the caller gives up or the faults are cleared; the site sees nothing. */
  z.strictObject({ kind: z.literal('hang') }),
  /** This JSON instead of the site's answer: missing or mistyped fields, empty lists. */
  z.strictObject({
    kind: z.literal('body'),
    body: z.json(),
    status: z.int().min(200).max(599).default(200),
  }),
  /** A redirect to the log-in page, which answers 200. */
  z.strictObject({ kind: z.literal('signedOut') }),
]);
export type Effect = z.output<typeof effect>;

export const faultSpec = z
  .strictObject({
    /** `tps`, `qbo` (web) or `qboApi`; none: all. */
    site: z.enum(['tps', 'qbo', 'qboApi']).optional(),
    method: z.string().optional(),
    /** A regular expression on path and query, for instance `/invoices$` or `operation=delete`. */
    path: z.string().refine(isRegExp, 'Not a regular expression.').optional(),
    /** So many matching requests pass unharmed first. */
    skip: z.int().min(0).default(0),
    /** So many requests are hit; none: no end. */
    count: z.int().min(1).optional(),
    probability: z.number().min(0).max(1).default(1),
    /** Pages and assets too, not only `/api/` and `/v3/`. */
    anyPath: z.boolean().default(false),
    effect,
  })
  .readonly();
export type FaultSpec = z.input<typeof faultSpec>;

export interface FaultState extends z.output<typeof faultSpec> {
  readonly id: number;
  readonly seen: number;
  readonly hits: number;
}

interface Live {
  readonly id: number;
  readonly spec: z.output<typeof faultSpec>;
  seen: number;
  hits: number;
}

const API_PATH = /^\/(api|v3)\//;

/** The faults in force. Which request is hit depends on the seed and the order of requests alone. */
export class Faults {
  readonly #random;
  #live: Live[] = [];
  #nextId = 1;
  #released = new AbortController();

  constructor(seed: number) {
    this.#random = seededRandom(seed ^ 0xfa017);
  }

  add(spec: FaultSpec): number {
    const id = this.#nextId++;
    this.#live.push({ id, spec: faultSpec.parse(spec), seen: 0, hits: 0 });
    return id;
  }

  /** Takes all faults away and lets go of the requests that hang. */
  clear(): void {
    this.#live = [];
    this.#released.abort();
    this.#released = new AbortController();
  }

  list(): readonly FaultState[] {
    return this.#live.map(({ id, spec, seen, hits }) => ({ id, ...spec, seen, hits }));
  }

  /** Fires when hanging requests have to end. */
  get released(): AbortSignal {
    return this.#released.signal;
  }

  /** The effects that hit this request, in the order in which the faults were added. */
  take(site: Site, method: string, pathAndQuery: string): readonly Effect[] {
    const effects: Effect[] = [];
    for (const fault of this.#live) {
      const { spec } = fault;
      if (!matches(spec, site, method, pathAndQuery)) continue;
      fault.seen += 1;
      if (fault.seen <= spec.skip) continue;
      if (spec.count !== undefined && fault.hits >= spec.count) continue;
      if (spec.probability < 1 && !this.#random.chance(spec.probability)) continue;
      fault.hits += 1;
      effects.push(spec.effect);
    }
    return effects;
  }
}

function matches(
  spec: z.output<typeof faultSpec>,
  site: Site,
  method: string,
  pathAndQuery: string,
): boolean {
  if (!spec.anyPath && !API_PATH.test(pathAndQuery)) return false;
  if (spec.site !== undefined && spec.site !== site) return false;
  if (spec.method !== undefined && spec.method.toUpperCase() !== method) return false;
  return spec.path === undefined || new RegExp(spec.path).test(pathAndQuery);
}

function isRegExp(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
