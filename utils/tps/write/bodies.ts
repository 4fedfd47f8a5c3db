/** Drafts as the JSON of TPS. What TPS has beyond a draft stays: `before` is the record as read. */
import Big from 'big.js';
import { alignLines, sameLine } from '../../ledger/align-lines';
import { type Cents, decimalText, sumCents, ZERO } from '../../ledger/cents';
import { splitId } from '../../ledger/document-id';
import type { ClientDraft, InvoiceDraft, PaymentDraft } from '../../ledger/drafts';
import type { InvoiceLine } from '../../ledger/entities';
import type { InvoiceNumber } from '../../ledger/invoice-number';
import { withMarker } from '../../ledger/marker';
import { TRAITS } from '../../ledger/traits';
import type { Subject } from '../../port/subject';
import { invoiceOf } from '../read/invoice';
import type { WireInvoice } from '../schemas';
import { wireId } from '../transport';

export type Json = Readonly<Record<string, unknown>>;

export function clientBody(draft: ClientDraft, before: Json): Json {
  const { code, name, firstName, lastName, email, phone, address } = draft;
  const own = { name, firstName, lastName, email, phone, address };
  return { ...before, ...own, ...(code === '' ? {} : { code }) };
}

export function invoiceBody(
  draft: InvoiceDraft,
  number: InvoiceNumber,
  subject: Subject,
  before: { readonly json: Json; readonly wire: WireInvoice } | null,
): Json {
  const subtotal = sumCents(draft.lines.map((line) => line.amountCents));
  const body: Record<string, unknown> = {
    ...before?.json,
    ...number,
    clientId: wireId(draft.clientId, subject),
    kind: draft.invoiceKind,
    date: draft.date,
    description: textOf(draft.memo, draft.marker),
    lines: linesBody(draft, before, subject),
    taxes: ['1', '2', '3'].map((slot) => decimalText(taxOf(draft, slot))),
    subtotal: decimalText(subtotal),
    total: decimalText(draft.totalCents),
  };
  if (draft.dueDate !== null) body.dueDate = draft.dueDate;
  return body;
}

export function paymentBody(draft: PaymentDraft, subject: Subject, before: Json): Json {
  return {
    ...before,
    clientId: wireId(draft.clientId, subject),
    date: draft.date,
    bankAccountId: wireId(draft.bankId, subject),
    paymentMethodId: draft.methodId === '' ? null : wireId(draft.methodId, subject),
    reference: draft.reference,
    description: textOf(draft.memo, draft.marker),
    amount: decimalText(draft.amountCents),
    ...applicationsBody(draft, subject),
  };
}

export function applicationsBody(draft: PaymentDraft, subject: Subject): Json {
  const applications = draft.applications.map(({ id, amountCents }) => {
    const { list, ownId } = splitId(id);
    return {
      documentType: list === 'adjustment' ? 'adjustment' : 'invoice',
      documentId: wireId(ownId, subject),
      amount: decimalText(amountCents),
    };
  });
  return { applications };
}

/** An A/R adjustment: an invoice draft is an increase, a payment draft a decrease. */
export function adjustmentBody(
  draft: InvoiceDraft | PaymentDraft,
  subject: Subject,
  before: Json,
): Json {
  const common = {
    ...before,
    clientId: wireId(draft.clientId, subject),
    date: draft.date,
    description: textOf(draft.memo, draft.marker),
  };
  return draft.kind === 'invoice'
    ? { ...common, direction: 'increase', amount: decimalText(draft.totalCents) }
    : {
        ...common,
        direction: 'decrease',
        amount: decimalText(draft.amountCents),
        ...applicationsBody(draft, subject),
      };
}

export function textOf(memo: string, marker: string | null): string {
  return withMarker(memo, marker, TRAITS.tps.textMax);
}

/** Each line on top of the one that it was, so that what TPS has beyond ours stays. */
function linesBody(
  { lines }: InvoiceDraft,
  before: { readonly json: Json; readonly wire: WireInvoice } | null,
  subject: Subject,
): Json[] {
  const old = before ? invoiceOf(before.wire).lines : [];
  const places = alignLines(old, lines);
  const raw = Array.isArray(before?.json.lines) ? before.json.lines : [];
  return lines.map((line, index) => {
    const place = places[index] ?? null;
    const was = place === null ? undefined : old[place];
    if (place === null || !was) return lineBody(line, subject);
    return sameLine(was, line) ? raw[place] : { ...raw[place], ...lineBody(line, subject) };
  });
}

function lineBody(line: InvoiceLine, subject: Subject): Json {
  const slots = line.taxKey.split('+');
  return {
    workCodeId: wireId(line.codeId, subject),
    description: line.description,
    ...rateOf(line.quantity, line.amountCents),
    amount: decimalText(line.amountCents),
    tax1: slots.includes('1'),
    tax2: slots.includes('2'),
    tax3: slots.includes('3'),
  };
}

/** Quantity and rate when they make the amount exactly, else one piece of it. */
function rateOf(quantity: string, amountCents: Cents): { quantity: string; rate: string } {
  const whole = { quantity: '1', rate: decimalText(amountCents) };
  if (!/^\d{1,9}(\.\d{1,4})?$/.test(quantity) || new Big(quantity).eq(0)) return whole;
  const amount = new Big(amountCents).div(100);
  const rate = amount.div(quantity).round(4, Big.roundHalfUp);
  if (!rate.times(quantity).eq(amount)) return whole;
  return { quantity, rate: rate.toFixed(Math.max(2, decimals(rate))) };
}

function decimals(value: Big): number {
  return value.toFixed().split('.')[1]?.length ?? 0;
}

function taxOf(draft: InvoiceDraft, slot: string): Cents {
  const own = draft.taxes.filter((tax) => tax.ref === slot).map((tax) => tax.amountCents);
  return own.length > 0 ? sumCents(own) : ZERO;
}
