import { type JsonObject, objectAt, objectsAt, refAt, textAt } from '../qbo/json';
import type { TpsBooks } from '../tps';
import { formatCents, parseCents } from '../tps/money';
import type { Random } from './random';

export interface SampleBooks {
  readonly tps: TpsBooks;
  readonly items: readonly JsonObject[];
  readonly payments: readonly JsonObject[];
}

/** A QBO invoice as a body for TPS; null where its lines have no image there. */
export function sampleInvoice(
  invoice: JsonObject,
  clientId: number,
  books: SampleBooks,
  random: Random,
): Record<string, unknown> | null {
  const docNumber = textAt(invoice, 'DocNumber') ?? '';
  const [, code = '0', number = docNumber] = /^([A-Za-z0-9]{1,10})-(.+)$/.exec(docNumber) ?? [];
  const sold = objectsAt(invoice, 'Line').filter(
    (line) => textAt(line, 'DetailType') !== 'SubTotalLineDetail',
  );
  const isPlain = sold.every((line) => textAt(line, 'DetailType') === 'SalesItemLineDetail');
  if (!isPlain || sold.length === 0 || number === '') return null;
  return {
    clientId,
    code,
    number,
    date: textAt(invoice, 'TxnDate'),
    ...(textAt(invoice, 'DueDate') === undefined ? {} : { dueDate: textAt(invoice, 'DueDate') }),
    description: textAt(invoice, 'PrivateNote') ?? '',
    lines: sold.map((line) => sampleLine(line, books, random)),
    taxes: [money(objectAt(invoice, 'TxnTaxDetail'), 'TotalTax'), '0.00', '0.00'],
    total: money(invoice, 'TotalAmt'),
  };
}

function sampleLine(line: JsonObject, books: SampleBooks, random: Random) {
  const detail = objectAt(line, 'SalesItemLineDetail');
  const item = books.items.find((one) => textAt(one, 'Id') === refAt(detail, 'ItemRef'));
  const name = (textAt(item, 'Name') ?? '').toLowerCase();
  const leaves = books.tps.reference.workCodes.filter(
    (code) => code.kind === 'workcode' && code.active && code.class === 'CHARGEABLE' && code.tax1,
  );
  const similar = leaves.find((code) => code.name.toLowerCase().includes(name));
  return {
    workCodeId: (similar ?? random.pick(leaves)).id,
    description: textAt(line, 'Description') ?? '',
    amount: money(line, 'Amount'),
    tax1: refAt(detail, 'TaxCodeRef') === 'TAX',
  };
}

interface Receipt {
  readonly date: string | undefined;
  readonly amount: string;
  readonly reference: string;
}

/** The one payment on an invoice, null without one, and a word where it cannot be expressed. */
export function receiptFor(
  invoice: JsonObject,
  books: SampleBooks,
): Receipt | null | 'not to be expressed' {
  const paidCents = parseCents(money(invoice, 'TotalAmt')) - parseCents(money(invoice, 'Balance'));
  if (paidCents === 0) return null;
  const id = textAt(invoice, 'Id');
  const paying = books.payments.filter((payment) =>
    objectsAt(payment, 'Line').some((line) => linkedIds(line).includes(id)),
  );
  const [payment] = paying;
  const isWhole = payment && parseCents(money(payment, 'TotalAmt')) === paidCents;
  if (paying.length !== 1 || !payment || !isWhole) return 'not to be expressed';
  return {
    date: textAt(payment, 'TxnDate'),
    amount: formatCents(paidCents),
    reference: (textAt(payment, 'PaymentRefNum') ?? '').slice(0, 40),
  };
}

function linkedIds(line: JsonObject): readonly (string | undefined)[] {
  return objectsAt(line, 'LinkedTxn').map((link) => textAt(link, 'TxnId'));
}

function money(from: JsonObject | undefined, key: string): string {
  return formatCents(Math.round(Number(textAt(from, key) ?? '0') * 100));
}
