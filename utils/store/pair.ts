import type { LedgerDatabase } from './database';
import type { PairRow } from './rows';

/** The confirmed pair of this browser, or null. */
export async function currentPair(db: LedgerDatabase): Promise<PairRow | null> {
  return (await db.pairs.toCollection().first()) ?? null;
}
