/** Links open in a tab of ours. Whatever somebody has typed in a page of either system stays there. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bothChanged } from './harness/day-at-the-firm';
import { syncFromPopup } from './harness/drive-sync';
import { type Prepared, preparedScene, SMALL_FIRM } from './harness/prepared';
import { openPopup } from './harness/screens';
import { TPS } from './harness/sign-in';

let scene: Prepared;
let popup: Page;

beforeAll(async () => {
  scene = await preparedScene(SMALL_FIRM);
  popup = await openPopup(scene.browser);
  await bothChanged(scene.control);
  await syncFromPopup(popup, 'Both changed');
});
afterAll(() => scene?.end());

/** Presses a link and gives the tab that shows where it leads. */
async function opened(link: string | RegExp, isNew: boolean): Promise<Page> {
  const { context } = scene.browser;
  const before = context.pages();
  const button = popup.getByRole('button', { name: link }).first();
  if (isNew) {
    const [page] = await Promise.all([context.waitForEvent('page'), button.click()]);
    return page;
  }
  const [ours] = before.slice(-1);
  if (!ours) throw new Error('no tab');
  await Promise.all([ours.waitForEvent('load'), button.click()]);
  expect(context.pages()).toHaveLength(before.length);
  return ours;
}

test('a half-typed invoice survives every link, and a link uses our tab again until it is typed in', async () => {
  const { tps } = scene;
  await tps.goto(`${TPS}/invoices/new`);
  await tps.getByRole('heading', { name: 'New invoice' }).waitFor();
  const typed = tps.getByLabel('Description', { exact: true });
  await typed.pressSequentially('Half of a sente');

  const ours = await opened(/^Open in (TPS|QuickBooks)$/, true);
  await ours.waitForURL(/\/invoices?[/?]/);
  const { origin } = new URL(ours.url());
  await opened(/^Open in (TPS|QuickBooks)$/, false);

  const field = ours.locator('input:visible, textarea:visible').first();
  await field.focus();
  await ours.keyboard.type('x');
  const another = await opened(/^Open in (TPS|QuickBooks)$/, true);
  expect(new URL(another.url()).origin).toBe(origin);
  expect(await field.inputValue()).toContain('x');

  expect(tps.url()).toBe(`${TPS}/invoices/new`);
  expect(await typed.inputValue()).toBe('Half of a sente');
});

test('signing in takes no page away either', async () => {
  const { tps, control, browser } = scene;
  await tps.goto(`${TPS}/invoices/new`);
  const typed = tps.getByLabel('Description', { exact: true });
  await typed.pressSequentially('Half of a sente');
  await control.session({ system: 'tps', do: 'expire' });
  await popup.getByLabel('Description').fill('Signed out');
  await popup.getByRole('button', { name: 'Sync now', exact: true }).click();
  const signIn = popup.getByRole('button', { name: 'Sign in to TPS' }).first();
  await signIn.click();
  const others = () => browser.context.pages().filter((page) => page !== tps);
  await expect
    .poll(() => others().some((page) => page.url().startsWith(`${TPS}/login`)))
    .toBe(true);
  expect(await typed.inputValue()).toBe('Half of a sente');
});
