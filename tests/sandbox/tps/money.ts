/**
 * Money as integer cents inside, decimal text at the wire, and tax by integer arithmetic: a float
 * would round 140.00 x 9.975 % to 13.96, TPS and QBO both say 13.97.
 */

/** `"1049.25"` to 104925. The text must already have been checked to be a decimal. */
export function parseCents(text: string): number {
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const cents = Number(whole) * 100 + Number(fraction.padEnd(2, '0').slice(0, 2));
  return negative && cents !== 0 ? -cents : cents;
}

/** 104925 to `"1049.25"`. */
export function formatCents(cents: number): string {
  if (!Number.isSafeInteger(cents)) throw new Error(`not whole cents: ${cents}`);
  const absolute = Math.abs(cents);
  const text = `${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`;
  return cents < 0 ? `-${text}` : text;
}

/** Percent text such as `"9.975"` to thousandths of a percent: 9975. */
export function parsePercentMilli(text: string): number {
  const [whole = '0', fraction = ''] = text.split('.');
  return Number(whole) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
}

/** Tax on `netCents`, half-up (away from zero for a negative net). */
export function taxCents(netCents: number, percentMilli: number): number {
  const product = BigInt(Math.abs(netCents)) * BigInt(percentMilli);
  const rounded = Number((product + 50_000n) / 100_000n);
  return netCents < 0 && rounded !== 0 ? -rounded : rounded;
}

const TEN_THOUSAND = 10_000n;

/** Decimal text with up to four decimals, in ten-thousandths. */
function tenThousandths(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole) * TEN_THOUSAND + BigInt(fraction.padEnd(4, '0'));
  return text.startsWith('-') ? -value : value;
}

/** Quantity times rate, both decimal text, in cents, half away from zero. */
export function lineCents(quantity: string, rate: string): number {
  const product = tenThousandths(quantity) * tenThousandths(rate);
  const absolute = product < 0n ? -product : product;
  const cents = Number((absolute + 500_000n) / 1_000_000n);
  return product < 0n && cents !== 0 ? -cents : cents;
}

/** The rate that gives the amount for this quantity, with as many decimals as it needs, four at most. */
export function rateOf(amountCents: number, quantity: string): string {
  const pieces = Number(quantity);
  if (pieces === 0) return '0.00';
  const exact = (amountCents / 100 / pieces).toFixed(4);
  return exact.replace(/(\.\d\d)0{1,2}$/, '$1').replace(/(\.\d{3})0$/, '$1');
}

export function sumCents(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
