/** What a run held back and what it found, beside its own row, which is written at every step. */
import type { LedgerDatabase } from './database';
import { soundRows } from './kept-rows';
import type { HeldRow } from './rows';

type Held = Pick<HeldRow, 'holds' | 'findings'>;

const NOTHING: Held = { holds: [], findings: [] };

/** Nothing of a run that was not planned yet, or that is long over. Not within a transaction. */
export async function heldBy(db: LedgerDatabase, runId: string, at: string): Promise<Held> {
  const row = await db.held.get(runId);
  const [sound] = await soundRows(db, 'held', row ? [row] : [], at);
  return sound ?? NOTHING;
}

/** In the place of what that run held before. */
export async function keepHeld(
  db: LedgerDatabase,
  { id, pairId }: { readonly id: string; readonly pairId: string },
  { holds, findings }: { readonly [K in keyof Held]: readonly Held[K][number][] },
): Promise<void> {
  await db.held.put({ runId: id, pairId, holds: [...holds], findings: [...findings] });
}
