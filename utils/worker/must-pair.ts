import type { LedgerDatabase } from '../store/database';
import { currentPair } from '../store/pair';
import type { PairRow } from '../store/rows';
import { phrase } from '../wording/phrase';
import { DeskRefusal } from './refusal';

export async function mustPair(db: LedgerDatabase): Promise<PairRow> {
  const pair = await currentPair(db);
  if (!pair) throw new DeskRefusal(phrase('run.pairGone'));
  return pair;
}
