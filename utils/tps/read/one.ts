import { parseRow } from '../../http/parse-row';
import { ownIdOf, splitId } from '../../ledger/document-id';
import type { Client, Invoice, Payment } from '../../ledger/entities';
import type { Writable } from '../../port/books-port';
import type { Subject } from '../../port/subject';
import { TpsRefusal } from '../classify';
import { PATHS, recordPath } from '../paths';
import { adjustment, client, invoice, payment } from '../schemas';
import type { TpsReply, TpsTransport } from '../transport';
import { adjustmentOf } from './adjustment';
import { clientOf } from './client';
import { invoiceOf } from './invoice';
import { paymentOf } from './payment';

/** The record in an answer about one; its path says whether it is an adjustment. */
export function recordIn(kind: Writable, { body, asked }: TpsReply): Client | Invoice | Payment {
  if (asked.path.startsWith(PATHS.adjustments)) {
    return adjustmentOf(parseRow(adjustment, body, 'adjustment', asked));
  }
  switch (kind) {
    case 'client':
      return clientOf(parseRow(client, body, kind, asked));
    case 'invoice':
      return invoiceOf(parseRow(invoice, body, kind, asked));
    case 'payment':
      return paymentOf(parseRow(payment, body, kind, asked));
  }
}

/** One record as it is now; null when there is none (404). */
export async function readOne(
  transport: TpsTransport,
  kind: Writable,
  id: string,
  subject: Subject = subjectOfId(kind, id),
): Promise<TpsReply | null> {
  try {
    return await transport.get({ path: recordPath(kind, id), subject });
  } catch (error) {
    if (error instanceof TpsRefusal && error.status === 404) return null;
    throw error;
  }
}

/** What people call a record of which only the id is known. */
export function subjectOfId(kind: Writable, id: string): Subject {
  const isAdjustment = kind !== 'client' && splitId(id).list === 'adjustment';
  return { type: isAdjustment ? 'adjustment' : kind, label: ownIdOf(kind, id) };
}
