import { parseRow } from '../../http/parse-row';
import { ownIdOf } from '../../ledger/document-id';
import type { Client, Invoice, Payment } from '../../ledger/entities';
import type { Writable } from '../../port/books-port';
import type { Subject } from '../../port/subject';
import { QboRefusal } from '../classify';
import type { QboReply, QboTransport } from '../request';
import { customer, type WireCustomer } from '../schemas/customer';
import { invoice, type WireInvoice } from '../schemas/invoice';
import { payment, type WirePayment } from '../schemas/payment';
import { clientOf } from './client';
import { inner } from './identify';
import { invoiceOf } from './invoice';
import { paymentOf } from './payment';

/** Name of the entity in an answer, and (in lower case) in a path. */
export const ENTITY_OF = { client: 'Customer', invoice: 'Invoice', payment: 'Payment' } as const;

/** The wire objects of an answer, checked. */
export const wireIn = {
  client: (reply: QboReply): WireCustomer =>
    parseRow(customer, inner(reply, 'Customer'), 'client', reply.asked),
  invoice: (reply: QboReply): WireInvoice =>
    parseRow(invoice, inner(reply, 'Invoice'), 'invoice', reply.asked),
  payment: (reply: QboReply): WirePayment =>
    parseRow(payment, inner(reply, 'Payment'), 'payment', reply.asked),
} as const;

/** The record in an answer about one object. */
export function recordIn(kind: Writable, reply: QboReply): Client | Invoice | Payment {
  switch (kind) {
    case 'client':
      return clientOf(wireIn.client(reply));
    case 'invoice':
      return invoiceOf(wireIn.invoice(reply));
    case 'payment':
      return paymentOf(wireIn.payment(reply));
  }
}

/** One object as it is now; null when it was deleted or never was (610). */
export function readOne(
  transport: QboTransport,
  kind: Writable,
  id: string,
  subject: Subject = { type: kind, label: ownIdOf(kind, id) },
): Promise<QboReply | null> {
  const path = `${ENTITY_OF[kind].toLowerCase()}/${encodeURIComponent(ownIdOf(kind, id))}`;
  return getOrNull(transport, { path, subject });
}

/** The answer to a question about one object; null when there is no such object (610). */
export async function getOrNull(
  transport: QboTransport,
  request: Parameters<QboTransport['get']>[0],
): Promise<QboReply | null> {
  try {
    return await transport.get(request);
  } catch (error) {
    if (error instanceof QboRefusal && error.error.code === '610') return null;
    throw error;
  }
}
