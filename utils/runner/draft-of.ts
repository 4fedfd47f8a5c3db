import type { ClientDraft, Draft, InvoiceDraft, PaymentDraft } from '../ledger/drafts';
import type { Client, Invoice, Payment } from '../ledger/entities';
import type { LinkIndex } from '../ledger/link';
import type { MappingTable } from '../ledger/mappings';
import { markerText } from '../ledger/marker';
import type { References } from '../ledger/references';
import { type Both, otherSide } from '../ledger/side';
import type { Intent } from '../sync/intent';
import { translateClient } from '../sync/translate-client';
import { type Translation, translateInvoice } from '../sync/translate-invoice';
import { translatePayment } from '../sync/translate-payment';
import { phrase } from '../wording/phrase';

export interface DraftContext {
  readonly links: LinkIndex;
  readonly mappings: MappingTable;
  readonly references: Both<References>;
}

/** The planned record in the other side's terms, with the links as they are at this moment. */
export function draftOf(intent: Intent, context: DraftContext): Translation<Draft> {
  const { record } = intent;
  if (intent.verb === 'update' && record.kind === 'client') return { draft: sameClient(record) };
  if (record.kind === 'client') return { draft: translateClient(record, intent.as) };
  const clientId = context.links.twin(record.side, 'client', record.clientId);
  if (clientId === null) {
    return { obstacle: phrase('result.clientMissing', { client: intent.clientName }) };
  }
  const link = intent.linkId === null ? null : context.links.get(intent.linkId);
  if (record.kind === 'invoice') {
    return translateInvoice(record, {
      ...context,
      clientId,
      base: link ? invoiceBase(link.base[record.side], link.base[otherSide(record.side)]) : null,
    });
  }
  return translatePayment(record, {
    ...context,
    clientId,
    twinOfInvoice: (id) => context.links.twin(record.side, 'invoice', id),
    base: link ? paymentBase(link.base[record.side], link.base[otherSide(record.side)]) : null,
  });
}

/** A record of one side as a draft for the same side: to put back what was there. */
export function restoring(record: Invoice | Payment): Draft {
  const marker = record.marker;
  if (record.kind === 'payment') {
    const { clientId, date, bankId, methodId, reference, memo, amountCents, applications } = record;
    const draft: PaymentDraft = {
      kind: 'payment',
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
    marker,
  };
  return draft;
}

/** An edited client keeps the marker that it has. */
function sameClient(client: Client): ClientDraft {
  const { name, code, firstName, lastName, email, phone, address, marker } = client;
  return { kind: 'client', name, code, firstName, lastName, email, phone, address, marker };
}

function invoiceBase(from: { kind: string }, to: { kind: string }) {
  return isInvoice(from) && isInvoice(to) ? { from, to } : null;
}

function paymentBase(from: { kind: string }, to: { kind: string }) {
  return isPayment(from) && isPayment(to) ? { from, to } : null;
}

function isInvoice(record: { kind: string }): record is Invoice {
  return record.kind === 'invoice';
}

function isPayment(record: { kind: string }): record is Payment {
  return record.kind === 'payment';
}

/** The tag that this intent's write carries; null where none is written. */
export function markerOf(intent: Intent): string {
  const { side, kind, id } = intent.record;
  return markerText({ side, type: kind, id });
}
