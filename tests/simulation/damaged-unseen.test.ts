/** Rows that were damaged after they were checked: they still say that they are as they must be. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Browser } from './world/browser';
import { approve, driveOn, type Ran, setUp } from './world/drive';
import { openSites, type Sites } from './world/sites';

const HOUR_MS = 3_600_000;

let world: Sites;
let browser: Browser;

beforeEach(async () => {
  world = await openSites({
    ...{ seed: 5, clients: 4, findings: 'none' },
    switches: { idleSignOut: false },
  });
  browser = new Browser(0, world);
  await browser.signIn();
  await setUp(browser);
  expect(await sync()).toMatchObject({ status: 'success' });
  // What was written a moment before a sync is read once more by the next.
  world.clock.advance(HOUR_MS);
  await sync();
});

afterEach(() => browser.close());

async function sync(): Promise<Ran> {
  world.clock.advance(60_000);
  await browser.ask['run.sync']({ description: 'test' });
  let run = await driveOn(browser);
  while (run.status === 'preview') run = await approve(browser, run);
  return run;
}

/** By the disk: no write of ours. */
async function damageInvoices(into: object): Promise<void> {
  const rows = browser.db.backendDB().transaction('mirror', 'readwrite').objectStore('mirror');
  const all = await new Promise<{ kind: string; record: object; checked?: number }[]>((resolve) => {
    const asked = rows.getAll();
    asked.onsuccess = () => resolve(asked.result);
  });
  const damaged = all.filter(({ kind }) => kind === 'invoice');
  expect(damaged.every(({ checked }) => checked !== undefined)).toBe(true);
  const writes = damaged.map(
    (row) =>
      new Promise((resolve) => {
        rows.put({ ...row, record: { ...row.record, ...into } }).onsuccess = resolve;
      }),
  );
  await Promise.all(writes);
}

async function setAsideIn(table: string): Promise<number> {
  return (await browser.db.quarantine.toArray()).filter((row) => row.table === table).length;
}

describe('rows that were damaged after they were checked', () => {
  it('are looked at by the worker that takes over a run of one that was ended', async () => {
    await browser.ask['run.preview']({ description: '' });
    // A plan could be made of it, and would carry it over.
    await damageInvoices({ memo: 7 });
    browser.kill();
    const run = await driveOn(browser);
    expect(run).toMatchObject({ counts: { planned: 0, failed: 0 } });
    expect(await setAsideIn('mirror')).toBeGreaterThan(0);
  });

  it('are set aside where the totals cannot be compared with them, by the next worker', async () => {
    const { id } = await sync();
    // As if Chrome had ended the worker before it compared.
    await browser.db.runs.update(id, { status: 'applying', stage: 'verify', endedAt: null });
    await damageInvoices({ lines: undefined });
    browser.kill();
    expect(await driveOn(browser)).toMatchObject({ id, status: 'success' });
    expect(await setAsideIn('mirror')).toBeGreaterThan(0);
  });

  it('are set aside where a plan cannot be made of them, and the books read anew', async () => {
    await damageInvoices({ lines: undefined });
    browser.kill();
    expect(await sync()).toMatchObject({ status: 'success', counts: { planned: 0 } });
    expect(await setAsideIn('mirror')).toBeGreaterThan(0);
  });
});
