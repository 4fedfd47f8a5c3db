import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Prepared, setUpScene } from './harness/prepared';
import { HOST, openWorkspace } from './harness/screens';
import { QBO } from './harness/sign-in';
import { toFront } from './harness/to-front';

let scene: Prepared;
let qbo: Page;

beforeAll(async () => {
  scene = await setUpScene({ clients: 12, findings: 'all' });
  ({ qbo } = scene);
  await scene.workspace.close();
  await toFront(qbo);
});
afterAll(() => scene?.end());

const strip = () => qbo.locator(`${HOST} .strip`);
const badges = () => qbo.locator(`${HOST} .badge`);

async function creditMemo() {
  const { qbo: ledger } = await scene.control.ledgers();
  const found = ledger.documents.find((one) => one.entity === 'CreditMemo' && !one.deleted);
  if (!found) throw new Error('the firm has no credit memo');
  return found;
}

/** The badge on the line of a link, right of it. */
async function badgeBeside(link: Locator): Promise<Locator> {
  const row = await link.boundingBox();
  if (!row) throw new Error('the link is not on show');
  for (const badge of await badges().all()) {
    const box = await badge.boundingBox();
    const apart = box ? box.y + box.height / 2 - (row.y + row.height / 2) : Infinity;
    if (box && Math.abs(apart) < 4 && box.x >= row.x + row.width) return badge;
  }
  throw new Error('no badge stands beside the link');
}

test('a credit memo says in a strip what it is, why it hurts and what to do', async () => {
  const { id } = await creditMemo();
  await qbo.goto(`${QBO}/app/creditmemo?txnId=${id}`);
  await strip().getByText('Credit memo', { exact: true }).waitFor();
  expect(await strip().getAttribute('role')).toBe('status');
  expect(await strip().textContent()).toMatch(/TPS has no credit memos/);
  await strip().getByRole('button', { name: 'Exclude from sync' }).waitFor();
  await strip().getByRole('button', { name: 'Dismiss' }).click();
  await strip().waitFor({ state: 'hidden' });
});

test('a list bears badges beside the links, not inside the page', async () => {
  await qbo.goto(`${QBO}/app/customers`);
  await badges().filter({ hasText: 'Sub-customer' }).first().waitFor();
  const { qbo: ledger } = await scene.control.ledgers();
  const sub = ledger.customers.find(
    ({ parentId, displayName }) => parentId !== null && !displayName.startsWith('Project'),
  );
  if (!sub) throw new Error('the firm has no sub-customer');
  const link = qbo.locator(`a[href*="nameId=${sub.id}"]`).first();
  const badge = await badgeBeside(link);
  expect(await link.evaluate((node) => node.closest('tr,li,div')?.innerHTML ?? '')).not.toContain(
    'badge',
  );
  await badge.focus();
  const tooltip = qbo.getByRole('tooltip');
  await tooltip.getByText(sub.displayName).first().waitFor();
  await qbo.keyboard.press('Escape');
  await tooltip.waitFor({ state: 'hidden' });
});

test('badges follow their links when the page scrolls, and are cut off with them', async () => {
  await qbo.setViewportSize({ width: 1280, height: 260 });
  await qbo.goto(`${QBO}/app/customers`);
  const top = async () => {
    const [first] = await badges().all();
    return first ? ((await first.boundingBox())?.y ?? null) : null;
  };
  await badges().first().waitFor();
  const before = await top();
  await qbo.mouse.move(600, 200);
  await qbo.mouse.wheel(0, 60);
  await expect.poll(top).not.toBe(before);
  await qbo.setViewportSize({ width: 1280, height: 800 });
});

test('going on within the app changes the strip', async () => {
  const { id, customerId } = await creditMemo();
  await qbo.goto(`${QBO}/app/creditmemo?txnId=${id}`);
  await strip().waitFor();
  await qbo.getByRole('link', { name: 'Sales', exact: true }).click();
  await strip().waitFor({ state: 'hidden' });
  await qbo.goto(`${QBO}/app/customerdetail?nameId=${customerId}`);
  await strip().getByText('Credit memo', { exact: true }).waitFor();
});

test('a client is excluded from the strip, with a reason', async () => {
  const { id } = await creditMemo();
  await qbo.goto(`${QBO}/app/creditmemo?txnId=${id}`);
  await strip().getByRole('button', { name: 'Exclude from sync' }).click();
  await strip().getByRole('textbox').fill('Settled outside of TPS');
  await strip().getByRole('button', { name: 'Exclude from sync' }).click();
  await strip().getByText('Excluded', { exact: false }).first().waitFor();
  expect(await strip().textContent()).toContain('Settled outside of TPS');
});

test('launcher, strip and badges speak the language that is chosen in Settings, without a reload', async () => {
  const { id } = await creditMemo();
  await qbo.goto(`${QBO}/app/creditmemo?txnId=${id}`);
  const launcher = qbo.locator(`${HOST} .launcher`);
  await qbo.locator(`${HOST} .launcher[aria-label="Open sync panel"]`).waitFor();
  const settings = await openWorkspace(scene.browser, 'settings');
  await settings.getByRole('combobox').first().selectOption('fr');
  await settings.getByRole('heading', { name: 'Réglages' }).first().waitFor();
  await settings.close();
  await toFront(qbo);
  await qbo.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect
    .poll(() => launcher.getAttribute('aria-label'))
    .toBe('Ouvrir le panneau de synchronisation');
  // Blocked, or left out by a test before this one.
  const tone = strip().locator('.tone').first();
  await expect.poll(() => tone.textContent()).toMatch(/^(Bloque la synchronisation|Remarque)$/);
  await qbo.goto(`${QBO}/app/customers`);
  await badges().filter({ hasText: 'Sous-client' }).first().waitFor();
});
