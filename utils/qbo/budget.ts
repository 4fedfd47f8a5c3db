/**
 * What was sent to a company within the last minute, kept where it outlives the worker, and how long
 * the next request has to wait for it (`limits.ts`).
 */
import { z } from 'zod';
import { type Queue, queueOf } from '../platform/queue';
import { beside, type Limits, limitsAt, MINUTE_MS, SECOND_MS } from './limits';

/** Where nobody has chosen another one in Settings. */
export const USUAL_SHARE = 0.8;
/**
 * After a 429 somebody else spends the company's budget as well (a colleague's browser): half the
 * pace for so long, else both are refused again in step.
 */
const SLOW_MS = 5 * 60_000;
const SLOW_PACE = 0.5;
/** No hold is longer, even after the clock was set back. */
const HOLD_MS_MAX = 15 * 60_000;

/** An answer that takes longer was heard long before: what is slow is the work, not the way. */
const ON_THE_WAY_MS_MAX = 500;
/** Waits up to this are part of the pace, not news. */
export const PACE_MS_MAX = ON_THE_WAY_MS_MAX + SECOND_MS;
const LOOK_AGAIN_MS = 125;

const budget = z.object({
  /** When requests of the last minute left, oldest first. */
  sentAtMs: z.array(z.number()),
  /** Until when each request of the last second counts for that second. */
  countsUntilMs: z.array(z.number()).default([]),
  /** When batches of the last minute left, oldest first. */
  batchAtMs: z.array(z.number()).default([]),
  /** When the firm's people have sent something within the last minute. */
  peopleAtMs: z.array(z.number()).default([]),
  holdUntilMs: z.number(),
  slowUntilMs: z.number(),
});
type Budget = z.infer<typeof budget>;

/** Keeps one small JSON value that outlives the worker (`storage.session`). */
export interface BudgetStore {
  get(): Promise<unknown>;
  set(value: unknown): Promise<void>;
}

export interface Asked {
  /** 0: it was taken. */
  readonly waitMs: number;
  /** The part of it that only a batch waits for. */
  readonly batchMs: number;
  readonly sleepMs: number;
  readonly countsUntilMs: number;
}

function without(times: readonly number[], time: number): number[] {
  const at = times.indexOf(time);
  return at < 0 ? [...times] : times.toSpliced(at, 1);
}

/** Batches whose turn it is, of whoever shares the budget. */
const waiters = new WeakMap<object, Set<object>>();

function waitersOf(store: object): Set<object> {
  const known = waiters.get(store) ?? new Set();
  waiters.set(store, known);
  return known;
}

/** What is kept, each time read, changed and kept again before anybody else does. */
export class SharedBudget {
  readonly #line: Queue;

  constructor(
    private readonly store: BudgetStore,
    private readonly deps: {
      now(): number;
      share(): Promise<number>;
      people(): readonly number[];
    },
  ) {
    this.#line = queueOf(store);
  }

  /**
   * Notes one more request, unless it has to wait. A batch that waits for nothing but the second goes
   * before whatever goes one by one: it carries so much more.
   *
   * @param batch who asks, of a batch; null of a request of its own
   */
  take(batch: object | null): Promise<Asked> {
    return this.#line.add(async () => {
      const { deps } = this;
      const chosen = await deps.share();
      const share = chosen > 0 && chosen < 1 ? chosen : USUAL_SHARE;
      const nowMs = deps.now();
      const known = await this.#load(nowMs);
      const current = { ...known, peopleAtMs: [...known.peopleAtMs, ...deps.people()] };
      const isBatch = batch !== null;
      const pace = nowMs < current.slowUntilMs ? SLOW_PACE : 1;
      const limits = beside(limitsAt(share, pace), current.peopleAtMs, nowMs);
      const batchMs = isBatch ? waitOfBatch(current, nowMs, limits) : 0;
      const first = waitersOf(this.store);
      if (batch) first[batchMs === 0 ? 'add' : 'delete'](batch);
      const forOthers = !isBatch && first.size > 0 ? LOOK_AGAIN_MS : 0;
      const waitMs = Math.max(waitOf(current, nowMs, isBatch, limits), batchMs, forOthers);
      const countsUntilMs = nowMs + PACE_MS_MAX;
      const sent = waitMs > 0 ? [] : [nowMs];
      // Kept while it waits, too: a clock that was set back is noted once.
      await this.store.set({
        ...current,
        sentAtMs: [...current.sentAtMs, ...sent],
        countsUntilMs: [...current.countsUntilMs, ...sent.map(() => countsUntilMs)],
        batchAtMs: isBatch ? [...current.batchAtMs, ...sent] : current.batchAtMs,
      });
      // An answer that is still to come may make room sooner.
      const isOpen = current.countsUntilMs.some((untilMs) => untilMs > nowMs + SECOND_MS);
      const mayShorten = isOpen && waitMs <= PACE_MS_MAX;
      const sleepMs = mayShorten ? Math.min(waitMs, LOOK_AGAIN_MS) : waitMs;
      return { waitMs, batchMs, sleepMs, countsUntilMs };
    });
  }

  /** It has its turn, or asks no more. */
  leave(batch: object): void {
    waitersOf(this.store).delete(batch);
  }

  /** A request that was taken until `assumedMs` counts for a second from now, where that is less. */
  answered(assumedMs: number): Promise<void> {
    return this.#line.add(async () => {
      const nowMs = this.deps.now();
      const current = await this.#load(nowMs);
      const untilMs = nowMs + SECOND_MS;
      const at = current.countsUntilMs.indexOf(assumedMs);
      if (at < 0 || untilMs >= assumedMs) return;
      await this.store.set({ ...current, countsUntilMs: current.countsUntilMs.with(at, untilMs) });
    });
  }

  /** A request that was taken until `assumedMs` was not sent. */
  giveBack(assumedMs: number): Promise<void> {
    return this.#line.add(async () => {
      const current = await this.#load(this.deps.now());
      const tookMs = assumedMs - PACE_MS_MAX;
      await this.store.set({
        ...current,
        sentAtMs: without(current.sentAtMs, tookMs),
        countsUntilMs: without(current.countsUntilMs, assumedMs),
        batchAtMs: without(current.batchAtMs, tookMs),
      });
    });
  }

  /** Was it news that nobody sends before then? */
  hold(untilMs: number): Promise<boolean> {
    return this.#line.add(async () => {
      const current = await this.#load(this.deps.now());
      if (untilMs <= current.holdUntilMs) return false;
      const slowUntilMs = untilMs + SLOW_MS;
      await this.store.set({ ...current, holdUntilMs: untilMs, slowUntilMs });
      return true;
    });
  }

  async #load(nowMs: number): Promise<Budget> {
    return readBudget(await this.store.get(), nowMs);
  }
}

/**
 * What was sent within the last minute. A value that cannot be read is none; after a clock was set
 * back everything counts as sent just now.
 */
function readBudget(stored: unknown, nowMs: number): Budget {
  const parsed = budget.safeParse(stored);
  if (!parsed.success) {
    return {
      ...{ sentAtMs: [], countsUntilMs: [], batchAtMs: [], peopleAtMs: [] },
      ...{ holdUntilMs: 0, slowUntilMs: 0 },
    };
  }
  const { sentAtMs, countsUntilMs, batchAtMs, peopleAtMs, holdUntilMs, slowUntilMs } = parsed.data;
  const ofLastMinute = (times: readonly number[]) =>
    times.map((atMs) => Math.min(atMs, nowMs)).filter((atMs) => atMs > nowMs - MINUTE_MS);
  return {
    countsUntilMs: countsUntilMs
      .map((untilMs) => Math.min(untilMs, nowMs + PACE_MS_MAX))
      .filter((untilMs) => untilMs > nowMs),
    sentAtMs: ofLastMinute(sentAtMs),
    batchAtMs: ofLastMinute(batchAtMs),
    peopleAtMs: ofLastMinute(peopleAtMs),
    holdUntilMs: Math.min(holdUntilMs, nowMs + HOLD_MS_MAX),
    slowUntilMs: Math.min(slowUntilMs, nowMs + HOLD_MS_MAX + SLOW_MS),
  };
}

function waitOf(current: Budget, nowMs: number, isBatch: boolean, limits: Limits): number {
  const { minute, second, batches } = limits;
  // Where there are batches, those of this minute that are still to come have their room.
  const gone = current.batchAtMs.length;
  const room = isBatch || gone === 0 ? 0 : Math.max(0, batches.requestsMax - gone);
  // The ones that have to leave their window before another may come in.
  const ofMinute = current.sentAtMs.at(-Math.max(1, minute.requestsMax - room));
  const ofSecond = current.countsUntilMs.toSorted((a, b) => a - b).at(-second.requestsMax);
  const freeAtMs = Math.max(ofMinute === undefined ? 0 : ofMinute + MINUTE_MS, ofSecond ?? 0);
  return Math.max(0, Math.max(current.holdUntilMs, freeAtMs) - nowMs);
}

function waitOfBatch({ batchAtMs }: Budget, nowMs: number, limits: Limits): number {
  const waits = [limits.batches, limits.batchesSoon].map(({ requestsMax, periodMs }) => {
    const first = batchAtMs.at(-requestsMax);
    return first === undefined ? 0 : first + periodMs - nowMs;
  });
  return Math.max(0, ...waits);
}
