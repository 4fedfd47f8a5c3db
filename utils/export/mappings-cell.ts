import { cellText } from './cell-values';

/** What a spreadsheet would take for a coded character, `_x0041_`. */
const CODED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** DEL, which XML allows and the writer of the workbook leaves out. */
const DELETE = /\u007f/g;

/**
 * A text as it survives a workbook: one space for any white space, composed accents, none of what
 * XML cannot hold. Names are compared in this form.
 */
export function survivingText(text: string): string {
  return cellText(text).replace(DELETE, '').normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * The text to write so that a spreadsheet shows exactly this one: Office reads `_x0041_` as `A`
 * unless its first underscore is coded, too (ECMA-376, ST_Xstring).
 */
export function codedText(text: string): string {
  return survivingText(text).replace(CODED, '_x005F_');
}
