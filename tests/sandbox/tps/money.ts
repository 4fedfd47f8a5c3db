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
  const product = Math.abs(netCents) * percentMilli;
  if (!Number.isSafeInteger(product)) throw new Error(`tax base too large: ${netCents}`);
  const rounded = Math.floor((product + 50_000) / 100_000);
  return netCents < 0 && rounded !== 0 ? -rounded : rounded;
}

export function sumCents(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
