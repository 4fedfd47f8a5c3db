/** Languages of the product, and how each writes money, dates and counts. */

/** A language in which every sentence exists. */
export type Locale = 'en' | 'fr';

/** The regional formats behind a language: both are Canadian, dates and amounts differ. */
const FORMAT_TAG: Record<Locale, string> = { en: 'en-CA', fr: 'fr-CA' };

/**
 * The language to speak: what the user chose, else the browser's.
 * `localeOf('auto', 'fr-CA')` is `'fr'`; a language that we do not speak is English.
 */
export function localeOf(language: 'auto' | Locale, uiLanguage: string): Locale {
  if (language !== 'auto') return language;
  return /^fr\b/i.test(uiLanguage) ? 'fr' : 'en';
}

/** The BCP 47 tag for Intl, for instance `fr-CA`. */
export function formatTagOf(locale: Locale): string {
  return FORMAT_TAG[locale];
}

/** How one locale writes values. Amounts come in cents, dates as `YYYY-MM-DD`, instants as ISO. */
export interface Formats {
  /** `1820410` as `18,204.10`, in French `18 204,10`. */
  money(amountCents: number): string;
  /** As `money`, with `+` before what is above zero. */
  signedMoney(amountCents: number): string;
  /** `2026-11-22` as `Nov 22, 2026`. Not a date: the text as it is. */
  date(plainDate: string): string;
  /** An instant in the user's own time zone: date and time. */
  dateTime(instant: string): string;
  /** An instant in the user's own time zone: time alone, with seconds. */
  time(instant: string): string;
  /** A whole number with thin separators. */
  count(value: number): string;
}

const cache = new Map<Locale, Formats>();

/** The formats of a locale, made once. */
export function formatsOf(locale: Locale): Formats {
  const known = cache.get(locale);
  if (known) return known;
  const made = makeFormats(formatTagOf(locale));
  cache.set(locale, made);
  return made;
}

function makeFormats(tag: string): Formats {
  const decimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
  const money = new Intl.NumberFormat(tag, decimals);
  const signed = new Intl.NumberFormat(tag, { ...decimals, signDisplay: 'exceptZero' });
  const count = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'medium' });
  return {
    money: (amountCents) => money.format(unitsOf(amountCents)),
    signedMoney: (amountCents) => signed.format(unitsOf(amountCents)),
    date: (plainDate) => formatInstant(date, plainDate),
    dateTime: (instant) => formatInstant(dateTime, instant),
    time: (instant) => formatInstant(time, instant),
    count: (value) => count.format(value),
  };
}

/** Cents to units for showing only: two decimals are exact far beyond any receivable. */
function unitsOf(amountCents: number): number {
  return amountCents === 0 ? 0 : amountCents / 100;
}

function formatInstant(format: Intl.DateTimeFormat, text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : format.format(at);
}
