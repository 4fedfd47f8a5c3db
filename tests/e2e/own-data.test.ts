/** What this browser has stored itself cannot be read, or is of a newer version: in real IndexedDB. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writesIntoBooks } from './harness/control';
import { apply, ENDED, runBecomes, start } from './harness/drive-sync';
import { inspect } from './harness/inspect';
import { type Prepared, preparedScene, SMALL_FIRM } from './harness/prepared';
import { openPopup, openWorkspace } from './harness/screens';
import { killWorker } from './harness/worker';

let scene: Prepared;
let popup: Page;

beforeAll(async () => {
  scene = await preparedScene(SMALL_FIRM);
  popup = await openPopup(scene.browser);
});
afterAll(() => scene?.end());

/** Spoils one link to an invoice that the sync has written. */
async function spoilALink(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opened = indexedDB.open('ledger-bridge');
        opened.onerror = () => reject(opened.error);
        opened.onsuccess = () => {
          const links = opened.result.transaction('links', 'readwrite').objectStore('links');
          const all = links.getAll();
          all.onsuccess = () => {
            const isOurs = ({ type, base }: { type: string; base: { qbo: { marker: unknown } } }) =>
              type === 'invoice' && base.qbo.marker !== null;
            const link = all.result.find(isOurs);
            link.base.qbo.totalCents = 'spoiled';
            // Written by nobody who had checked it.
            delete link.checked;
            links.put(link).onsuccess = () => {
              opened.result.close();
              resolve(all.result.length);
            };
          };
        };
      }),
  );
}

test('a link that cannot be read is set aside, said, and found again without a write', async () => {
  const links = await spoilALink(popup);
  // A worker that lives remembers the links as it has written them.
  await killWorker(scene.browser);
  await scene.control.forgetRequests();
  await start(popup, 'Sync now', 'After a mishap');
  const shown = await runBecomes(popup, null, ['preview', 'failed']);
  expect(shown.plan?.groups).toMatchObject([{ verb: 'link', type: 'invoice', count: 1 }]);
  await popup.getByText(/could not be read: 1 link\. It was set aside/).waitFor();
  await popup.getByText(/^Found again by their markers/).waitFor();
  await inspect(popup, 'set-aside-popup', [360]);
  const preview = await openWorkspace(scene.browser, `preview/${shown.id}`);
  await preview.getByText(/could not be read: 1 link\. It was set aside/).waitFor();
  await inspect(preview, 'set-aside-preview');
  await preview.close();
  await apply(popup);
  const run = await runBecomes(popup, null, ENDED);
  expect(run).toMatchObject({ status: 'success', counts: { done: 1, failed: 0 } });
  expect(await writesIntoBooks(scene.control)).toEqual([]);
  expect(links).toBeGreaterThan(0);
});

test('data of a newer version is left alone, with what to do', async () => {
  await popup.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opened = indexedDB.open('ledger-bridge', 990);
        opened.onerror = () => reject(opened.error);
        opened.onsuccess = () => {
          opened.result.close();
          resolve();
        };
      }),
  );
  await popup.reload();
  await popup.getByText(/was written by a newer version of the extension/).waitFor();
  await inspect(popup, 'newer-popup', [360]);
  const workspace = await openWorkspace(scene.browser, 'history');
  await workspace
    .getByText(/was written by a newer version of the extension/)
    .first()
    .waitFor();
  await inspect(workspace, 'newer-workspace');
});
