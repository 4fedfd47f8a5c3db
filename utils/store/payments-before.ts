/**
 * What QBO's changes do not tell: which invoices a payment had settled before it was edited, voided
 * or deleted. The mirror knows it of what others change; of what we write ourselves the mirror shows
 * the new state already, and the pair remembers what the old one had settled.
 */
import { splitId } from '../ledger/document-id';
import type { Payment } from '../ledger/entities';
import { recordKey, rowKey } from '../ledger/record-key';
import { unreadIdsOf } from '../ledger/unread';
import type { PaymentsBefore } from '../port/books-port';
import type { Intent } from '../sync/intent';
import type { LedgerDatabase } from './database';
import type { PairRow } from './rows';

export function paymentsBefore(db: LedgerDatabase, pair: PairRow): PaymentsBefore {
  return {
    unsettledIds: pair.unsettled ?? [],
    async read(ids) {
      const keyOf = (id: string) => rowKey(pair.id, recordKey('qbo', 'payment', id));
      const rows = await db.mirror.bulkGet(ids.map(keyOf));
      const strange = ids.filter((_, at) => rows[at] === undefined);
      if (await someStoodUnread(db, pair.id, strange)) return null;
      return rows.flatMap((row): Payment[] => (row?.record.kind === 'payment' ? [row.record] : []));
    },
  };
}

/** A payment that could not be read has settled nobody knows what. */
async function someStoodUnread(db: LedgerDatabase, pairId: string, ids: readonly string[]) {
  for (const unread of ids.flatMap((id) => unreadIdsOf('payment', id))) {
    const key = rowKey(pairId, recordKey('qbo', 'foreign', unread));
    if ((await db.mirror.where('key').startsWith(key).count()) > 0) return true;
  }
  return false;
}

/** To be called in the transaction in which writes of ours are remembered. */
export async function noteUnsettled(
  db: LedgerDatabase,
  pairId: string,
  intents: readonly Intent[],
) {
  const ids = intents
    .filter(({ to }) => to === 'qbo')
    .flatMap(({ record, target }) => [record, target])
    .flatMap((end) => (end?.side === 'qbo' && end.kind === 'payment' ? invoicesOf(end) : []));
  if (ids.length === 0) return;
  await db.pairs
    .where('id')
    .equals(pairId)
    .modify((pair) => {
      pair.unsettled = [...new Set([...(pair.unsettled ?? []), ...ids])];
    });
}

function invoicesOf({ applications }: Payment): string[] {
  return applications.flatMap(({ to, id }) => {
    const { list, ownId } = splitId(id);
    return to === 'invoice' && list === 'plain' ? [ownId] : [];
  });
}
