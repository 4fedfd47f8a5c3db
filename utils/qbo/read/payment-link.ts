import { parseRow } from '../../http/parse-row';
import { ownIdOf } from '../../ledger/document-id';
import type { QboTransport } from '../request';
import { invoiceLink } from '../schemas/invoice';
import { inner } from './identify';
import { getOrNull } from './one';

/**
 * Where the client can pay an invoice online. Null when QBO makes no link for it: the company takes
 * no payments online, or the invoice does not allow them, or it is gone.
 */
export async function paymentLink(transport: QboTransport, id: string): Promise<string | null> {
  const reply = await getOrNull(transport, {
    path: `invoice/${encodeURIComponent(ownIdOf('invoice', id))}`,
    params: { include: 'invoiceLink' },
    subject: { type: 'invoice', label: ownIdOf('invoice', id) },
  });
  if (!reply) return null;
  return parseRow(invoiceLink, inner(reply, 'Invoice'), 'invoice', reply.asked).InvoiceLink || null;
}
