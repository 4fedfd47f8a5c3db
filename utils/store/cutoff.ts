/** What was there at the first run: remembered, so that whatever comes later is known as such. */
import { splitId } from '../ledger/document-id';
import { recordKey, rowKey } from '../ledger/record-key';
import { SIDES } from '../ledger/side';
import { type Cutoff, cutoffKey } from '../sync/scene';
import { compareIds, isCounted } from '../sync/scope';
import type { LedgerDatabase } from './database';
import type { PastRow } from './rows';

export interface FirstLook {
  /** For browsers that join later, and cannot remember. */
  readonly cutoff: Cutoff;
  readonly past: readonly PastRow[];
}

/**
 * The documents of both books as they were last read, but for those of `owed` (`recordKey`).
 * @param at the instant of the reading: what changed since may have come since
 */
export async function firstLook(
  db: LedgerDatabase,
  pairId: string,
  owed: ReadonlySet<string>,
  at: string,
): Promise<FirstLook> {
  const cutoff: { tps: Record<string, string>; qbo: Record<string, string> } = {
    tps: { invoice: '0', payment: '0' },
    qbo: { invoice: '0', payment: '0' },
  };
  const past: PastRow[] = [];
  for (const side of SIDES) {
    for (const kind of ['invoice', 'payment'] as const) {
      const ids: string[] = [];
      await db.mirror
        .where('[pairId+side+kind]')
        .equals([pairId, side, kind])
        .each(({ id }) => {
          const list = cutoffKey(kind, id);
          cutoff[side][list] = later(splitId(id).ownId, cutoff[side][list] ?? '0', at);
          if (!owed.has(recordKey(side, kind, id))) ids.push(id);
        });
      past.push({ key: rowKey(pairId, `${side}:${kind}`), pairId, side, kind, ids });
    }
  }
  return { cutoff, past };
}

/** The higher id of a list that is counted; of any other list the instant. */
function later(id: string, last: string, at: string): string {
  if (!isCounted(id) || !isCounted(last)) return `@${at}`;
  return compareIds(id, last) > 0 ? id : last;
}

/** Invoices and payments of both books. */
const LISTS = 4;

/** By `recordKey`; null where this browser was not there at the first run, or has lost a part. */
export async function pastOf(
  db: LedgerDatabase,
  pairId: string,
): Promise<ReadonlySet<string> | null> {
  const rows = await db.past.where('pairId').equals(pairId).toArray();
  if (rows.length < LISTS) return null;
  return new Set(rows.flatMap(({ side, kind, ids }) => ids.map((id) => recordKey(side, kind, id))));
}
