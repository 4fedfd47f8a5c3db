/**
 * QBO's documented limits, 500 requests a minute and 10 a second for a company, planned at 80 %
 * because the firm's people use the same company (developer.intuit.com, Limits and throttles).
 *
 * Both are sliding: in no minute and in no second, whenever it begins, is more sent than planned.
 */
import { z } from 'zod';
import { queueOf } from '../platform/queue';

const SHARE = 0.8;
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

interface Window {
  readonly requestsMax: number;
  readonly periodMs: number;
}

const MINUTE: Window = { requestsMax: 500 * SHARE, periodMs: 60_000 };
const SECOND: Window = { requestsMax: 10 * SHARE, periodMs: 1_000 };

const budget = z.object({
  /** When requests of the last minute left, oldest first. */
  sentAtMs: z.array(z.number()),
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
  /** Comes back when one more request may be sent. First come, first served. */
  acquire(): Promise<void>;
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
  const tryTake = (): Promise<number> =>
    line.add(async () => {
      const nowMs = deps.now();
      const current = await load(nowMs);
      const waitMs = waitOf(current, nowMs);
      const sent = waitMs > 0 ? [] : [nowMs];
      await store.set({ ...current, sentAtMs: [...current.sentAtMs, ...sent] });
      return waitMs;
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
  if (!parsed.success) return { sentAtMs: [], holdUntilMs: 0, slowUntilMs: 0 };
  const { sentAtMs, holdUntilMs, slowUntilMs } = parsed.data;
  return {
    sentAtMs: sentAtMs
      .map((atMs) => Math.min(atMs, nowMs))
      .filter((atMs) => atMs > nowMs - MINUTE.periodMs),
    holdUntilMs: Math.min(holdUntilMs, nowMs + HOLD_MS_MAX),
    slowUntilMs: Math.min(slowUntilMs, nowMs + HOLD_MS_MAX + SLOW_MS),
  };
}

function waitOf(current: Budget, nowMs: number): number {
  const pace = nowMs < current.slowUntilMs ? SLOW_PACE : 1;
  const freeAtMs = [MINUTE, SECOND].map(({ requestsMax, periodMs }) => {
    // The one that has to leave the window before another may come in.
    const leaving = current.sentAtMs.at(-requestsMax * pace);
    return leaving === undefined ? 0 : leaving + periodMs;
  });
  return Math.max(0, Math.max(current.holdUntilMs, ...freeAtMs) - nowMs);
}
