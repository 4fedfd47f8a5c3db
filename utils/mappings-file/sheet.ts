/** A sheet of the file by its columns, whatever their order and language. */
import type { SheetTexts } from '../export/mappings-book';
import type { Locale } from '../wording/locale';
import { type Phrase, type PhraseId, type PhraseValues, phrase } from '../wording/phrase';
import { isTitled } from './words';

export interface FileRow<Column extends string> {
  /** Number of the row in the sheet, as Excel counts. */
  readonly row: number;
  readonly cells: Readonly<Record<Column, string>>;
  /** A sentence about a cell of this row; it names sheet, row and column. */
  readonly about: (column: Column, id: PhraseId, values?: PhraseValues) => Phrase;
  readonly headings: Readonly<Record<Column, string>>;
}

export type Opened<Column extends string> =
  | { readonly ok: true; readonly rows: readonly FileRow<Column>[] }
  | { readonly ok: false; readonly problems: readonly Phrase[] };

/** The rows of the sheet with this title, or which sheet or columns are missing. */
export function openSheet<Column extends string>(
  sheets: readonly SheetTexts[],
  titleIn: (locale: Locale) => string,
  columns: readonly Column[],
  headingIn: (column: Column, locale: Locale) => string,
  locale: Locale,
): Opened<Column> {
  const sheet = sheets.find(({ name }) => isTitled(name, titleIn));
  if (!sheet) return { ok: false, problems: [phrase('file.noSheet', { sheet: titleIn(locale) })] };
  const [head, ...body] = sheet.rows;
  const places = new Map<Column, number>();
  for (const column of columns) {
    const at = (head?.cells ?? []).findIndex((cell) =>
      isTitled(cell, (language) => headingIn(column, language)),
    );
    if (at >= 0) places.set(column, at);
  }
  const missing = columns.filter((column) => !places.has(column));
  if (missing.length > 0) {
    const problems = missing.map((column) =>
      phrase('file.noColumn', { sheet: sheet.name, column: headingIn(column, locale) }),
    );
    return { ok: false, problems };
  }
  const textsOf = (cells: readonly string[]) =>
    byColumn(columns, (c) => cells[places.get(c) ?? -1]);
  const headings = textsOf(head?.cells ?? []);
  const rows = body.map(({ row, cells }) => ({
    row,
    cells: textsOf(cells),
    headings,
    about: (column: Column, id: PhraseId, values: PhraseValues = {}) =>
      phrase(id, { sheet: sheet.name, row, column: headings[column], ...values }),
  }));
  // What stands only in columns of the person's own is no row of ours.
  const ours = rows.filter(({ cells }) => columns.some((column) => cells[column] !== ''));
  return { ok: true, rows: ours };
}

function byColumn<Column extends string>(
  columns: readonly Column[],
  textOf: (column: Column) => string | undefined,
): Record<Column, string> {
  const texts: Partial<Record<Column, string>> = {};
  for (const column of columns) texts[column] = textOf(column) ?? '';
  return complete(texts, columns);
}

function complete<Column extends string>(
  texts: Partial<Record<Column, string>>,
  columns: readonly Column[],
): Record<Column, string> {
  if (!hasAll(texts, columns)) throw new Error('A column has no text.');
  return texts;
}

function hasAll<Column extends string>(
  texts: Partial<Record<Column, string>>,
  columns: readonly Column[],
): texts is Record<Column, string> {
  return columns.every((column) => texts[column] !== undefined);
}
