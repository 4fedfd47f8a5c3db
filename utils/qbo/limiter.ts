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
import { type BudgetStore, PACE_MS_MAX, SharedBudget, USUAL_SHARE } from './budget';

/** Who waits longer for a batch is better off one by one, which takes each item so long. */
const ITEM_MS = 240;
const BATCH_WAIT_MS_MAX = 6_000;

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

/** Whoever shares a budget waits in one line: a port of its own makes nobody faster. */
export function createLimiter(deps: {
  readonly store: BudgetStore;
  now(): number;
  sleep(ms: number): Promise<void>;
  /** How much of the limits is ours, from 0 to 1. */
  readonly share?: (() => Promise<number>) | undefined;
  /** When the firm's people have sent something from QuickBooks' own pages; each is told once. */
  readonly people?: (() => readonly number[]) | undefined;
  readonly onWait?: ((untilMs: number) => void) | undefined;
}): Limiter {
  const { store, now, share = usualShare, people = nobody } = deps;
  const budget = new SharedBudget(store, { now, share, people });
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

async function usualShare(): Promise<number> {
  return USUAL_SHARE;
}

function nobody(): readonly number[] {
  return [];
}
