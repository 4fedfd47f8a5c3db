/** Values as Excel keeps them. A cell of ours is a text, a number or a date; never a formula. */

/** Longest text of a cell that Excel opens without repair. */
export const TEXT_LENGTH_MAX = 32_767;

/** What a spreadsheet program may take for a formula when a text is typed or pasted again. */
const FORMULA_START = /^[=+\-@\t\r]/;

/** Control characters that XML 1.0 cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text that XML and Excel can hold, otherwise as it is: no apostrophe, nothing is put in. */
export function cellText(text: string): string {
  return text.replace(NOT_XML, '').slice(0, TEXT_LENGTH_MAX);
}

/**
 * Whether a text must be marked as text (number format `@`), so that it stays one when a person
 * edits the cell. In the file itself every text is of type string anyway and is never evaluated;
 * a CSV that Excel makes of it holds the bare text, as no mark survives in CSV.
 */
export function looksLikeFormula(text: string): boolean {
  return FORMULA_START.test(text);
}

/** Cents as the number of dollars; its shortest decimal text is exact. */
export function dollars(amountCents: number): number {
  return amountCents === 0 ? 0 : amountCents / 100;
}

/** An accounting date as Excel's day, whatever the time zone. */
export function dayOf(plainDate: string): Date {
  return new Date(`${plainDate}T00:00:00Z`);
}

/** Minutes that local time is behind UTC at an instant, as `Date#getTimezoneOffset` counts. */
export type OffsetMinutesOf = (at: Date) => number;

const MINUTE_MS = 60_000;

/** An instant as the wall clock of the user: Excel's date-times know no time zone. */
export function wallClock(instant: string, offsetMinutesOf: OffsetMinutesOf): Date {
  const at = new Date(instant);
  return new Date(Math.trunc(at.getTime() / 1000) * 1000 - offsetMinutesOf(at) * MINUTE_MS);
}
