import { z } from 'zod';
import type { Clock } from './clock';
import { type Effect, effect } from './effects';
import { seededRandom } from './firm/random';

export type { EffectSpec as Effect } from './effects';

/** The three sites that the sandbox stands in for. */
export const HOSTS = {
  tps: 'app.tpssoftware.com',
  qbo: 'qbo.intuit.com',
  qboApi: 'quickbooks.api.intuit.com',
} as const;
export type Site = keyof typeof HOSTS;

/** An instant, or milliseconds of the stand-ins' clock from the moment the fault is added. */
const moment = z.union([z.iso.datetime({ offset: true }), z.int().min(0)]);

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
    /** In force from here on, and before there; what passes outside is not counted by `skip`. */
    from: moment.optional(),
    until: moment.optional(),
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

/** One effect on one request. */
export interface Hit {
  readonly effect: Effect;
  /** What the first group of `path` caught. */
  readonly caught: string | undefined;
}

interface Live {
  readonly id: number;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly spec: z.output<typeof faultSpec>;
  seen: number;
  hits: number;
}

const PROBLEMS_MAX = 100;
const API_PATH = /^\/(api|v3)\//;

/** The faults in force. Which request is hit depends on the seed and the order of requests alone. */
export class Faults {
  readonly #random;
  readonly #clock: Clock;
  readonly #problems: string[] = [];
  #live: Live[] = [];
  #nextId = 1;
  #released = new AbortController();

  constructor(seed: number, clock: Clock) {
    this.#clock = clock;
    this.#random = seededRandom(seed ^ 0xfa017);
  }

  add(spec: FaultSpec): number {
    const parsed = faultSpec.parse(spec);
    const id = this.#nextId++;
    const nowMs = this.#clock.now().getTime();
    this.#live.push({
      id,
      spec: parsed,
      fromMs: msOf(parsed.from, nowMs) ?? Number.NEGATIVE_INFINITY,
      untilMs: msOf(parsed.until, nowMs) ?? Number.POSITIVE_INFINITY,
      seen: 0,
      hits: 0,
    });
    return id;
  }

  /** Takes all faults away and lets go of the requests that hang. */
  clear(): void {
    this.#live = [];
    this.#problems.length = 0;
    this.#released.abort();
    this.#released = new AbortController();
  }

  list(): readonly FaultState[] {
    return this.#live.map(({ id, spec, seen, hits }) => ({ id, ...spec, seen, hits }));
  }

  /** Notes an act or lever of a fault that was refused; the request itself goes on. */
  refused(error: unknown): void {
    if (this.#problems.length < PROBLEMS_MAX) this.#problems.push(String(error));
  }

  /** What went wrong within faults: a test that relies on them looks here when it fails. */
  get problems(): readonly string[] {
    return [...this.#problems];
  }

  /** Fires when hanging requests have to end. */
  get released(): AbortSignal {
    return this.#released.signal;
  }

  /** The effects that hit this request, in the order in which the faults were added. */
  take(site: Site, method: string, pathAndQuery: string): readonly Hit[] {
    const nowMs = this.#clock.now().getTime();
    const hits: Hit[] = [];
    for (const fault of this.#live) {
      const { spec } = fault;
      if (nowMs < fault.fromMs || nowMs >= fault.untilMs) continue;
      if (!concerns(spec, site, method, pathAndQuery)) continue;
      const match = new RegExp(spec.path ?? '').exec(pathAndQuery);
      if (!match) continue;
      fault.seen += 1;
      if (fault.seen <= spec.skip) continue;
      if (spec.count !== undefined && fault.hits >= spec.count) continue;
      if (spec.probability < 1 && !this.#random.chance(spec.probability)) continue;
      fault.hits += 1;
      hits.push({ effect: spec.effect, caught: match[1] });
    }
    return hits;
  }
}

function concerns(
  spec: z.output<typeof faultSpec>,
  site: Site,
  method: string,
  pathAndQuery: string,
): boolean {
  if (!spec.anyPath && !API_PATH.test(pathAndQuery)) return false;
  if (spec.site !== undefined && spec.site !== site) return false;
  return spec.method === undefined || spec.method.toUpperCase() === method;
}

function msOf(moment: string | number | undefined, nowMs: number): number | undefined {
  if (moment === undefined) return undefined;
  return typeof moment === 'string' ? Date.parse(moment) : nowMs + moment;
}

function isRegExp(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
