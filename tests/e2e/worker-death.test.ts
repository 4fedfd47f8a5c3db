/**
 * Chrome may end the background worker at any moment. Opening the popup again must finish the run,
 * and neither side may hold anything twice.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { countDuplicates } from '../run/tour/duplicates';
import { atRest } from './harness/by-messages';
import { enterInvoices } from './harness/day-at-the-firm';
import { apply, currentRun, ENDED, runBecomes, start } from './harness/drive-sync';
import { type Prepared, preparedScene, SMALL_FIRM } from './harness/prepared';
import { openPopup } from './harness/screens';
import { killWorker } from './harness/worker';

const INVOICES = 4;
const LOOK_MS = 20;
const WAIT_MS_MAX = 60_000;

let scene: Prepared;

beforeAll(async () => {
  scene = await preparedScene(SMALL_FIRM);
});
afterEach(async () => {
  await scene.control.clearFaults();
  await atRest(scene.workspace);
});
afterAll(() => scene?.end());

/** Documents that a stand-in was sent since the last count; who syncs, in its notes, is none. */
async function writesTo(books: 'tps' | 'qbo'): Promise<number> {
  const { writes } = await scene.control.requests();
  return writes.filter(({ site, path }) => site === books && !path.includes('/attachable')).length;
}

/** What the database has of the run for whoever helps. */
function technicalOf(runId: string): Promise<unknown> {
  return scene.workspace.evaluate(
    (id) =>
      new Promise((resolve) => {
        const opening = indexedDB.open('ledger-bridge');
        opening.onsuccess = () => {
          const getting = opening.result.transaction('runs').objectStore('runs').get(id);
          getting.onsuccess = () => {
            opening.result.close();
            resolve(getting.result?.technical);
          };
        };
      }),
    runId,
  );
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + WAIT_MS_MAX; Date.now() < end; await sleep(LOOK_MS)) {
    if (await what()) return;
  }
  throw new Error('It never came to that.');
}

describe('a worker that is killed in the middle of Apply', () => {
  test.each([
    ['before the first document is sent', 90_100, null, null],
    ['while documents are on their way', 90_200, { kind: 'latency', ms: 3_000 }, 'qbo'],
    [
      'after a write was carried out and its answer was lost',
      90_300,
      { kind: 'resetAfter' },
      'qbo',
    ],
    ['between documents and their payment links', 90_400, { kind: 'latency', ms: 100 }, 'tps'],
  ] as const)(
    '%s: the popup, opened again, finishes the run',
    async (_when, first, effect, books) => {
      const { control, browser } = scene;
      const numbers = await enterInvoices(control, first, INVOICES);
      const before = countDuplicates(await control.ledgers());
      // However many they are sent in: one by one, or all in a batch.
      const path = '/(invoice|batch)\\b';
      if (effect) await control.addFault({ site: 'qbo', method: 'POST', path, effect, count: 2 });
      await control.forgetRequests();

      const popup = await openPopup(browser);
      const last = (await currentRun(popup))?.id ?? null;
      await start(popup, 'Sync now', `Killed ${first}`);
      await runBecomes(popup, last, ['preview']);
      await apply(popup);
      await runBecomes(popup, last, ['applying']);
      if (books) await until(async () => (await writesTo(books)) > 0);
      await popup.close();
      await killWorker(browser);

      const again = await openPopup(browser);
      const run = await runBecomes(again, last, ENDED);
      // Each invoice, and its link for paying online where the client has an address.
      expect(run.counts.planned).toBeGreaterThanOrEqual(INVOICES);
      const { status, stage, reason } = run;
      const said = JSON.stringify({ status, stage, reason, technical: await technicalOf(run.id) });
      expect(run.counts, said).toMatchObject({ done: run.counts.planned, failed: 0 });
      expect(run.tieOut?.unexplainedCents).toBe(0);
      await again.getByText('Successful').first().waitFor();
      await again.close();
      await control.clearFaults();

      const ledgers = await control.ledgers();
      expect(countDuplicates(ledgers)).toEqual(before);
      for (const number of numbers) {
        const twins = ledgers.qbo.documents.filter((doc) => doc.docNumber === number);
        expect(twins.map(({ totalCents }) => totalCents)).toHaveLength(1);
      }
    },
  );
});
