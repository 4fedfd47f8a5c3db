import { type Cents, cents, subtractCents, sumCents, ZERO } from '../../ledger/cents';
import { documentId } from '../../ledger/document-id';
import type { Invoice, InvoiceKind, InvoiceLine, TaxAmount } from '../../ledger/entities';
import { readNote } from '../private-note';
import type { WireInvoice, WireSalesLine } from '../schemas/invoice';

/** Prefixes that say on QBO's side what an invoice is in TPS (domain: How a document looks). */
const KIND_BY_PREFIX: readonly (readonly [RegExp, InvoiceKind])[] = [
  [/^FC-/, 'financeCharge'],
  [/^OB-/, 'openingBalance'],
];

export function invoiceOf(wire: WireInvoice): Invoice {
  const note = readNote(wire.PrivateNote);
  const lines = wire.Line.flatMap((line) => lineOf(line, wire.TxnTaxDetail?.TxnTaxCodeRef ?? ''));
  const taxes = taxesOf(wire);
  return {
    kind: 'invoice',
    side: 'qbo',
    id: documentId('plain', wire.Id),
    version: wire.SyncToken,
    modifiedAt: wire.MetaData.LastUpdatedTime,
    marker: note.marker,
    clientId: wire.CustomerRef.value,
    invoiceKind: KIND_BY_PREFIX.find(([prefix]) => prefix.test(wire.DocNumber))?.[1] ?? 'invoice',
    number: wire.DocNumber,
    date: wire.TxnDate,
    dueDate: wire.DueDate ?? null,
    memo: note.memo,
    lines,
    taxes,
    totalCents: wire.TotalAmt,
    balanceCents: wire.Balance,
    // By content: the word in the memo is that of the company's language.
    voided: wire.TotalAmt === 0 && lines.every(({ amountCents }) => amountCents === 0),
    oddity: oddityOf(wire, lines, taxes),
    templateId: '',
    paymentLink: null,
    payableOnline: wire.AllowOnlineCreditCardPayment || wire.AllowOnlineACHPayment,
  };
}

/** The line in the ledger's terms; none for QBO's own sub-total. */
export function lineOf(line: WireSalesLine, txnTaxCodeId: string): InvoiceLine[] {
  switch (line.DetailType) {
    case 'SubTotalLineDetail':
      return [];
    case 'SalesItemLineDetail': {
      const detail = line.SalesItemLineDetail;
      return [
        {
          codeId: detail?.ItemRef?.value ?? '',
          description: line.Description,
          quantity: detail?.Qty ? String(detail.Qty) : '1',
          amountCents: line.Amount ?? ZERO,
          taxKey: taxKeyOf(detail?.TaxCodeRef?.value ?? '', txnTaxCodeId),
        },
      ];
    }
    case 'DescriptionOnly':
      return [
        {
          codeId: '',
          description: line.Description,
          quantity: '1',
          amountCents: ZERO,
          taxKey: '',
        },
      ];
    default:
      return [
        {
          codeId: '',
          description: line.Description,
          quantity: '1',
          amountCents: signedAmount(line),
          taxKey: '',
        },
      ];
  }
}

/** A discount's Amount is positive and lowers the total (recorded: quickbooks-ruby). */
function signedAmount(line: WireSalesLine): Cents {
  const amount = line.Amount ?? ZERO;
  return line.DetailType === 'DiscountLineDetail' ? cents(-amount) : amount;
}

/** US lines say only TAX; which tax it is stands once on the invoice. */
function taxKeyOf(code: string, txnTaxCodeId: string): string {
  return code === 'TAX' && txnTaxCodeId !== '' ? `TAX:${txnTaxCodeId}` : code;
}

function taxesOf(wire: WireInvoice): TaxAmount[] {
  const byRate = new Map<string, Cents>();
  for (const line of wire.TxnTaxDetail?.TaxLine ?? []) {
    const rateId = line.TaxLineDetail.TaxRateRef.value;
    byRate.set(rateId, sumCents([byRate.get(rateId) ?? ZERO, line.Amount]));
  }
  const taxes = [...byRate].map(([ref, amountCents]) => ({ ref, amountCents }));
  const total = wire.TxnTaxDetail?.TotalTax;
  if (total === null || total === undefined) return taxes;
  const rest = subtractCents(total, sumCents(byRate.values()));
  return rest === 0 ? taxes : [...taxes, { ref: '', amountCents: rest }];
}

const ODDITY_BY_DETAIL: Readonly<Record<string, string>> = {
  DiscountLineDetail: 'discountLine',
  GroupLineDetail: 'bundle',
};

const PLAIN_DETAILS: ReadonlySet<string> = new Set([
  'SalesItemLineDetail',
  'SubTotalLineDetail',
  'DescriptionOnly',
]);

function oddityOf(
  wire: WireInvoice,
  lines: readonly InvoiceLine[],
  taxes: readonly TaxAmount[],
): string | null {
  for (const line of wire.Line) {
    const special = ODDITY_BY_DETAIL[line.DetailType];
    if (special !== undefined) return special;
    if (!PLAIN_DETAILS.has(line.DetailType)) return 'otherLine';
    if (line.DetailType === 'DescriptionOnly' && (line.Amount ?? ZERO) !== 0) return 'noItem';
    if (line.DetailType !== 'SalesItemLineDetail') continue;
    const itemId = line.SalesItemLineDetail?.ItemRef?.value ?? '';
    if (itemId === '') return 'noItem';
    if (itemId === 'SHIPPING_ITEM_ID') return 'shipping';
    if (itemId === 'GRATUITY_ITEM_ID') return 'tip';
  }
  if ((wire.Deposit ?? ZERO) !== 0) return 'depositOnInvoice';
  const explained = sumCents([...lines, ...taxes].map((part) => part.amountCents));
  return explained === wire.TotalAmt ? null : 'total';
}
