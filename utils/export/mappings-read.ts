import ExcelJS from 'exceljs';
import {
  COLUMNS_MAX,
  FILE_BYTES_MAX,
  ROWS_MAX,
  SHEETS_MAX,
  type SheetTexts,
  UNPACKED_BYTES_MAX,
  type WorkbookTexts,
} from './mappings-book';
import { survivingText } from './mappings-cell';
import { isZip, unpackedBytes } from './mappings-zip';

/** A workbook as texts. Nothing is evaluated: of a formula only its stored result is taken. */
export async function readWorkbook(file: ArrayBuffer): Promise<WorkbookTexts> {
  if (file.byteLength > FILE_BYTES_MAX) return { ok: false, why: 'tooBig' };
  if (!isZip(file)) return { ok: false, why: 'notExcel' };
  const bytes = unpackedBytes(file);
  if (bytes === null) return damaged('The directory of the zip file is not whole.');
  if (bytes > UNPACKED_BYTES_MAX) return { ok: false, why: 'tooBig' };
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(file);
  } catch (error) {
    return damaged(String(error));
  }
  // Another kind of zip file opens as a workbook without sheets.
  if (book.worksheets.length === 0) return { ok: false, why: 'notExcel' };
  const sheets: SheetTexts[] = [];
  for (const sheet of book.worksheets.slice(0, SHEETS_MAX)) {
    const rows = textsOf(sheet);
    if (rows === null) return { ok: false, why: 'tooManyRows', sheet: sheet.name };
    sheets.push({ name: sheet.name, rows });
  }
  return { ok: true, sheets };
}

function damaged(technical: string): WorkbookTexts {
  return { ok: false, why: 'damaged', technical };
}

/** Rows that hold text; null when a text stands below the last row that we take. */
function textsOf(sheet: ExcelJS.Worksheet): SheetTexts['rows'] | null {
  const rows: SheetTexts['rows'] = [];
  let beyond = false;
  sheet.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      if (column <= COLUMNS_MAX) cells[column - 1] = textOf(cell);
    });
    const texts = Array.from(cells, (text) => text ?? '');
    if (texts.every((text) => text === '')) return;
    if (row.number > ROWS_MAX) beyond = true;
    else rows.push({ row: row.number, cells: texts });
  });
  return beyond ? null : rows;
}

/** What a person sees in the cell; a number that Excel made of a text as its shortest text. */
function textOf(cell: ExcelJS.Cell): string {
  const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'object' && !(value instanceof Date)) {
    if ('error' in value) return survivingText(String(value.error));
    if ('richText' in value) return survivingText(value.richText.map((run) => run.text).join(''));
    // A link: Excel makes one of an address that is typed.
    if ('text' in value) return survivingText(cell.text);
    return '';
  }
  return survivingText(value instanceof Date ? value.toISOString() : String(value));
}
