/** What a person may have taken into TPS as it is, as last read. */
import { documentId } from '../ledger/document-id';
import type { Invoice } from '../ledger/entities';
import { foreignPrefix, recordKey, rowKey } from '../ledger/record-key';
import { isRefund, type RefundType, refundOf } from '../ledger/refund';
import type { LedgerDatabase } from './database';

/**
 * Of these documents those that can be taken as they are: journal entries that credit one customer,
 * cheques and expenses that give one customer money back. Answers their ids.
 */
export async function takeable(
  db: LedgerDatabase,
  pairId: string,
  documents: readonly { readonly kind: string; readonly id: string }[],
): Promise<ReadonlySet<string>> {
  const taking = new Set<string>();
  for (const { kind, id } of documents) {
    const isTakeable =
      kind === 'journalEntry'
        ? await db.mirror.get(rowKey(pairId, creditKey(id)))
        : (kind === 'cheque' || kind === 'expense') &&
          (await refundIn(db, pairId, { foreignType: kind, id }));
    if (isTakeable) taking.add(id);
  }
  return taking;
}

/** As last read; null where it is booked on several customers, or lowers what is owed. */
export async function refundIn(
  db: LedgerDatabase,
  pairId: string,
  { foreignType, id }: { readonly foreignType: RefundType; readonly id: string },
): Promise<Invoice | null> {
  const rows = await db.mirror
    .where('key')
    .startsWith(foreignPrefix(pairId, 'qbo', id))
    .toArray();
  const own = rows.flatMap(({ record }) =>
    record.kind === 'foreign' && record.foreignType === foreignType ? [record] : [],
  );
  const [only] = own;
  return only && own.length === 1 && isRefund(only) ? refundOf(only) : null;
}

export function creditKey(id: string): string {
  return recordKey('qbo', 'payment', documentId('journal', id));
}
