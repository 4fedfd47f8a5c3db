import { storePull } from '../store/mirror';
import type { PairRow } from '../store/rows';
import type { Desk } from './desk';

/** A page that the user walks through asks often; the books are asked again after this long. */
const FRESH_MS = 20_000;
let askedAt = Number.NEGATIVE_INFINITY;

/**
 * Reads what changed in QBO, so that a flag shows on a document that was entered a minute ago.
 * Reads only, and never everything: what changes alone do not tell, the next sync reads. What cannot be
 * read now is left as it was last known.
 */
export async function freshenQbo(desk: Desk, pair: PairRow): Promise<void> {
  const now = desk.now().getTime();
  const watermark = pair.watermarks.qbo;
  const ageMs = now - askedAt;
  // After a clock was set back it is asked again, too.
  if (watermark === null || (ageMs >= 0 && ageMs < FRESH_MS)) return;
  const running = await desk.db.runs.where('status').anyOf('working', 'applying').count();
  if (running > 0) return;
  askedAt = now;
  try {
    const changes = await desk.qboChanges(pair, watermark);
    if (changes) await storePull(desk.db, pair.id, 'qbo', changes, pair.unsettled);
  } catch {
    // Signed out or unreachable: the panel says so; a flag from the last reading is still true.
  }
}
