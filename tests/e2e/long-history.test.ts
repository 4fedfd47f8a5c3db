/** A history of years: what is new is there at once, what is old when it is asked for, and what is open always. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillHistory } from './harness/fill-history';
import { inspect } from './harness/inspect';
import { type Prepared, preparedScene, SMALL_FIRM } from './harness/prepared';
import { openWorkspace } from './harness/screens';

/** More than are drawn at first, and than come when older ones are asked for once; and 107 runs. */
const OLD = 8_500;

let scene: Prepared;

beforeAll(async () => {
  scene = await preparedScene(SMALL_FIRM);
  await fillHistory(scene.workspace, OLD);
});
afterAll(() => scene?.end());

/** The oldest line of all failed, and nobody has seen to it. */
async function failOldest(): Promise<void> {
  await scene.workspace.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('ledger-bridge');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('entries', 'readwrite');
          const entries = writing.objectStore('entries');
          const getting = entries.get('bench-0');
          getting.onsuccess = () => {
            entries.put({ ...getting.result, status: 'failed', superseded: false, number: '8888' });
          };
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}

test('older entries come when they are asked for, and what is open is there from the first', async () => {
  await failOldest();
  const page = await openWorkspace(scene.browser, 'history');
  const older = page.getByRole('button', { name: 'Show older' });
  await older.waitFor();
  await page.getByText(/^501 of \d,\d+ entries: the newest/).waitFor();
  await inspect(page, 'history-older');
  await page.getByLabel('Status', { exact: true }).selectOption('failed');
  await page.getByRole('row', { name: /8888/ }).waitFor();
  await page.getByLabel('Status', { exact: true }).selectOption('');
  await older.click();
  await page.getByText(/^5,001 of \d,\d+ entries: the newest/).waitFor();
  await older.click();
  await older.waitFor({ state: 'detached' });
  const rows = Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
  expect(rows).toBeGreaterThan(OLD);
  await page.close();
});

test('older runs come when they are asked for, and one that is looked at is there', async () => {
  const page = await openWorkspace(scene.browser, 'history/bench-0');
  const runs = page.getByRole('navigation', { name: 'Runs' });
  await page.getByText('8888').first().waitFor();
  const older = runs.getByRole('button', { name: /^\d+ older runs$/ });
  await runs.evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await older.click();
  await older.waitFor({ state: 'detached' });
  await runs.evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await runs.locator('a[href$="history/bench-0"][aria-current="true"]').waitFor();
  await page.close();
});
