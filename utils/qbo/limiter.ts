/**
 * QBO's documented limits, 500 requests a minute and 10 a second for a company, planned at 80 %
 * because the firm's people use the same company (developer.intuit.com, Limits and throttles).
 *
 * One token bucket each. A bucket lets its burst and its refill through within one period, so both
 * together are the 80 %: a quarter of it is the burst, the rest the refill.
 */
import { z } from 'zod';

const SHARE = 0.8;
const BURST_SHARE = 0.25;
/** Waits shorter than this are part of the pace, not news. */
const SILENT_WAIT_MS_MAX = 1_000;
/**
 * After a 429 somebody else spends the company's budget as well (a colleague's browser): half the
 * pace for so long, else both are refused again in step.
 */
const SLOW_MS = 5 * 60_000;
const SLOW_PACE = 0.5;
/** No hold is longer, even after the clock was set back. */
const HOLD_MS_MAX = 15 * 60_000;

interface Bucket {
  readonly capacity: number;
  readonly tokensPerMs: number;
}

function bucketOf(requestsMax: number, periodMs: number): Bucket {
  const planned = requestsMax * SHARE;
  const capacity = Math.floor(planned * BURST_SHARE);
  return { capacity, tokensPerMs: (planned - capacity) / periodMs };
}

const MINUTE = bucketOf(500, 60_000);
const SECOND = bucketOf(10, 1_000);

const budget = z.object({
  minuteTokens: z.number().min(0),
  secondTokens: z.number().min(0),
  atMs: z.number(),
  holdUntilMs: z.number(),
  slowUntilMs: z.number().default(0),
});
type Budget = z.infer<typeof budget>;

/** Keeps one small JSON value that outlives the worker (`storage.session`). */
export interface BudgetStore {
  get(): Promise<unknown>;
  set(value: unknown): Promise<void>;
}

export interface Limiter {
  /** Comes back when one more request may be sent. First come, first served. */
  acquire(): Promise<void>;
  /** After a 429: nobody sends before `untilMs`. */
  hold(untilMs: number): Promise<void>;
}

/** Whoever shares a budget waits in one line: a port of its own makes nobody faster. */
const turns = new WeakMap<BudgetStore, Promise<unknown>>();

export function createLimiter(deps: {
  readonly store: BudgetStore;
  now(): number;
  sleep(ms: number): Promise<void>;
  readonly onWait?: ((untilMs: number) => void) | undefined;
}): Limiter {
  const { store } = deps;
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const last = turns.get(store) ?? Promise.resolve();
    const mine = last.then(act, act);
    turns.set(
      store,
      mine.catch(() => undefined),
    );
    return mine;
  };
  const load = async (): Promise<Budget> => refilled(await deps.store.get(), deps.now());
  const tryTake = (): Promise<number> =>
    inTurn(async () => {
      const current = await load();
      const waitMs = waitOf(current, deps.now());
      if (waitMs > 0) return waitMs;
      await deps.store.set({
        ...current,
        minuteTokens: current.minuteTokens - 1,
        secondTokens: current.secondTokens - 1,
      });
      return 0;
    });
  return {
    async acquire() {
      for (;;) {
        const waitMs = await tryTake();
        if (waitMs === 0) return;
        if (waitMs > SILENT_WAIT_MS_MAX) deps.onWait?.(deps.now() + waitMs);
        await deps.sleep(waitMs);
      }
    },
    hold: (untilMs) =>
      inTurn(async () => {
        const current = await load();
        if (untilMs <= current.holdUntilMs) return;
        const slowUntilMs = untilMs + SLOW_MS;
        await deps.store.set({ ...current, holdUntilMs: untilMs, slowUntilMs });
        deps.onWait?.(untilMs);
      }),
  };
}

/** What is left now. A value that cannot be read starts full; a clock set back refills nothing. */
function refilled(stored: unknown, nowMs: number): Budget {
  const parsed = budget.safeParse(stored);
  if (!parsed.success) {
    const full = { minuteTokens: MINUTE.capacity, secondTokens: SECOND.capacity };
    return { ...full, atMs: nowMs, holdUntilMs: 0, slowUntilMs: 0 };
  }
  const { minuteTokens, secondTokens, atMs, holdUntilMs, slowUntilMs } = parsed.data;
  const passedMs = Math.max(0, nowMs - atMs) * paceOf(parsed.data, nowMs);
  return {
    minuteTokens: filled(MINUTE, minuteTokens, passedMs),
    secondTokens: filled(SECOND, secondTokens, passedMs),
    atMs: nowMs,
    holdUntilMs: Math.min(holdUntilMs, nowMs + HOLD_MS_MAX),
    slowUntilMs: Math.min(slowUntilMs, nowMs + HOLD_MS_MAX + SLOW_MS),
  };
}

/** The share of the usual refill. */
function paceOf({ slowUntilMs }: Pick<Budget, 'slowUntilMs'>, nowMs: number): number {
  return nowMs < slowUntilMs ? SLOW_PACE : 1;
}

function filled(bucket: Bucket, tokens: number, passedMs: number): number {
  return Math.min(bucket.capacity, tokens + passedMs * bucket.tokensPerMs);
}

function waitOf(current: Budget, nowMs: number): number {
  const holdMs = current.holdUntilMs - nowMs;
  const pace = paceOf(current, nowMs);
  const minuteMs = (1 - current.minuteTokens) / (MINUTE.tokensPerMs * pace);
  const secondMs = (1 - current.secondTokens) / (SECOND.tokensPerMs * pace);
  return Math.max(0, Math.ceil(Math.max(holdMs, minuteMs, secondMs)));
}
