import type { Client, Invoice, Payment } from '../../ledger/entities';
import type { Writable } from '../../runner/port';
import { parseRow } from '../../wire/parse-row';
import type { Subject } from '../../wire/subject';
import { TpsRefusal } from '../classify';
import { LIST_OF, one } from '../paths';
import { client, invoice, payment } from '../schemas';
import type { TpsReply, TpsTransport } from '../transport';
import { clientOf } from './client';
import { invoiceOf } from './invoice';
import { paymentOf } from './payment';

/** The record in an answer about one. */
export function recordIn(kind: Writable, { body, asked }: TpsReply): Client | Invoice | Payment {
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
  subject: Subject = { type: kind, label: id },
): Promise<TpsReply | null> {
  try {
    return await transport.get({ path: one(LIST_OF[kind], id), subject });
  } catch (error) {
    if (error instanceof TpsRefusal && error.status === 404) return null;
    throw error;
  }
}
