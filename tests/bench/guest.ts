/**
 * `npm run bench:guest`: what our scripts cost the pages of TPS and QuickBooks, in Chromium, in the
 * production build: main-thread CPU of our own code while a page loads, and while that page changes a
 * thousand times a second. By the profiler, which knows whose code runs.
 */
import type { CDPSession, Page } from 'playwright-core';
import { type Prepared, preparedScene, SMALL_FIRM } from '../e2e/harness/prepared';
import { medianOf } from './screens/measure';

const TIMES = 5;
const SAMPLE_US = 100;
/** What our scripts do after the page has come up. */
const REST_MS = 2_000;
const CHANGES_A_SECOND = 1_000;
const CHANGING_MS = 5_000;

interface Node {
  readonly id: number;
  readonly callFrame: { readonly url: string };
  readonly children?: readonly number[];
}

const scene = await preparedScene(SMALL_FIRM);
try {
  await costOf('TPS, its first page', scene.tps, scene);
  await costOf('QuickBooks, its first page', scene.qbo, scene);
} finally {
  await scene.end();
}

async function costOf(what: string, like: Page, { browser }: Prepared): Promise<void> {
  const address = like.url();
  const loads = await medianOf(TIMES, async () => {
    const page = await browser.context.newPage();
    const ms = await oursDuring(page, async () => {
      await page.goto(address);
      await page.waitForTimeout(REST_MS);
    });
    await page.close();
    return ms;
  });
  tell(`${what}: loading`, loads, 'ms (the wish: 8)');
  const page = await browser.context.newPage();
  await page.goto(address);
  await page.waitForTimeout(REST_MS);
  const changing = await oursDuring(page, () => change(page));
  tell(`${what}: 1,000 changes a second`, (100 * changing) / CHANGING_MS, '% of a core (1)');
  await page.close();
}

function tell(what: string, value: number, unit: string): void {
  console.log(`${what.padEnd(52)} ${value.toFixed(2).padStart(8)} ${unit}`);
}

/** Rows of a list come and go, as in an application that draws all the time. */
async function change(page: Page): Promise<void> {
  await page.evaluate(
    async ({ aSecond, forMs }) => {
      const place = document.createElement('div');
      document.body.append(place);
      const every = 10;
      const each = (aSecond * every) / 1_000;
      for (let ms = 0; ms < forMs; ms += every) {
        for (let n = 0; n < each; n += 1) {
          if (place.childElementCount > 50) place.firstElementChild?.remove();
          const row = document.createElement('p');
          row.textContent = String(ms + n);
          place.append(row);
        }
        await new Promise((resolve) => setTimeout(resolve, every));
      }
      place.remove();
    },
    { aSecond: CHANGES_A_SECOND, forMs: CHANGING_MS },
  );
}

/** Time within code of ours, and within what it has called, in ms. */
async function oursDuring(page: Page, work: () => Promise<void>): Promise<number> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  await session.send('Profiler.start');
  await work();
  const { profile } = await session.send('Profiler.stop');
  await session.detach();
  const nodes: readonly Node[] = profile.nodes;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const mark = (node: Node | undefined, isWithin: boolean): void => {
    if (!node) return;
    const isOurs = isWithin || node.callFrame.url.startsWith('chrome-extension://');
    if (isOurs) ours.add(node.id);
    for (const child of node.children ?? []) mark(byId.get(child), isOurs);
  };
  mark(nodes[0], false);
  const { samples = [], timeDeltas = [] } = profile;
  const us = samples.reduce((sum, id, at) => sum + (ours.has(id) ? (timeDeltas[at] ?? 0) : 0), 0);
  return us / 1_000;
}
