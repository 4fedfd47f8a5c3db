import ExcelJS from 'exceljs';
import { cellText } from './cell-values';
import type { BookColumn, MappingsBook } from './mappings-book';
import { codedText } from './mappings-cell';

/** Number format of a cell that is text and stays text when a person edits it. */
const AS_TEXT = '@';
const GREY = { argb: 'FF8796AD' };
const INK = { argb: 'FF0F172A' };
const HEAD_FILL: ExcelJS.Fill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFEEFAF8' },
};
const LABEL_WIDTH = 26;
const HELP_WIDTH = 92;
const TAG_WIDTH = 44;
const LIST_WIDTH = 40;

/** Excel offers the list in rows below the last one, too, so that a row can be added. */
const SPARE_ROWS = 50;

/** The mappings as an xlsx file. Every cell is text; there is no formula and no macro. */
export async function mappingsWorkbook(input: MappingsBook): Promise<ArrayBuffer> {
  const book = new ExcelJS.Workbook();
  addAbout(book, input.about);
  for (const sheet of input.sheets) addSheet(book, sheet, input.lists);
  addLists(book, input.lists);
  const bytes = await book.xlsx.writeBuffer();
  return bytes instanceof ArrayBuffer ? bytes : Uint8Array.from(new Uint8Array(bytes)).buffer;
}

function addAbout(book: ExcelJS.Workbook, about: MappingsBook['about']): void {
  const sheet = book.addWorksheet(about.title);
  sheet.columns = [LABEL_WIDTH, HELP_WIDTH, TAG_WIDTH].map((width) => ({
    width,
    style: { numFmt: AS_TEXT, alignment: { vertical: 'top', wrapText: true } },
  }));
  for (const { label, says, tag } of about.facts) {
    const row = sheet.addRow([label, says, tag].map(codedText));
    row.getCell(1).font = { bold: true, color: INK };
    row.getCell(3).font = { color: GREY };
  }
  sheet.addRow([]);
  for (const line of about.help) sheet.addRow([null, cellText(line)]);
}

function addSheet(
  book: ExcelJS.Workbook,
  { title, columns, rows }: MappingsBook['sheets'][number],
  lists: MappingsBook['lists'],
): void {
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width, quiet }) => ({
    width,
    style: { numFmt: AS_TEXT, ...(quiet ? { font: { color: GREY } } : {}) },
  }));
  addHeading(sheet, columns);
  for (const row of rows) sheet.addRow(row.map((cell) => (cell === '' ? null : codedText(cell))));
  for (const [index, column] of columns.entries()) {
    const formula = column.list === null ? null : listRange(lists, column.list);
    if (formula === null) continue;
    for (let row = 2; row <= rows.length + 1 + SPARE_ROWS; row++) {
      // No error message: a name that is not in the list may still be told apart by its id.
      sheet.getCell(row, index + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [formula],
      };
    }
  }
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: rows.length + 1, column: columns.length },
  };
}

function addHeading(sheet: ExcelJS.Worksheet, columns: readonly BookColumn[]): void {
  const row = sheet.addRow(columns.map(({ heading }) => codedText(heading)));
  row.height = 20;
  for (const [index, { quiet }] of columns.entries()) {
    const cell = row.getCell(index + 1);
    cell.font = { bold: !quiet, color: quiet ? GREY : INK };
    cell.alignment = { vertical: 'middle' };
    cell.fill = HEAD_FILL;
  }
}

/** Where Excel finds the values to offer; null for an empty list. */
function listRange({ title, columns }: MappingsBook['lists'], list: number): string | null {
  const values = columns[list]?.values.length ?? 0;
  if (values === 0) return null;
  const letter = String.fromCharCode('A'.charCodeAt(0) + list);
  return `'${title.replaceAll("'", "''")}'!$${letter}$2:$${letter}$${values + 1}`;
}

function addLists(book: ExcelJS.Workbook, { title, columns }: MappingsBook['lists']): void {
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(() => ({ width: LIST_WIDTH, style: { numFmt: AS_TEXT } }));
  addHeading(
    sheet,
    columns.map(({ heading }) => ({ heading, width: LIST_WIDTH, quiet: false, list: null })),
  );
  const length = Math.max(0, ...columns.map(({ values }) => values.length));
  for (let at = 0; at < length; at++) {
    sheet.addRow(
      columns.map(({ values }) => {
        const value = values[at];
        return value === undefined ? null : codedText(value);
      }),
    );
  }
}
