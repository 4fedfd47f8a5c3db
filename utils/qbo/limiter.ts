/**
 * QBO's documented limits, 500 requests a minute and 10 a second for a company, planned at 80 %
 * because the firm's people use the same company (developer.intuit.com, Limits and throttles).
 *
 * Counted in windows that slide with each request, so that what is planned is also what is used: no
 * 60 seconds ever hold more than 400 requests, and a long run sends 400 in each of them.
 */
import { z } from 'zod';

const SHARE = 0.8;
const MINUTE_MAX = 500 * SHARE;
/** Eight a second, two at a time: what arrives in a bunch must not look like more. */
const BUNCH_MS = 250;
const BUNCH_MAX = (10 * SHARE * BUNCH_MS) / 1_000;
/** The pace of the minute, kept from its beginning: a long run never stands still for its end. */
const PACE_MS = 3_000;

interface Window {
  readonly lengthMs: number;
  readonly requestsMax: number;
}

const LONGEST: Window = { lengthMs: 60_000, requestsMax: MINUTE_MAX };
const WINDOWS: readonly Window[] = [
  { lengthMs: BUNCH_MS, requestsMax: BUNCH_MAX },
  { lengthMs: PACE_MS, requestsMax: (MINUTE_MAX * PACE_MS) / LONGEST.lengthMs },
  LONGEST,
];

/** Waits shorter than this are part of the pace, not news. */
const SILENT_WAIT_MS_MAX = 1_000;
/** No hold is longer, even after the clock was set back. */
const HOLD_MS_MAX = 15 * 60_000;

const budget = z.object({
  /** When each request of the last minute was sent, the oldest first. */
  sentMs: z.array(z.number()).max(MINUTE_MAX),
  holdUntilMs: z.number(),
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
  const load = async (): Promise<Budget> => asOf(await deps.store.get(), deps.now());
  const tryTake = (): Promise<number> =>
    inTurn(async () => {
      const current = await load();
      const waitMs = waitOf(current, deps.now());
      if (waitMs > 0) {
        // After the clock was set back this moment counts, not each later one at which we ask.
        await deps.store.set(current);
        return waitMs;
      }
      await deps.store.set({ ...current, sentMs: [...current.sentMs, deps.now()] });
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
        await deps.store.set({ ...current, holdUntilMs: untilMs });
        deps.onWait?.(untilMs);
      }),
  };
}

/**
 * What counts now. A value that cannot be read starts empty; after the clock was set back, what was
 * sent counts as sent just now.
 */
function asOf(stored: unknown, nowMs: number): Budget {
  const parsed = budget.safeParse(stored);
  if (!parsed.success) return { sentMs: [], holdUntilMs: 0 };
  const { sentMs, holdUntilMs } = parsed.data;
  return {
    sentMs: sentMs.filter((at) => at > nowMs - LONGEST.lengthMs).map((at) => Math.min(at, nowMs)),
    holdUntilMs: Math.min(holdUntilMs, nowMs + HOLD_MS_MAX),
  };
}

function waitOf({ sentMs, holdUntilMs }: Budget, nowMs: number): number {
  const room = WINDOWS.map(({ lengthMs, requestsMax }) => {
    const first = sentMs.at(-requestsMax);
    return first === undefined ? 0 : first + lengthMs - nowMs;
  });
  return Math.max(0, Math.ceil(Math.max(holdUntilMs - nowMs, ...room)));
}
