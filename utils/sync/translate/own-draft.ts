import type { ClientDraft, Draft, InvoiceDraft, PaymentDraft } from '../../ledger/drafts';
import type { Client, Invoice, Payment } from '../../ledger/entities';
import type { Linkable } from '../../ledger/link';

/** A record as a draft for its own side: to put back what was there, or to change a part of it. */
export function ownDraft(record: Client): ClientDraft;
export function ownDraft(record: Invoice): InvoiceDraft;
export function ownDraft(record: Payment): PaymentDraft;
export function ownDraft(record: Linkable): Draft;
export function ownDraft(record: Linkable): Draft {
  if (record.kind === 'client') return sameClient(record);
  const marker = record.marker;
  if (record.kind === 'payment') {
    const { clientId, date, bankId, methodId, reference, memo, amountCents, applications } = record;
    const draft: PaymentDraft = {
      kind: 'payment',
      booking: record.booking,
      clientId,
      date,
      bankId,
      methodId,
      reference,
      memo,
      amountCents,
      applications,
      marker,
    };
    return draft;
  }
  const { clientId, invoiceKind, number, date, dueDate, memo, lines, taxes, totalCents } = record;
  const draft: InvoiceDraft = {
    kind: 'invoice',
    clientId,
    invoiceKind,
    number,
    date,
    dueDate,
    memo,
    lines,
    taxes,
    totalCents,
    onlinePaymentEmail: null,
    marker,
  };
  return draft;
}

/** An edited client keeps the marker that it has. */
function sameClient(client: Client): ClientDraft {
  const { name, code, firstName, lastName, email, phone, address, marker } = client;
  return { kind: 'client', name, code, firstName, lastName, email, phone, address, marker };
}
