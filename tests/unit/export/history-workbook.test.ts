import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import {
  ENTRY_COLUMNS,
  type EntryColumn,
  type HistoryEntry,
  RUN_COLUMNS,
} from '../../../utils/export/history-export';
import { historyWorkbook } from '../../../utils/export/history-workbook';
import { entry, historyOf, run } from './sample';

const TORONTO_WINTER = () => 300;

async function reopened(entries: HistoryEntry[], offsetMinutesOf = TORONTO_WINTER) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await historyWorkbook(historyOf(entries), offsetMinutesOf));
  const [runs, rows] = book.worksheets;
  if (!runs || !rows) throw new Error('a sheet is missing');
  const cell = (column: EntryColumn, row = 2) =>
    rows.getCell(row, ENTRY_COLUMNS.indexOf(column) + 1);
  return { runs, rows, cell };
}

describe('the file of the history, opened again', () => {
  test('has both sheets with frozen, filtered, titled columns', async () => {
    const { runs, rows } = await reopened([entry, entry]);
    expect([runs.name, rows.name]).toEqual(['Runs', 'Entries']);
    for (const [sheet, columns, filter] of [
      [runs, RUN_COLUMNS, 'A1:M2'],
      [rows, ENTRY_COLUMNS, 'A1:N3'],
    ] as const) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet.autoFilter).toBe(filter);
      expect(sheet.getRow(1).values).toEqual([undefined, ...columns.map((key) => `T ${key}`)]);
      expect(sheet.getColumn(1).width).toBeGreaterThan(10);
    }
  });

  test('holds amounts as numbers of dollars, negative ones in red and with a minus', async () => {
    const { cell, runs } = await reopened([entry]);
    expect(cell('amountCents').value).toBe(-312.4);
    expect(cell('amountCents').numFmt).toBe('#,##0.00;[Red]-#,##0.00');
    expect(runs.getCell(2, RUN_COLUMNS.indexOf('tpsCents') + 1).value).toBe(84_310.22);
    expect(runs.getCell(2, RUN_COLUMNS.indexOf('planned') + 1).value).toBe(run.planned);
    expect(runs.getCell(2, RUN_COLUMNS.indexOf('unexplainedCents') + 1).value).toBeNull();
  });

  test('holds an accounting date as that day in every time zone', async () => {
    for (const offset of [-840, 0, 720]) {
      const { cell } = await reopened([entry], () => offset);
      expect(cell('date').value).toEqual(new Date('2026-03-08T00:00:00Z'));
      expect(cell('date').numFmt).toBe('yyyy-mm-dd');
    }
  });

  test('holds an instant as the wall clock of the user, to the second', async () => {
    const { runs } = await reopened([]);
    expect(runs.getCell('A2').value).toEqual(new Date('2026-11-22T09:03:09Z'));
    expect(runs.getCell('A2').numFmt).toBe('yyyy-mm-dd hh:mm:ss');
    expect(runs.getCell('B2').value).toBeNull();
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'keeps %j a text',
    async (message) => {
      const { cell } = await reopened([{ ...entry, message }]);
      expect(cell('message').type).toBe(ExcelJS.ValueType.String);
      expect(cell('message').text.trim()).toBe(message.trim());
      expect(cell('message').numFmt).toBe('@');
    },
  );

  test('keeps other texts as they are, without a mark', async () => {
    const { cell } = await reopened([{ ...entry, message: 'a = b\nnext <line> & "quote"' }]);
    expect(cell('message').value).toBe('a = b\nnext <line> & "quote"');
    expect(cell('message').numFmt ?? 'General').toBe('General');
    expect(cell('client').value).toBe("L'Écuyer & Sons <Ltd>");
    expect(cell('number').value).toBe('1042');
  });

  test('takes out what XML cannot hold and cuts what Excel cannot', async () => {
    const { cell } = await reopened([
      { ...entry, message: `a\u0000b\u001fc`, technical: 'x'.repeat(40_000) },
    ]);
    expect(cell('message').value).toBe('abc');
    expect(cell('technical').text).toHaveLength(32_767);
  });

  test('holds five thousand entries and no formula', async () => {
    const { rows } = await reopened(Array.from({ length: 5_000 }, () => entry));
    expect(rows.rowCount).toBe(5_001);
    rows.eachRow((row) =>
      row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)),
    );
  }, 30_000);

  test('makes a sheet of an empty history', async () => {
    const { rows } = await reopened([]);
    expect(rows.rowCount).toBe(1);
  });
});
