/**
 * `npm run bench:scale -- [--clients 5000] [--documents 50000]`: what a big firm costs the extension,
 * in Chromium, in the production build, against the stand-ins: set-up, first sync of books that agree,
 * a sync where nothing changed, one where a little did. Wall time, CPU and memory of the extension's
 * own process, and the longest time for which its worker answered nobody. Before it, the plan alone.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { setUpByMessages, syncByMessages } from '/work/main/tests/e2e/harness/by-messages';
import { startScene } from '/work/main/tests/e2e/harness/scene';
import { openWorkspace } from '/work/main/tests/e2e/harness/screens';
import { arriveSignedIn } from '/work/main/tests/e2e/harness/sign-in';
import { fillBooks } from '/work/main/tests/bench/scale/fill-books';
import { Gauge } from '/work/main/tests/bench/scale/gauge';
import { planAlone } from '/work/main/tests/bench/scale/plan-alone';

const DAY_MS = 86_400_000;

const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '5000' },
    documents: { type: 'string', default: '50000' },
  },
});
const clients = Number(values.clients);
const documents = Number(values.documents);

for (const size of [
  { clients: 1_000, documents: 6_000 },
  { clients, documents },
]) {
  console.log(`plan of ${size.clients} clients, ${size.documents} documents: ${planAlone(size)}`);
}

/** What was entered a moment ago is read once more at each sync: all of it was entered yesterday. */
const clock = { behindMs: DAY_MS, now: () => new Date(Date.now() - clock.behindMs) };
const scene = await startScene({ clients: 0, findings: 'none', clock });
try {
  const began = performance.now();
  const books = fillBooks(scene.sandbox, { clients, documents });
  clock.behindMs = 0;
  console.log(`stand-ins filled in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const { workspace } = await arrive();
  const gauge = await Gauge.on(scene.browser);
  const { workerProfiler } = await import('/work/x/profile-worker');
  const prof = await workerProfiler(scene.browser);
  let nth = 0;
  const measured = async (what: string, work: () => Promise<string>) => {
    await gauge.begin();
    await prof.start();
    const outcome = await work();
    await prof.stop(`/tmp/prof/w${nth++}.cpuprofile`);
    console.log(`${what.padEnd(36)} ${await gauge.end()}   ${outcome}`);
  };
  const sync = async (description: string) => {
    const { id, status, counts } = await syncByMessages(workspace, description);
    if (status === 'failed') throw new Error(await whyFailed(workspace, id));
    return `${status}, ${counts.done} of ${counts.planned} done`;
  };
  await measured('set-up, with the first reading', async () => {
    await setUpByMessages(workspace);
    return '';
  });
  await measured('first sync of books that agree', () => sync('First'));
  await measured('nothing changed', () => sync('Nothing'));
  await measured('nothing changed, once more', () => sync('Nothing again'));
  books.editSome(10);
  await measured('10 invoices changed on each side', () => sync('Edits'));
} finally {
  await scene.end();
}

/** What only our own database tells. */
async function whyFailed(page: Page, runId: string): Promise<string> {
  return page.evaluate(
    (id) =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('ledger-bridge');
        opening.onsuccess = () => {
          const getting = opening.result.transaction('runs').objectStore('runs').get(id);
          getting.onsuccess = () => resolve(String(getting.result.technical));
        };
      }),
    runId,
  );
}

async function arrive() {
  await arriveSignedIn(scene.browser.context, scene.sandbox);
  return { workspace: await openWorkspace(scene.browser, 'settings') };
}
