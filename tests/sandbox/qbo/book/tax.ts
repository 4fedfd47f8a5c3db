import {
  add,
  amount,
  centsOf,
  type Decimal,
  decimalOf,
  percentInside,
  percentOf,
} from '../decimal';
import { businessError, QboFault } from '../fault';
import { type JsonObject, objectAt, objectsAt, refAt, textAt } from '../json';
import type { Book } from './book';
import { resolve } from './refs';

/** A line that may bear tax. */
export interface Taxable {
  readonly cents: number;
  readonly taxCodeId: string | undefined;
}

interface Rate {
  readonly id: string;
  readonly percent: Decimal;
}

export interface TaxResult {
  readonly detail: JsonObject;
  readonly totalCents: number;
  /** Net of each line; differs from what was sent only when prices include tax. */
  readonly netCents: readonly number[];
}

const ZERO: Decimal = { digits: 0n, scale: 0 };

/** Text from Intuit's support pages for Canada. */
const missingTaxCode = (): QboFault =>
  businessError('Make sure all your transactions have a GST/HST rate before you save.');

function ratesOf(book: Book, codeId: string, list: string): readonly Rate[] {
  const code = resolve(book, 'TaxCode', codeId, 'TaxCodeRef');
  return objectsAt(objectAt(code.body, list), 'TaxRateDetail').flatMap((detail) => {
    const id = refAt(detail, 'TaxRateRef');
    if (id === undefined) return [];
    const percent = decimalOf(book.store.get('TaxRate', id)?.body.RateValue);
    return percent === undefined ? [] : [{ id, percent }];
  });
}

function taxLine(rate: Rate, taxCents: number, netCents: number): JsonObject {
  return {
    Amount: amount(taxCents),
    DetailType: 'TaxLineDetail',
    TaxLineDetail: {
      TaxRateRef: { value: rate.id },
      PercentBased: true,
      TaxPercent: Number(rate.percent.digits) / 10 ** rate.percent.scale,
      NetAmountTaxable: amount(netCents),
    },
  };
}

/** United States: lines say TAX or NON (else 6100), the transaction's code names the rates. */
function taxesUs(book: Book, lines: readonly Taxable[], sent: JsonObject | undefined): TaxResult {
  let netCents = 0;
  for (const line of lines) {
    const code = line.taxCodeId ?? 'NON';
    if (code !== 'TAX' && code !== 'NON') {
      throw new QboFault(
        '6100',
        'Invalid Tax Code',
        'For US companies the line TaxCodeRef must be TAX or NON',
        'TaxCodeRef',
      );
    }
    if (code === 'TAX') netCents += line.cents;
  }
  const codeId = refAt(sent, 'TxnTaxCodeRef');
  const net = lines.map((line) => line.cents);
  if (codeId === undefined) return { detail: { TotalTax: 0 }, totalCents: 0, netCents: net };
  const rates = ratesOf(book, codeId, 'SalesTaxRateList');
  const taxed = netCents === 0 ? [] : rates;
  const taxes = taxed.map((rate) => percentOf(netCents, rate.percent));
  const totalCents = taxes.reduce((sum, cents) => sum + cents, 0);
  const detail: JsonObject = {
    TxnTaxCodeRef: { value: codeId },
    TotalTax: amount(totalCents),
    ...(taxed.length === 0
      ? {}
      : { TaxLine: taxed.map((rate, at) => taxLine(rate, taxes[at] ?? 0, netCents)) }),
  };
  return { detail, totalCents, netCents: net };
}

interface Bucket {
  readonly rate: Rate;
  netCents: number;
  taxCents: number;
  /** Gross amounts by the sum of rates on the line, for prices that include tax. */
  readonly gross: Map<string, { cents: number; sum: Decimal }>;
}

/** Canada and others: each line names a code, tax is per TaxRate on the summed net, half up. */
function taxesByLine(
  book: Book,
  lines: readonly Taxable[],
  inclusive: boolean,
  list: string,
): TaxResult {
  const buckets = new Map<string, Bucket>();
  const perLine = book.switches.taxRounding === 'perLine';
  for (const line of lines) {
    if (line.taxCodeId === undefined) throw missingTaxCode();
    const rates = ratesOf(book, line.taxCodeId, list);
    const sum = rates.reduce((total, rate) => add(total, rate.percent), ZERO);
    for (const rate of rates) {
      const bucket = buckets.get(rate.id) ?? { rate, netCents: 0, taxCents: 0, gross: new Map() };
      buckets.set(rate.id, bucket);
      const key = `${sum.digits}/${sum.scale}`;
      const gross = bucket.gross.get(key) ?? { cents: 0, sum };
      gross.cents += line.cents;
      bucket.gross.set(key, gross);
      bucket.netCents += line.cents;
      if (perLine) bucket.taxCents += lineTax(line.cents, rate, sum, inclusive);
    }
  }
  for (const bucket of buckets.values()) {
    if (!perLine) bucket.taxCents = bucketTax(bucket, inclusive);
  }
  const totalCents = [...buckets.values()].reduce((sum, bucket) => sum + bucket.taxCents, 0);
  const netCents = inclusive ? netOf(book, lines, totalCents, list) : lines.map((l) => l.cents);
  const taxLines = [...buckets.values()].map((bucket) =>
    taxLine(
      bucket.rate,
      bucket.taxCents,
      inclusive ? bucket.netCents - bucket.taxCents : bucket.netCents,
    ),
  );
  const detail = {
    TotalTax: amount(totalCents),
    ...(taxLines.length === 0 ? {} : { TaxLine: taxLines }),
  };
  return { detail, totalCents, netCents };
}

function lineTax(cents: number, rate: Rate, sum: Decimal, inclusive: boolean): number {
  return inclusive ? percentInside(cents, rate.percent, sum) : percentOf(cents, rate.percent);
}

function bucketTax(bucket: Bucket, inclusive: boolean): number {
  if (!inclusive) return percentOf(bucket.netCents, bucket.rate.percent);
  let cents = 0;
  for (const part of bucket.gross.values()) {
    cents += percentInside(part.cents, bucket.rate.percent, part.sum);
  }
  return cents;
}

/** Line nets that together make gross less tax; the last taxed line takes the odd cent. */
function netOf(book: Book, lines: readonly Taxable[], taxCents: number, list: string): number[] {
  let lastTaxed = -1;
  let left = taxCents;
  const nets = lines.map((line, at) => {
    const rates = line.taxCodeId === undefined ? [] : ratesOf(book, line.taxCodeId, list);
    const sum = rates.reduce((total, rate) => add(total, rate.percent), ZERO);
    const tax = percentInside(line.cents, sum, sum);
    if (tax !== 0) lastTaxed = at;
    left -= tax;
    return line.cents - tax;
  });
  return nets.map((net, at) => (at === lastTaxed ? net - left : net));
}

/** The taxes of a sales form (`SalesTaxRateList`) or a purchase (`PurchaseTaxRateList`). */
export function taxesOf(
  book: Book,
  lines: readonly Taxable[],
  from: JsonObject,
  list = 'SalesTaxRateList',
): TaxResult {
  const sent = objectAt(from, 'TxnTaxDetail');
  const mode = textAt(from, 'GlobalTaxCalculation') ?? 'TaxExcluded';
  if (mode === 'NotApplicable' && book.country !== 'US') {
    return { detail: { TotalTax: 0 }, totalCents: 0, netCents: lines.map((line) => line.cents) };
  }
  const computed =
    book.country === 'US'
      ? taxesUs(book, lines, sent)
      : taxesByLine(book, lines, mode === 'TaxInclusive', list);
  const override = centsOf(sent?.TotalTax);
  if (book.switches.taxOverride === 'ignored' || override === undefined) return computed;
  return overridden(computed, override);
}

function overridden(computed: TaxResult, totalCents: number): TaxResult {
  let difference = totalCents - computed.totalCents;
  const taxLines = objectsAt(computed.detail, 'TaxLine').map((line) => {
    const cents = (centsOf(line.Amount) ?? 0) + difference;
    difference = 0;
    return { ...line, Amount: amount(cents) };
  });
  const lines = taxLines.length === 0 ? {} : { TaxLine: taxLines };
  return {
    detail: { ...computed.detail, TotalTax: amount(totalCents), ...lines },
    totalCents,
    netCents: computed.netCents,
  };
}
