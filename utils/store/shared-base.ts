/** Where this browser keeps what it last took in of the set-up that the firm shares. */
import type { LedgerDatabase } from './database';

export function sharedBaseKey(pairId: string): string {
  return `sharedSetup.base:${pairId}`;
}

/** As if this browser had never seen the shared set-up: what is missing here is no deletion. */
export async function forgetSharedBase(db: LedgerDatabase, pairId: string): Promise<void> {
  await db.settings.delete(sharedBaseKey(pairId));
}
