/**
 * QBO's documented limits, 500 requests a minute and 10 a second for a company, planned at 80 %
 * because the firm's people use the same company (developer.intuit.com, Limits and throttles).
 *
 * Both are sliding: in no minute and in no second, whenever it begins, is more sent than planned.
 * What counts is when QBO hears a request, and a busy computer sends late: so a request counts for a
 * second after its answer, not after the moment in which it was allowed. Without that, those of two
 * seconds arrive in one, and are refused for a minute.
 */
import { z } from 'zod';
import { queueOf } from '../platform/queue';

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
  holdUntilMs: z.number(),
  slowUntilMs: z.number(),
});
type Budget = z.infer<typeof budget>;

/** Keeps one small JSON value that outlives the worker (`storage.session`). */
export interface BudgetStore {
  get(): Promise<unknown>;
  set(value: unknown): Promise<void>;
}

export interface Limiter {
  /**
   * Comes back when one more request may be sent. First come, first served. What it gives is called
   * once the request is answered, or failed.
   */
  acquire(): Promise<() => Promise<void>>;
  /** After a 429: nobody sends before `untilMs`. */
  hold(untilMs: number): Promise<void>;
}

/** Whoever shares a budget waits in one line: a port of its own makes nobody faster. */
export function createLimiter(deps: {
  readonly store: BudgetStore;
  now(): number;
  sleep(ms: number): Promise<void>;
  readonly onWait?: ((untilMs: number) => void) | undefined;
}): Limiter {
  const { store } = deps;
  const line = queueOf(store);
  const load = async (nowMs: number): Promise<Budget> => readBudget(await store.get(), nowMs);
  const tryTake = (): Promise<{ waitMs: number; sleepMs: number; countsUntilMs: number }> =>
    line.add(async () => {
      const nowMs = deps.now();
      const current = await load(nowMs);
      const waitMs = waitOf(current, nowMs);
      const countsUntilMs = nowMs + PACE_MS_MAX;
      const sent = waitMs > 0 ? [] : [nowMs];
      // Kept while it waits, too: a clock that was set back is noted once.
      await store.set({
        ...current,
        sentAtMs: [...current.sentAtMs, ...sent],
        countsUntilMs: [...current.countsUntilMs, ...sent.map(() => countsUntilMs)],
      });
      // An answer that is still to come may make room sooner.
      const isOpen = current.countsUntilMs.some((untilMs) => untilMs > nowMs + SECOND.periodMs);
      const mayShorten = isOpen && waitMs <= PACE_MS_MAX;
      const sleepMs = mayShorten ? Math.min(waitMs, LOOK_AGAIN_MS) : waitMs;
      return { waitMs, sleepMs, countsUntilMs };
    });
  const note = (assumedMs: number): Promise<void> =>
    line.add(async () => {
      const nowMs = deps.now();
      const current = await load(nowMs);
      const untilMs = nowMs + SECOND.periodMs;
      const at = current.countsUntilMs.indexOf(assumedMs);
      if (at < 0 || untilMs >= assumedMs) return;
      await store.set({ ...current, countsUntilMs: current.countsUntilMs.with(at, untilMs) });
    });
  // Never throws: what was answered is answered, and the request stops counting by itself.
  const answered = (assumedMs: number) => note(assumedMs).catch(() => undefined);
  return {
    async acquire() {
      for (;;) {
        const { waitMs, sleepMs, countsUntilMs } = await tryTake();
        if (waitMs === 0) return () => answered(countsUntilMs);
        if (waitMs > PACE_MS_MAX) deps.onWait?.(deps.now() + waitMs);
        await deps.sleep(sleepMs);
      }
    },
    hold: (untilMs) =>
      line.add(async () => {
        const current = await load(deps.now());
        if (untilMs <= current.holdUntilMs) return;
        const slowUntilMs = untilMs + SLOW_MS;
        await store.set({ ...current, holdUntilMs: untilMs, slowUntilMs });
        deps.onWait?.(untilMs);
      }),
  };
}

/**
 * What was sent within the last minute. A value that cannot be read is none; after a clock was set
 * back everything counts as sent just now.
 */
function readBudget(stored: unknown, nowMs: number): Budget {
  const parsed = budget.safeParse(stored);
  if (!parsed.success) return { sentAtMs: [], countsUntilMs: [], holdUntilMs: 0, slowUntilMs: 0 };
  const { sentAtMs, countsUntilMs, holdUntilMs, slowUntilMs } = parsed.data;
  return {
    countsUntilMs: countsUntilMs
      .map((untilMs) => Math.min(untilMs, nowMs + PACE_MS_MAX))
      .filter((untilMs) => untilMs > nowMs),
    sentAtMs: sentAtMs
      .map((atMs) => Math.min(atMs, nowMs))
      .filter((atMs) => atMs > nowMs - MINUTE.periodMs),
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
