/** The mappings file against a real database: all or nothing. */
import ExcelJS from 'exceljs';
import { beforeEach, expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../../utils/export/mappings-bytes';
import { readWorkbook } from '../../../utils/export/mappings-read';
import { mappingsWorkbook } from '../../../utils/export/mappings-workbook';
import { handlersOf } from '../../../utils/worker/handlers';
import { PROBLEMS_MAX } from '../../../utils/worker/mappings-file';
import type { Office } from '../../simulation/office';
import { officeSetUp } from '../../simulation/prepared';

let office: Office;
let ask: ReturnType<typeof handlersOf>;
let file: ArrayBuffer;

beforeEach(async () => {
  office = await officeSetUp({ clients: 6, seed: 5 });
  ask = handlersOf(office.desk, {
    save: async (book, fileName) => {
      file = await mappingsWorkbook(book);
      return fileName;
    },
    read: (text) => readWorkbook(fromBase64(text)),
  });
  await ask['mappings.export']({ locale: 'en' });
});

type Edit = (book: ExcelJS.Workbook) => void;

async function editedFile(edit: Edit): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file);
  edit(book);
  return toBase64(Uint8Array.from(new Uint8Array(await book.xlsx.writeBuffer())).buffer);
}

const setCell =
  (sheet: string, address: string, text: string): Edit =>
  (book) => {
    const found = book.getWorksheet(sheet);
    if (!found) throw new Error(`no sheet ${sheet}`);
    found.getCell(address).value = text;
  };

/** Everything that a set-up file can touch. */
async function stored() {
  const { db } = office;
  return {
    mappings: await db.mappings.toArray(),
    links: await db.links.toArray(),
    wishes: await db.wishes.toArray(),
    pairs: await db.pairs.toArray(),
  };
}

test('untouched, it changes nothing', async () => {
  const view = await ask['mappings.look']({ locale: 'fr', file: toBase64(file) });
  expect(view).toMatchObject({ problems: [], problemCount: 0, changes: [] });
});

test('a look stores nothing, storing stores what was shown, and back again', async () => {
  const before = await stored();
  const clear = setCell('Work codes', 'B2', '');
  const text = await editedFile(clear);
  const view = await ask['mappings.look']({ locale: 'en', file: text });
  expect(view.changes).toHaveLength(1);
  expect(await stored()).toEqual(before);
  await ask['mappings.apply']({ locale: 'en', file: text, seal: view.seal });
  const after = await stored();
  expect(after.mappings).toHaveLength(before.mappings.length - 1);
  expect({ ...after, mappings: [] }).toEqual({ ...before, mappings: [] });
  const back = await ask['mappings.look']({ locale: 'en', file: toBase64(file) });
  await ask['mappings.apply']({ locale: 'en', file: toBase64(file), seal: back.seal });
  expect((await stored()).mappings).toEqual(before.mappings);
});

test('a wrong file changes nothing, even when it is sent to be stored', async () => {
  const before = await stored();
  const text = await editedFile((book) => {
    setCell('Work codes', 'B2', '')(book);
    setCell('Taxes', 'B2', 'No such code')(book);
  });
  const view = await ask['mappings.look']({ locale: 'en', file: text });
  expect(view).toMatchObject({ problemCount: 1, changes: [] });
  await expect(
    ask['mappings.apply']({ locale: 'en', file: text, seal: view.seal }),
  ).rejects.toMatchObject({ what: { id: 'file.changed' } });
  expect(await stored()).toEqual(before);
});

test('what changed since the look is looked at again', async () => {
  const text = await editedFile(setCell('Work codes', 'B2', ''));
  const view = await ask['mappings.look']({ locale: 'en', file: text });
  const other = await editedFile(setCell('Work codes', 'B3', ''));
  const before = await stored();
  await expect(
    ask['mappings.apply']({ locale: 'en', file: other, seal: view.seal }),
  ).rejects.toMatchObject({ what: { id: 'file.changed' } });
  expect(await stored()).toEqual(before);
});

test('when a part cannot be stored, no part is', async () => {
  const before = await stored();
  const text = await editedFile((book) => {
    setCell('Work codes', 'B2', '')(book);
    setCell('Clients', 'D2', 'Exclude')(book);
    setCell('Clients', 'E2', 'Sister company')(book);
  });
  const view = await ask['mappings.look']({ locale: 'en', file: text });
  expect(view.changes).toHaveLength(2);
  const { wishes } = office.db;
  const fails = () => {
    throw new Error('the disk is full');
  };
  wishes.hook('creating', fails);
  await expect(
    ask['mappings.apply']({ locale: 'en', file: text, seal: view.seal }),
  ).rejects.toThrow();
  wishes.hook('creating').unsubscribe(fails);
  expect(await stored()).toEqual(before);
  await ask['mappings.apply']({ locale: 'en', file: text, seal: view.seal });
  const excluded = (await stored()).wishes.map(({ wish }) => wish);
  expect(excluded).toContainEqual({ do: 'exclude', why: 'Sister company' });
});

test('of very many problems the first are told, and how many there are', async () => {
  const text = await editedFile((book) => {
    const sheet = book.getWorksheet('Taxes');
    for (let row = 0; row < PROBLEMS_MAX; row++) sheet?.addRow([`Tax ${row}`, 'Exempt']);
  });
  const atLimit = await ask['mappings.look']({ locale: 'en', file: text });
  expect(atLimit.problems).toHaveLength(PROBLEMS_MAX);
  expect(atLimit.problemCount).toBe(PROBLEMS_MAX);
  const more = await editedFile((book) => {
    const sheet = book.getWorksheet('Taxes');
    for (let row = 0; row <= PROBLEMS_MAX; row++) sheet?.addRow([`Tax ${row}`, 'Exempt']);
  });
  const beyond = await ask['mappings.look']({ locale: 'en', file: more });
  expect(beyond.problems).toHaveLength(PROBLEMS_MAX);
  expect(beyond.problemCount).toBe(PROBLEMS_MAX + 1);
});
