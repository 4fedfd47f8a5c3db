/**
 * QBO's documented limits, 500 requests and 40 batches a minute and 10 requests a second for a
 * company, planned at 80 % because the firm's people use the same company (developer.intuit.com,
 * Limits and throttles). A batch is a request as well; what finds no room among the batches may
 * still go one by one, so that both limits are used.
 *
 * All are sliding: in no minute and in no second, whenever it begins, is more sent than planned.
 * What counts is when QBO hears a request, and a busy computer sends late: so a request counts for a
 * second after its answer, not after the moment in which it was allowed. Without that, those of two
 * seconds arrive in one, and are refused for a minute.
 */
import { z } from 'zod';
import { type Queue, queueOf } from '../platform/queue';

const SHARE = 0.8;
/**
 * After a 429 somebody else spends the company's budget as well (a colleague's browser): half the
 * pace for so long, else both are refused again in step.
 */
const SLOW_MS = 5 * 60_000;
const SLOW_PACE = 0.5;
/** No hold is longer, even after the clock was set back. */
const HOLD_MS_MAX = 15 * 60_000;

interface Window {
  readonly requestsMax: number;
  readonly periodMs: number;
}

const MINUTE: Window = { requestsMax: 500 * SHARE, periodMs: 60_000 };
const SECOND: Window = { requestsMax: 10 * SHARE, periodMs: 1_000 };
const BATCHES: Window = { requestsMax: 40 * SHARE, periodMs: 60_000 };
/** An answer that takes longer was heard long before: what is slow is the work, not the way. */
const ON_THE_WAY_MS_MAX = 500;
/** Waits up to this are part of the pace, not news. */
const PACE_MS_MAX = ON_THE_WAY_MS_MAX + SECOND.periodMs;
const LOOK_AGAIN_MS = 125;

const budget = z.object({
  /** When requests of the last minute left, oldest first. */
  sentAtMs: z.array(z.number()),
  /** Until when each request of the last second counts for that second. */
  countsUntilMs: z.array(z.number()).default([]),
  /** When batches of the last minute left, oldest first. */
  batchAtMs: z.array(z.number()).default([]),
  holdUntilMs: z.number(),
  slowUntilMs: z.number(),
});
type Budget = z.infer<typeof budget>;

/** Keeps one small JSON value that outlives the worker (`storage.session`). */
export interface BudgetStore {
  get(): Promise<unknown>;
  set(value: unknown): Promise<void>;
}

type Answered = () => Promise<void>;

export interface Limiter {
  /**
   * Comes back when one more request may be sent. First come, first served. What it gives is called
   * once the request is answered, or failed.
   */
  acquire(): Promise<Answered>;
  /** The same for a batch; null where that would have to wait for the batches of the last minute. */
  acquireBatch(): Promise<Answered | null>;
  /** After a 429: nobody sends before `untilMs`. */
  hold(untilMs: number): Promise<void>;
}

interface Turn {
  /** 0: it was taken. */
  readonly waitMs: number;
  /** The part of it that only a batch waits for. */
  readonly batchMs: number;
  readonly sleepMs: number;
  readonly countsUntilMs: number;
}

/** Whoever shares a budget waits in one line: a port of its own makes nobody faster. */
export function createLimiter(deps: {
  readonly store: BudgetStore;
  now(): number;
  sleep(ms: number): Promise<void>;
  readonly onWait?: ((untilMs: number) => void) | undefined;
}): Limiter {
  const budget = new SharedBudget(deps.store, deps.now);
  const take = async (isBatch: boolean): Promise<Answered | null> => {
    for (;;) {
      const { waitMs, batchMs, sleepMs, countsUntilMs } = await budget.take(isBatch);
      if (batchMs > PACE_MS_MAX) return null;
      // Never throws: what was answered is answered, and the request stops counting by itself.
      if (waitMs === 0) return () => budget.answered(countsUntilMs).catch(() => undefined);
      if (waitMs > PACE_MS_MAX) deps.onWait?.(deps.now() + waitMs);
      await deps.sleep(sleepMs);
    }
  };
  return {
    async acquire() {
      const taken = await take(false);
      if (!taken) throw new Error('a request of its own waits for no batch');
      return taken;
    },
    acquireBatch: () => take(true),
    async hold(untilMs) {
      if (await budget.hold(untilMs)) deps.onWait?.(untilMs);
    },
  };
}

/** What is kept, each time read, changed and kept again before anybody else does. */
class SharedBudget {
  readonly #line: Queue;

  constructor(
    private readonly store: BudgetStore,
    private readonly now: () => number,
  ) {
    this.#line = queueOf(store);
  }

  /** Notes one more request, unless it has to wait. */
  take(isBatch: boolean): Promise<Turn> {
    return this.#line.add(async () => {
      const nowMs = this.now();
      const current = await this.#load(nowMs);
      const batchMs = isBatch ? waitOfBatch(current, nowMs) : 0;
      const waitMs = Math.max(waitOf(current, nowMs), batchMs);
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
      const isOpen = current.countsUntilMs.some((untilMs) => untilMs > nowMs + SECOND.periodMs);
      const mayShorten = isOpen && waitMs <= PACE_MS_MAX;
      const sleepMs = mayShorten ? Math.min(waitMs, LOOK_AGAIN_MS) : waitMs;
      return { waitMs, batchMs, sleepMs, countsUntilMs };
    });
  }

  /** A request that was taken until `assumedMs` counts for a second from now, where that is less. */
  answered(assumedMs: number): Promise<void> {
    return this.#line.add(async () => {
      const nowMs = this.now();
      const current = await this.#load(nowMs);
      const untilMs = nowMs + SECOND.periodMs;
      const at = current.countsUntilMs.indexOf(assumedMs);
      if (at < 0 || untilMs >= assumedMs) return;
      await this.store.set({ ...current, countsUntilMs: current.countsUntilMs.with(at, untilMs) });
    });
  }

  /** Was it news that nobody sends before then? */
  hold(untilMs: number): Promise<boolean> {
    return this.#line.add(async () => {
      const current = await this.#load(this.now());
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
    return { sentAtMs: [], countsUntilMs: [], batchAtMs: [], holdUntilMs: 0, slowUntilMs: 0 };
  }
  const { sentAtMs, countsUntilMs, batchAtMs, holdUntilMs, slowUntilMs } = parsed.data;
  const ofLastMinute = (times: readonly number[]) =>
    times.map((atMs) => Math.min(atMs, nowMs)).filter((atMs) => atMs > nowMs - MINUTE.periodMs);
  return {
    countsUntilMs: countsUntilMs
      .map((untilMs) => Math.min(untilMs, nowMs + PACE_MS_MAX))
      .filter((untilMs) => untilMs > nowMs),
    sentAtMs: ofLastMinute(sentAtMs),
    batchAtMs: ofLastMinute(batchAtMs),
    holdUntilMs: Math.min(holdUntilMs, nowMs + HOLD_MS_MAX),
    slowUntilMs: Math.min(slowUntilMs, nowMs + HOLD_MS_MAX + SLOW_MS),
  };
}

function waitOf(current: Budget, nowMs: number): number {
  const pace = nowMs < current.slowUntilMs ? SLOW_PACE : 1;
  // The ones that have to leave their window before another may come in.
  const ofMinute = current.sentAtMs.at(-MINUTE.requestsMax * pace);
  const ofSecond = current.countsUntilMs.toSorted((a, b) => a - b).at(-SECOND.requestsMax * pace);
  const freeAtMs = Math.max(ofMinute === undefined ? 0 : ofMinute + MINUTE.periodMs, ofSecond ?? 0);
  return Math.max(0, Math.max(current.holdUntilMs, freeAtMs) - nowMs);
}

function waitOfBatch({ batchAtMs, slowUntilMs }: Budget, nowMs: number): number {
  const pace = nowMs < slowUntilMs ? SLOW_PACE : 1;
  const first = batchAtMs.at(-BATCHES.requestsMax * pace);
  return first === undefined ? 0 : Math.max(0, first + BATCHES.periodMs - nowMs);
}
