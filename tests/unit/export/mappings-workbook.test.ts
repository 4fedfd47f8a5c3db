import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { mappingsBook, ROWS_MAX } from '../../../utils/export/mappings-book';
import { mappingsWorkbook } from '../../../utils/export/mappings-workbook';
import { mappingsBookOf } from '../../../utils/mappings-file/book';
import { code, OWNER, setUp } from './mappings-scene';

async function opened(...args: Parameters<typeof setUp>): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(
    await mappingsWorkbook(mappingsBookOf(setUp(...args), OWNER, '2 March 2026')),
  );
  return book;
}

function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

const textsOf = (sheet: ExcelJS.Worksheet, row: number) =>
  Array.from({ length: sheet.columnCount }, (_, at) => sheet.getCell(row, at + 1).text);

describe('the mappings file, opened again', () => {
  test('says first whose it is and how to fill it in, in the language of the screen', async () => {
    const book = await opened();
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Read me',
      'Work codes',
      'Charges and adjustments',
      'Taxes',
      'Bank accounts',
      'Payment methods',
      'Clients',
      'Lists',
    ]);
    const about = sheetOf(book, 'Read me');
    expect(textsOf(about, 1)).toEqual(['Firm in TPS', 'Côté & Associés', 'firm=77']);
    expect(textsOf(about, 2)).toEqual(['Company in QuickBooks', 'Côté CPA inc.', 'company=9341']);
    expect(textsOf(about, 3).slice(0, 2)).toEqual(['Made on', '2 March 2026']);
    expect(about.rowCount).toBe(11);
    const french = await opened({ locale: 'fr' });
    expect(french.worksheets.map(({ name }) => name)).toContain('Modes de paiement');
    expect(textsOf(sheetOf(french, 'Clients'), 1)[3]).toBe('Décision');
  });

  test('shows names, the present choice and, in grey at the end, ids', async () => {
    const book = await opened();
    const codes = sheetOf(book, 'Work codes');
    expect(textsOf(codes, 1)).toEqual([
      'TPS work code',
      'QuickBooks product or service',
      'Direction',
      'TPS id',
      'QuickBooks id',
    ]);
    expect(textsOf(codes, 2)).toEqual([
      'Tax > T1',
      'Services > Tax',
      'TPS → QuickBooks',
      't1',
      '10',
    ]);
    expect(textsOf(codes, 4)).toEqual(['Bookkeeping', '', 'TPS → QuickBooks', 'bk', '']);
    for (const column of [4, 5]) {
      expect(codes.getCell(2, column).font.color?.argb).toBe('FF8796AD');
    }
    expect(codes.getCell(2, 1).font.color?.argb).not.toBe('FF8796AD');
    const methods = sheetOf(book, 'Payment methods');
    expect(textsOf(methods, 4)).toEqual(['Visa', 'Visa', 'QuickBooks → TPS', 'm2', '4']);
    const clients = sheetOf(book, 'Clients');
    expect(textsOf(clients, 2)).toEqual(['A-1', 'Acme Ltd', 'Acme Limited', 'Pair', '', '1', '21']);
    expect(textsOf(clients, 3)).toEqual(['B-2', 'Baker', '', 'Exclude', 'Sister company', '2', '']);
    expect(textsOf(clients, 4)).toEqual(['0003', 'Chen', '', '', '', '3', '']);
    expect(textsOf(clients, 5)).toEqual(['', '', 'Dubois', '', '', '', '22']);
  });

  test('has frozen headings, widths, filters, and offers the names that exist', async () => {
    const book = await opened();
    for (const sheet of book.worksheets.slice(1, -1)) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet.getColumn(1).width).toBeGreaterThan(10);
      expect(sheet.autoFilter).not.toBeNull();
    }
    const offered = sheetOf(book, 'Work codes').getCell('B2').dataValidation;
    expect(offered).toMatchObject({ type: 'list', formulae: ["'Lists'!$A$2:$A$5"] });
    const lists = sheetOf(book, 'Lists');
    expect([2, 3, 4, 5].map((row) => lists.getCell(row, 1).text)).toEqual([
      'Services > Tax',
      'Services > Books',
      'Hours',
      'Hours',
    ]);
    expect(sheetOf(book, 'Clients').getCell('D2').dataValidation.type).toBe('list');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '_x0041_', '0012', '1/2'])(
    'keeps %j a text, also when it is edited',
    async (text) => {
      const book = await opened({ tps: { codes: [code('t1', text)] } });
      const cell = sheetOf(book, 'Work codes').getCell('A2');
      expect(cell.type).toBe(ExcelJS.ValueType.String);
      expect(cell.text).toBe(text.trim());
      expect(cell.numFmt).toBe('@');
    },
  );

  test('holds no formula anywhere', async () => {
    const book = await opened();
    const formulas: string[] = [];
    for (const sheet of book.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.type === ExcelJS.ValueType.Formula) formulas.push(cell.address);
        }),
      );
    }
    expect(formulas).toEqual([]);
  });
});

test('a sheet takes so many rows and no more', () => {
  const book = mappingsBookOf(setUp(), OWNER, '');
  const withRows = (count: number) => ({
    ...book,
    sheets: [{ title: 'Clients', columns: [], rows: Array.from({ length: count }, () => ['x']) }],
  });
  expect(mappingsBook.safeParse(withRows(ROWS_MAX - 1)).success).toBe(true);
  expect(mappingsBook.safeParse(withRows(ROWS_MAX)).success).toBe(false);
});
