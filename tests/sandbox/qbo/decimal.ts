import type { Json } from './json';

/** An exact decimal: `digits / 10^scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const PATTERN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Parses a JSON number or numeric text exactly; undefined when it is not a number. */
export function decimalOf(value: Json | undefined): Decimal | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const match = PATTERN.exec(String(value).trim());
  if (!match) return undefined;
  const whole = match[2] ?? '';
  const fraction = match[3] ?? '';
  if (whole === '' && fraction === '') return undefined;
  const exponent = Number(match[4] ?? '0');
  const magnitude = BigInt(`${whole}${fraction}`);
  const digits = match[1] === '-' ? -magnitude : magnitude;
  const scale = fraction.length - exponent;
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** Division rounded half away from zero, which is how both ledgers round money. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const n = dividend < 0n ? -dividend : dividend;
  const d = divisor < 0n ? -divisor : divisor;
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}

/** `value` in cents, rounded half up. */
export function toCents(value: Decimal): number {
  const cents =
    value.scale <= 2
      ? value.digits * 10n ** BigInt(2 - value.scale)
      : divideHalfUp(value.digits, 10n ** BigInt(value.scale - 2));
  return Number(cents);
}

/** Cents of a JSON amount, or undefined when it is not a number. */
export function centsOf(value: Json | undefined): number | undefined {
  if (typeof value === 'number') {
    // Exact: a double with two decimals at most is the one nearest to its cents / 100.
    const cents = Math.round(value * 100);
    if (Number.isSafeInteger(cents) && cents / 100 === value) return cents;
  }
  const decimal = decimalOf(value);
  return decimal === undefined ? undefined : toCents(decimal);
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const up = (x: Decimal): bigint => x.digits * 10n ** BigInt(scale - x.scale);
  return { digits: up(a) + up(b), scale };
}

/** `percent` per cent of `cents`, half up: 9.975 % of 14000 is 1397 (1396.5). */
export function percentOf(cents: number, percent: Decimal): number {
  return Number(divideHalfUp(BigInt(cents) * percent.digits, 100n * 10n ** BigInt(percent.scale)));
}

/** The part of a gross amount that a rate of `percent` makes up when rates total `sumPercent`. */
export function percentInside(grossCents: number, percent: Decimal, sumPercent: Decimal): number {
  const scale = Math.max(percent.scale, sumPercent.scale);
  const unit = 10n ** BigInt(scale);
  const p = percent.digits * 10n ** BigInt(scale - percent.scale);
  const s = sumPercent.digits * 10n ** BigInt(scale - sumPercent.scale);
  return Number(divideHalfUp(BigInt(grossCents) * p, 100n * unit + s));
}

/** An amount for JSON: a number whose value has two decimals. */
export function amount(cents: number): number {
  return cents === 0 ? 0 : cents / 100;
}

/** Text with exactly two decimals, as in `LineEx` ("81.00"). */
export function amountText(cents: number): string {
  const sign = cents < 0 ? '-' : '';
  const magnitude = Math.abs(cents);
  return `${sign}${Math.floor(magnitude / 100)}.${String(magnitude % 100).padStart(2, '0')}`;
}
