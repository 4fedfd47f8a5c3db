/**
 * `npm run bench:screens -- [--entries 50000]`: what screens cost, in Chromium, in the production
 * build. CPU is that of the page's main thread alone, by its own clock (`threadTicks`), beside an empty
 * page of the extension; how long a press takes is from the press to the next picture.
 */
import { parseArgs } from 'node:util';
import { fillHistory } from '../e2e/harness/fill-history';
import { type Prepared, preparedScene, SMALL_FIRM } from '../e2e/harness/prepared';
import { askWorker } from '../e2e/harness/worker';
import { cpuUntil, medianOf, pressed } from './screens/measure';

const TIMES = 5;

const { values } = parseArgs({ options: { entries: { type: 'string', default: '50000' } } });
const entries = Number(values.entries);
if (!Number.isInteger(entries) || entries < 1) throw new Error('--entries: a whole number');

const scene = await preparedScene(SMALL_FIRM);
try {
  await begin(scene);
  await manyRows(scene);
} finally {
  await scene.end();
}

function tell(what: string, value: number, unit = 'ms'): void {
  console.log(`${what.padEnd(58)} ${value.toFixed(0).padStart(7)} ${unit}`);
}

async function tellAppGet(workspace: Prepared['workspace']): Promise<void> {
  const asked = await medianOf(TIMES, async () => {
    const startMs = performance.now();
    await askWorker(workspace, 'app.get', {});
    return performance.now() - startMs;
  });
  tell('app.get, asked and answered', asked);
}

async function begin({ browser, workspace }: Prepared): Promise<void> {
  const page = (path: string) => `chrome-extension://${browser.extensionId}/${path}`;
  const cpu = (path: string, ready: string) =>
    medianOf(TIMES, () => cpuUntil(browser.context, page(path), ready));
  tell(
    'main thread until usable: nothing but a file of ours',
    await cpu('wording/ui.en.json', 'pre'),
  );
  tell('main thread until usable: popup', await cpu('popup.html', 'text=Sync now'));
  tell('main thread until usable: workspace, tie-out', await cpu('workspace.html#tieout', 'h1'));
  await tellAppGet(workspace);
}

async function manyRows({ browser, workspace }: Prepared): Promise<void> {
  await fillHistory(workspace, entries);
  console.log(`\n${entries} lines of history`);
  await tellAppGet(workspace);
  const open = async () => {
    const page = await browser.context.newPage();
    const startMs = performance.now();
    await page.goto(`chrome-extension://${browser.extensionId}/workspace.html#/history`);
    await page.getByRole('row').nth(5).waitFor({ timeout: 120_000 });
    return { page, ms: performance.now() - startMs };
  };
  const opened = await medianOf(TIMES, async () => {
    const { page, ms } = await open();
    await page.close();
    return ms;
  });
  tell('history, from its address to its rows', opened);
  const { page } = await open();
  const older = page.getByRole('button', { name: 'Show older' });
  while (await older.isVisible()) {
    const before = await page.getByRole('grid').getAttribute('aria-rowcount');
    await older.click();
    await page.locator(`[role="grid"]:not([aria-rowcount="${before}"])`).waitFor();
  }
  for (const name of ['Amount', 'Client', 'Date']) {
    const header = page.getByRole('columnheader', { name }).getByRole('button').first();
    tell(`sort by ${name}`, await pressed(page, header));
  }
  const search = page
    .getByRole('searchbox')
    .or(page.getByPlaceholder(/search/))
    .first();
  tell('search', await pressed(page, search, '4321'));
  tell('search taken back', await pressed(page, search, ''));
  await page.close();
}
