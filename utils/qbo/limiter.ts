/**
 * QBO's documented limits, 500 requests and 40 batches a minute and 10 requests a second for a
 * company, of which we use a share, because the firm's people use the same company
 * (developer.intuit.com, Limits and throttles). A batch is a request as well; what finds no room among the batches may
 * still go one by one, so that both limits are used.
 *
 * All are sliding: in no minute and in no second, whenever it begins, is more sent than planned.
 * What counts is when QBO hears a request, and a busy computer sends late: so a request counts for a
 * second after its answer, not after the moment in which it was allowed. Without that, those of two
 * seconds arrive in one, and are refused for a minute.
 */
import { z } from 'zod';
import { type Queue, queueOf } from '../platform/queue';

/** Where nobody has chosen another one in Settings. */
const USUAL_SHARE = 0.8;
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

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/** The limits as we keep them. */
interface Limits {
  readonly minute: Window;
  readonly second: Window;
  readonly batches: Window;
  /**
   * Spread over the minute, so that there is room for one again soon: a quarter of them in a quarter
   * of it. What goes one by one leaves them their room.
   */
  readonly batchesSoon: Window;
}

/** @param pace 1, or less after a refusal */
function limitsAt(share: number, pace: number): Limits {
  const part = (of: number) => Math.max(1, Math.floor(of * share * pace));
  const batches = part(40);
  return {
    minute: { requestsMax: part(500), periodMs: MINUTE_MS },
    second: { requestsMax: part(10), periodMs: SECOND_MS },
    batches: { requestsMax: batches, periodMs: MINUTE_MS },
    batchesSoon: { requestsMax: Math.ceil(batches / 4), periodMs: MINUTE_MS / 4 },
  };
}

/** Who waits longer for a batch is better off one by one, which takes each item so long. */
const ITEM_MS = 240;
const BATCH_WAIT_MS_MAX = 6_000;
/** An answer that takes longer was heard long before: what is slow is the work, not the way. */
const ON_THE_WAY_MS_MAX = 500;
/** Waits up to this are part of the pace, not news. */
const PACE_MS_MAX = ON_THE_WAY_MS_MAX + SECOND_MS;
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

/** A turn to send one request. */
export interface Turn {
  /** It is answered, or has failed. Never throws. */
  answered(): Promise<void>;
  /** Nothing was sent after all. Never throws. */
  giveBack(): Promise<void>;
}

export interface Limiter {
  /** Comes back when one more request may be sent. What it gives is told what became of it. */
  acquire(): Promise<Turn>;
  /**
   * The same for a batch of so many items; null where that would have to wait for the batches of the
   * last minute longer than the items need one by one.
   */
  acquireBatch(items: number): Promise<Turn | null>;
  /** After a 429: nobody sends before `untilMs`. */
  hold(untilMs: number): Promise<void>;
}

interface Asked {
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
  /** How much of the limits is ours, from 0 to 1. */
  readonly share?: (() => Promise<number>) | undefined;
  readonly onWait?: ((untilMs: number) => void) | undefined;
}): Limiter {
  const budget = new SharedBudget(deps.store, deps.now, deps.share ?? usualShare);
  /** @param items of a batch; 0 of a request of its own */
  const take = async (items: number): Promise<Turn | null> => {
    const asking = {};
    try {
      for (;;) {
        const asked = await budget.take(items > 0 ? asking : null);
        const { waitMs, batchMs, sleepMs, countsUntilMs } = asked;
        if (batchMs > Math.min(items * ITEM_MS, BATCH_WAIT_MS_MAX)) return null;
        if (waitMs === 0) return turnOf(budget, countsUntilMs);
        if (waitMs > Math.max(PACE_MS_MAX, batchMs)) deps.onWait?.(deps.now() + waitMs);
        await deps.sleep(sleepMs);
      }
    } finally {
      budget.leave(asking);
    }
  };
  return {
    async acquire() {
      const taken = await take(0);
      if (!taken) throw new Error('a request of its own waits for no batch');
      return taken;
    },
    acquireBatch: (items) => take(Math.max(1, items)),
    async hold(untilMs) {
      if (await budget.hold(untilMs)) deps.onWait?.(untilMs);
    },
  };
}

/** What cannot be noted is forgotten: the request stops counting by itself. */
function turnOf(budget: SharedBudget, countsUntilMs: number): Turn {
  const quietly = (done: Promise<void>) => done.catch(() => undefined);
  return {
    answered: () => quietly(budget.answered(countsUntilMs)),
    giveBack: () => quietly(budget.giveBack(countsUntilMs)),
  };
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

async function usualShare(): Promise<number> {
  return USUAL_SHARE;
}

/** What is kept, each time read, changed and kept again before anybody else does. */
class SharedBudget {
  readonly #line: Queue;

  constructor(
    private readonly store: BudgetStore,
    private readonly now: () => number,
    private readonly share: () => Promise<number>,
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
      const chosen = await this.share();
      const share = chosen > 0 && chosen < 1 ? chosen : USUAL_SHARE;
      const nowMs = this.now();
      const current = await this.#load(nowMs);
      const isBatch = batch !== null;
      const limits = limitsAt(share, nowMs < current.slowUntilMs ? SLOW_PACE : 1);
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
      const nowMs = this.now();
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
      const current = await this.#load(this.now());
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
    times.map((atMs) => Math.min(atMs, nowMs)).filter((atMs) => atMs > nowMs - MINUTE_MS);
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
