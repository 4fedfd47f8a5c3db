import ExcelJS from 'exceljs';
import {
  cellText,
  dayOf,
  dollars,
  looksLikeFormula,
  type OffsetMinutesOf,
  wallClock,
} from './cell-values';
import {
  ENTRY_COLUMNS,
  type EntryColumn,
  type HistoryExport,
  RUN_COLUMNS,
  type RunColumn,
} from './history-export';

type Kind = 'text' | 'count' | 'amount' | 'date' | 'instant';
type Value = string | number | null;

interface ColumnShape {
  kind: Kind;
  width: number;
}

const INSTANT: ColumnShape = { kind: 'instant', width: 18 };
const COUNT: ColumnShape = { kind: 'count', width: 12 };
const AMOUNT: ColumnShape = { kind: 'amount', width: 16 };
const text = (width: number): ColumnShape => ({ kind: 'text', width });

const RUN_SHAPES: Record<RunColumn, ColumnShape> = {
  startedAt: INSTANT,
  endedAt: INSTANT,
  description: text(40),
  status: text(16),
  planned: COUNT,
  done: COUNT,
  skipped: COUNT,
  failed: COUNT,
  notAttempted: COUNT,
  doneCents: AMOUNT,
  tpsCents: AMOUNT,
  qboCents: AMOUNT,
  unexplainedCents: AMOUNT,
};

const ENTRY_SHAPES: Record<EntryColumn, ColumnShape> = {
  at: INSTANT,
  run: text(32),
  status: text(14),
  direction: text(20),
  verb: text(12),
  type: text(14),
  number: text(14),
  client: text(32),
  date: { kind: 'date', width: 12 },
  amountCents: AMOUNT,
  message: text(64),
  technical: text(48),
  ignored: INSTANT,
  reason: text(32),
};

const FORMATS: Record<Kind, string | undefined> = {
  text: undefined,
  count: '#,##0',
  amount: '#,##0.00;[Red]-#,##0.00',
  date: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm:ss',
};

/** Number format of a cell that is text and stays text. */
const AS_TEXT = '@';

/** Excel allows 31 characters in a sheet's name and none of these. */
const SHEET_NAME_LENGTH_MAX = 31;
const NOT_IN_SHEET_NAME = /[*?:\\/[\]]/g;

/** The history as an xlsx file. `offsetMinutesOf` decides in which time zone instants are shown. */
export async function historyWorkbook(
  input: HistoryExport,
  offsetMinutesOf: OffsetMinutesOf = (at) => at.getTimezoneOffset(),
): Promise<ArrayBuffer> {
  const { headings } = input;
  const book = new ExcelJS.Workbook();
  addSheet(book, {
    name: headings.sheets.runs,
    columns: RUN_COLUMNS.map((key) => ({ key, header: headings.runs[key], ...RUN_SHAPES[key] })),
    rows: input.runs,
    offsetMinutesOf,
  });
  addSheet(book, {
    name: headings.sheets.entries,
    columns: ENTRY_COLUMNS.map((key) => ({
      key,
      header: headings.entries[key],
      ...ENTRY_SHAPES[key],
    })),
    rows: input.entries,
    offsetMinutesOf,
  });
  const bytes = await book.xlsx.writeBuffer();
  return bytes instanceof ArrayBuffer ? bytes : Uint8Array.from(new Uint8Array(bytes)).buffer;
}

interface SheetOf<Key extends string> {
  name: string;
  columns: (ColumnShape & { key: Key; header: string })[];
  rows: readonly Record<Key, Value>[];
  offsetMinutesOf: OffsetMinutesOf;
}

function addSheet<Key extends string>(book: ExcelJS.Workbook, spec: SheetOf<Key>): void {
  const name = spec.name.replace(NOT_IN_SHEET_NAME, ' ').slice(0, SHEET_NAME_LENGTH_MAX);
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = spec.columns.map(({ kind, width }) => {
    const numFmt = FORMATS[kind];
    return { width, style: numFmt === undefined ? {} : { numFmt } };
  });
  const header = sheet.addRow(spec.columns.map((column) => cellText(column.header)));
  header.font = { bold: true };
  header.alignment = { vertical: 'middle', wrapText: true };
  for (const record of spec.rows) {
    const values = spec.columns.map(({ key, kind }) =>
      cellValue(record[key], kind, spec.offsetMinutesOf),
    );
    const row = sheet.addRow(values);
    for (const [at, value] of values.entries()) {
      if (typeof value === 'string' && looksLikeFormula(value))
        row.getCell(at + 1).numFmt = AS_TEXT;
    }
  }
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: spec.rows.length + 1, column: spec.columns.length },
  };
}

function cellValue(value: Value, kind: Kind, offsetMinutesOf: OffsetMinutesOf) {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return kind === 'amount' ? dollars(value) : value;
  if (kind === 'date') return dayOf(value);
  if (kind === 'instant') return wallClock(value, offsetMinutesOf);
  return cellText(value);
}
