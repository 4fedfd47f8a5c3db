import type { LedgerDatabase, PairRow } from './database';

/** The confirmed pair of this browser, or null. */
export async function currentPair(db: LedgerDatabase): Promise<PairRow | null> {
  return (await db.pairs.toCollection().first()) ?? null;
}
