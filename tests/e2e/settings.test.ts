import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitForFile } from './harness/downloads';
import { inspect } from './harness/inspect';
import { canSetPolicy, type ManagedExtension, managedExtension } from './harness/policy';
import { FIRM_WITH_FINDINGS, type Prepared, setUpScene } from './harness/prepared';
import { type Scene, startScene } from './harness/scene';
import { openPopup, openWorkspace } from './harness/screens';
import { story } from './harness/story';
import { askWorker } from './harness/worker';

describe('the mappings file', () => {
  let scene: Prepared;
  let page: Page;
  let file: string;

  beforeAll(async () => {
    scene = await setUpScene(FIRM_WITH_FINDINGS);
    page = await openWorkspace(scene.browser, 'settings');
  });
  afterAll(() => scene?.end());

  /** The file with one cell changed, saved beside it. */
  async function withCell(sheet: string, address: string, text: string): Promise<string> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const found = book.getWorksheet(sheet);
    if (!found) throw new Error(`no sheet ${sheet}`);
    found.getCell(address).value = text;
    const path = join(scene.browser.downloads, 'edited.xlsx');
    await book.xlsx.writeFile(path);
    return path;
  }

  async function choose(path: string): Promise<void> {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Import workbook…' }).click(),
    ]);
    await chooser.setFiles(path);
  }

  /** Everything that is mapped, and every decided client. */
  async function stored(): Promise<unknown> {
    const { mappings, clients } = await askWorker(page, 'setup.get', { reload: false });
    return [
      mappings.map(({ kind, from, fromId, chosenId }) => [kind, from, fromId, chosenId]),
      clients.map(({ key, decision, decided }) => [key, decision, decided]),
    ];
  }

  story('goes out, is looked at, and comes back', (step) => {
    step('is saved with a sheet for each kind', async () => {
      await page.getByRole('button', { name: 'Download workbook' }).click();
      await page.getByText('Saved: mappings.xlsx').waitFor();
      file = await waitForFile(scene.browser.downloads, 'mappings.xlsx');
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(file);
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
      await inspect(page, 'saved');
    });

    step('keeps the share of QuickBooks’ limits that was chosen', async () => {
      await page.getByLabel('Share of QuickBooks’ limits').selectOption('50');
      await expect
        .poll(async () => (await askWorker(page, 'app.get', {})).settings.sharePercent)
        .toBe(50);
      await page.reload();
      const select = page.getByLabel('Share of QuickBooks’ limits');
      await select.waitFor();
      expect(await select.inputValue()).toBe('50');
      await inspect(page, 'share');
      await select.selectOption('80');
      await expect
        .poll(async () => (await askWorker(page, 'app.get', {})).settings.sharePercent)
        .toBe(80);
    });

    step('changes nothing when it comes back as it was', async () => {
      await choose(file);
      await page.getByText('mappings.xlsx says what is stored already').waitFor();
      expect(await page.getByRole('button', { name: /^Store / }).count()).toBe(0);
      await page.getByRole('button', { name: 'Close' }).click();
    });

    step('with a mistake in it is refused with its place, and changes nothing', async () => {
      const before = await stored();
      await choose(await withCell('Taxes', 'B3', 'GST/QST 2'));
      const alert = page.getByRole('alert');
      await alert.getByText('edited.xlsx: one problem. Nothing was changed.').waitFor();
      await alert
        .getByText(
          'Taxes, row 3, column QuickBooks tax code: there is no tax code “GST/QST 2” in QuickBooks.',
        )
        .waitFor();
      await inspect(page, 'problem');
      await page.getByRole('button', { name: 'Close' }).click();
      expect(await stored()).toEqual(before);
    });

    step('shows each change before it is stored, and stores it', async () => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(file);
      const codes = book.getWorksheet('Work codes');
      const name = codes?.getCell('A2').text ?? '';
      const now = codes?.getCell('B2').text ?? '';
      const other =
        [2, 3]
          .map((row) => book.getWorksheet('Lists')?.getCell(row, 1).text ?? '')
          .find((label) => label !== now) ?? '';
      const before = await stored();
      await choose(await withCell('Work codes', 'B2', other));
      await page.getByText('edited.xlsx would change one choice. Nothing is stored yet.').waitFor();
      const table = page.getByRole('grid', { name: 'Changes in the mappings' });
      const row = (await table.getByRole('row').nth(1).textContent()) ?? '';
      for (const text of ['Work codes', name, now, other]) expect(row).toContain(text.slice(0, 12));
      await inspect(page, 'changes');
      expect(await stored()).toEqual(before);
      await page.getByRole('button', { name: 'Store 1 change' }).click();
      await page.getByText('1 change stored').waitFor();
      expect(await stored()).not.toEqual(before);
      await choose(await withCell('Work codes', 'B2', now));
      await page.getByRole('button', { name: 'Store 1 change' }).click();
      await page.getByText('1 change stored').waitFor();
      expect(await stored()).toEqual(before);
    });

    step('that is no workbook is refused in a sentence', async () => {
      await choose(join(import.meta.dirname, 'settings.test.ts'));
      await page.getByText('This is not an Excel workbook (.xlsx).').waitFor();
      await page.getByRole('button', { name: 'Close' }).click();
    });
  });
});

describe.runIf(canSetPolicy())('what an administrator has set', () => {
  let extension: ManagedExtension;
  let scene: Scene;

  beforeAll(async () => {
    extension = managedExtension({
      language: 'fr',
      oneStep: 'yes',
      readOnly: true,
      somethingElse: 1,
    });
    scene = await startScene({ clients: 2 }, { extensionDir: extension.dir });
  });
  afterAll(async () => {
    await scene?.end();
    extension?.remove();
  });

  test('wins over the person, shows as locked, and cannot be changed', async () => {
    expect(scene.browser.extensionId).toBe(extension.id);
    const page = await openWorkspace(scene.browser, 'settings');
    const language = page.getByLabel('Langue');
    await language.waitFor();
    expect(await language.inputValue()).toBe('fr');
    expect(await language.isDisabled()).toBe(true);
    await page.getByText('Fixé par votre organisation').first().waitFor();
    await page.getByText('Lecture seule :').waitFor();
    await inspect(page, 'managed');
    await expect(askWorker(page, 'settings.save', { language: 'en' })).rejects.toThrow(
      'managed.locked',
    );
    await expect(askWorker(page, 'run.sync', { description: '' })).rejects.toThrow(
      'managed.readOnly',
    );
    await page.close();
  });

  test('reaches every screen', async () => {
    const popup = await openPopup(scene.browser);
    await popup.getByRole('button', { name: 'Configurer' }).waitFor();
    await popup.close();
  });
});
