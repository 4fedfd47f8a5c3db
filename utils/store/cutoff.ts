import { splitId } from '../ledger/document-id';
import { SIDES } from '../ledger/side';
import { type Cutoff, cutoffKey } from '../sync/scene';
import { compareIds } from '../sync/scope';
import type { LedgerDatabase } from './database';

/** The highest id of each list of documents, as both books were last read. */
export async function highestIds(db: LedgerDatabase, pairId: string): Promise<Cutoff> {
  const highest: { tps: Record<string, string>; qbo: Record<string, string> } = {
    tps: { invoice: '0', payment: '0' },
    qbo: { invoice: '0', payment: '0' },
  };
  for (const side of SIDES) {
    for (const kind of ['invoice', 'payment'] as const) {
      await db.mirror
        .where('[pairId+side+kind]')
        .equals([pairId, side, kind])
        .each(({ id }) => {
          const key = cutoffKey(kind, id);
          const { ownId } = splitId(id);
          if (compareIds(ownId, highest[side][key] ?? '0') > 0) highest[side][key] = ownId;
        });
    }
  }
  return highest;
}
