/** The backup of both books, by its own buttons, with panel and popup open beside it. */
import { openAsBlob, readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readBackup } from '../../utils/backup/read';
import { idsIn } from '../../utils/port/ids-in';
import { atRest } from './harness/by-messages';
import { waitForNewFile } from './harness/downloads';
import { start } from './harness/drive-sync';
import { inspect } from './harness/inspect';
import { FIRM_WITH_FINDINGS, type Prepared, setUpScene } from './harness/prepared';
import { openPopup, openWorkspace, panelFrame } from './harness/screens';
import { TPS } from './harness/sign-in';

const MAKE_MS_MAX = 120_000;

let scene: Prepared;
let page: Page;
let popup: Page;

beforeAll(async () => {
  scene = await setUpScene(FIRM_WITH_FINDINGS);
  // Each of them asks the worker all the time, which looks for work at every message.
  await scene.tps.goto(`${TPS}/integrations/quickbooks`);
  await (await panelFrame(scene.tps)).getByRole('button', { name: 'Preview' }).waitFor();
  popup = await openPopup(scene.browser);
  page = await openWorkspace(scene.browser, 'setup/preview');
});
afterAll(() => scene?.end());
beforeEach(async () => {
  await scene.control.clearFaults();
  await atRest(popup);
  await make().waitFor();
});

const make = () => page.getByRole('button', { name: /^(Back up both books|Back up again)$/ });
const stop = () => page.getByRole('button', { name: 'Stop', exact: true });
const slow = { method: 'GET', effect: { kind: 'latency', ms: 2_000 } } as const;

test('is saved, and holds what stands in both books', async () => {
  const { control, browser } = scene;
  await make().click();
  const file = await waitForNewFile(browser.downloads, /\.gz$/, new Set(), MAKE_MS_MAX);
  await page.getByText('Backed up', { exact: true }).last().waitFor();
  const found = new Map<string, Set<string>>();
  const { counts, sha256 } = await readBackup(await openAsBlob(file), ({ shelf, entity, body }) => {
    const key = `${shelf} ${entity}`;
    found.set(key, new Set([...(found.get(key) ?? []), ...(idsIn(shelf, entity, body) ?? [])]));
  });
  await page.getByText(sha256.slice(0, 8)).first().waitFor();
  const { tps, qbo } = await control.ledgers();
  const inQbo = (entity: string) =>
    qbo.documents.filter((doc) => doc.entity === entity && !doc.deleted).map(({ id }) => id);
  const inTps = (type: string) =>
    tps.documents.filter((doc) => doc.type === type).map(({ id }) => String(id));
  const expected = {
    'qbo Customer': qbo.customers.map(({ id }) => id),
    'qbo Invoice': inQbo('Invoice'),
    'qbo Payment': inQbo('Payment'),
    'qbo CreditMemo': inQbo('CreditMemo'),
    'qbo JournalEntry': inQbo('JournalEntry'),
    'tps clients': tps.clients.map(({ id }) => String(id)),
    'tps invoices': inTps('invoice'),
    'tps payments': inTps('payment'),
  };
  for (const [key, ids] of Object.entries(expected)) {
    expect(ids.length, key).toBeGreaterThan(0);
    expect([...(found.get(key) ?? [])].sort(), key).toEqual([...ids].sort());
  }
  expect(counts.qbo.Invoice).toBe(expected['qbo Invoice'].length);
});

test('asked for while a sync is at work: waits, says so, and starts when that has ended', async () => {
  const { control, browser } = scene;
  const before = new Set(readdirSync(browser.downloads));
  await control.addFault({ site: 'tps', path: '/api/v1/clients', ...slow });
  await start(popup, 'Sync now', 'At work');
  await popup.getByRole('button', { name: 'Pause' }).waitFor();
  await make().click();
  await page.getByText('A sync is at work. The backup starts when it has ended.').first().waitFor();
  await inspect(page, 'backup-waits');
  await control.clearFaults();
  await popup.getByRole('button', { name: /^Apply \d/ }).waitFor({ timeout: MAKE_MS_MAX });
  await readBackup(
    await openAsBlob(await waitForNewFile(browser.downloads, /\.gz$/, before, MAKE_MS_MAX)),
  );
});

test('stopped by its button: nothing is saved, and it can be made again', async () => {
  const { control, browser } = scene;
  const before = readdirSync(browser.downloads);
  await control.addFault({ site: 'qbo', path: '/query', ...slow });
  await make().click();
  await stop().click();
  await page.getByText('The backup was stopped. Nothing was saved.').first().waitFor();
  expect(readdirSync(browser.downloads)).toEqual(before);
  await control.clearFaults();
  await make().click();
  await waitForNewFile(browser.downloads, /\.gz$/, new Set(before), MAKE_MS_MAX);
});
