import Big from 'big.js';

/** Whole cents of the home currency. Money is never a float in this product. */
export type Cents = number & { readonly __unit: 'cents' };

/** Above this an amount is a mistake, not an invoice; it also keeps sums exact in a double. */
const CENTS_MAX = 1_000_000_000_000_00;

/** Brands a whole number as cents. Throws RangeError for anything that is no whole number. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value) || Math.abs(value) > CENTS_MAX) {
    throw new RangeError(`not whole cents: ${value}`);
  }
  return (value === 0 ? 0 : value) as Cents;
}

export const ZERO = cents(0);

/**
 * Reads an amount as the wire has it: a decimal text ("1049.25", TPS) or a JSON number (1049.25,
 * QBO). The number's shortest decimal text is parsed, so no float arithmetic takes place.
 * Throws RangeError for more than two decimals or for anything that is no amount.
 */
export function parseCents(wire: string | number): Cents {
  const text = String(wire).trim();
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new RangeError(`not an amount: ${text}`);
  const hundredths = new Big(text).times(100);
  if (!hundredths.eq(hundredths.round(0, Big.roundDown))) {
    throw new RangeError(`more than two decimals: ${text}`);
  }
  return cents(hundredths.toNumber());
}

/** `104925` as `"1049.25"`: the text that TPS takes, and that a person can read in any locale. */
export function decimalText(amountCents: Cents): string {
  const digits = String(Math.abs(amountCents)).padStart(3, '0');
  return `${amountCents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The JSON number that QBO takes. Exact: its shortest decimal text has two decimals at most. */
export function wireNumber(amountCents: Cents): number {
  return Number(decimalText(amountCents));
}

/** Sum; the empty sum is zero. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}

export function subtractCents(a: Cents, b: Cents): Cents {
  return cents(a - b);
}

export function negateCents(a: Cents): Cents {
  return cents(-a);
}

export function absCents(a: Cents): Cents {
  return cents(Math.abs(a));
}

/**
 * Tax on a net amount, rounded half away from zero: 140.00 at 9.975 % is 13.97, where
 * `toFixed` says 13.96. `ratePercent` is a decimal text such as "9.975".
 */
export function percentOf(netCents: Cents, ratePercent: string): Cents {
  return cents(new Big(netCents).times(ratePercent).div(100).round(0, Big.roundHalfUp).toNumber());
}
