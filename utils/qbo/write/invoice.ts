/** An InvoiceDraft as the JSON of an Invoice. */
import { sumCents, wireNumber } from '../../ledger/cents';
import type { InvoiceDraft } from '../../ledger/drafts';
import type { InvoiceLine } from '../../ledger/entities';
import { withMarker } from '../../ledger/marker';
import { TRAITS } from '../../ledger/traits';
import { unitPrice } from './unit-price';

type Json = Readonly<Record<string, unknown>>;

/** The fields that an invoice of ours has, as they are posted to create one. */
export function wireInvoice(draft: InvoiceDraft): Json {
  const body: Record<string, unknown> = {
    CustomerRef: { value: draft.clientId },
    DocNumber: draft.number,
    TxnDate: draft.date,
    PrivateNote: noteOf(draft.memo, draft.marker),
    Line: draft.lines.map(wireLine),
  };
  if (draft.dueDate !== null) body.DueDate = draft.dueDate;
  const tax: Record<string, unknown> = {
    TotalTax: wireNumber(sumCents(draft.taxes.map((t) => t.amountCents))),
  };
  const codeIds = usTaxCodeIds(draft);
  const [codeId] = codeIds;
  if (codeId !== undefined) tax.TxnTaxCodeRef = { value: codeId };
  if (!isUs(draft)) body.GlobalTaxCalculation = 'TaxExcluded';
  body.TxnTaxDetail = tax;
  return body;
}

/**
 * Lets the client pay a new invoice online (QBO makes a link for it once both ways are allowed and
 * it knows an address: ej2/python-quickbooks `test_invoice_link`).
 */
export function onlinePayment({ onlinePaymentEmail }: InvoiceDraft): Json {
  if (onlinePaymentEmail === null) return {};
  return {
    AllowOnlineCreditCardPayment: true,
    AllowOnlineACHPayment: true,
    BillEmail: { Address: onlinePaymentEmail },
  };
}

/** The user's own words with our marker at the end. */
export function noteOf(memo: string, marker: string | null): string {
  return withMarker(memo, marker, TRAITS.qbo.textMax);
}

/** The tax codes behind the `TAX:{id}` lines of a US invoice: QBO takes one for each invoice. */
export function usTaxCodeIds(draft: InvoiceDraft): readonly string[] {
  const ids = draft.lines.flatMap((line) => /^TAX:(.+)$/.exec(line.taxKey)?.[1] ?? []);
  return [...new Set(ids)];
}

function isUs(draft: InvoiceDraft): boolean {
  return draft.lines.some((line) => /^(NON|TAX(:.*)?)$/.test(line.taxKey));
}

export function wireLine(line: InvoiceLine): Json {
  const base: Record<string, unknown> = { Amount: wireNumber(line.amountCents) };
  if (line.description) base.Description = line.description;
  if (line.codeId === '' && line.amountCents === 0) {
    return {
      Description: line.description,
      DetailType: 'DescriptionOnly',
      DescriptionLineDetail: {},
    };
  }
  const detail: Record<string, unknown> = { ItemRef: { value: line.codeId } };
  const price = unitPrice(line.quantity, line.amountCents);
  if (price) Object.assign(detail, price);
  if (line.taxKey !== '') detail.TaxCodeRef = { value: line.taxKey.replace(/^TAX:.*$/, 'TAX') };
  return { ...base, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: detail };
}
