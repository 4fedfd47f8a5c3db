/**
 * The pages at their most awkward: late, in French, with lists that hold only the rows on show and
 * use their nodes again, and an app that throws out what is not its own. We stay, and stay right.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setUpByMessages } from './harness/by-messages';
import { type Scene, startScene } from './harness/scene';
import { HOST, openWorkspace, panelFrame } from './harness/screens';
import { QBO, TPS } from './harness/sign-in';
import { toFront } from './harness/to-front';

const ROW_PX = 40;

let scene: Scene;
let tps: Page;
let qbo: Page;

beforeAll(async () => {
  scene = await startScene({
    clients: 40,
    findings: 'all',
    web: { lateMs: 200, virtualLists: true, wipes: true, language: 'fr' },
  });
  const { context } = scene.browser;
  qbo = await signIn(context, QBO, 'owner@firm.example', 'Adresse courriel ou ID utilisateur');
  tps = await signIn(context, TPS, 'sync@firm.example', 'Courriel');
  const workspace = await openWorkspace(scene.browser, 'history');
  await setUpByMessages(workspace);
  await workspace.close();
});
afterAll(() => scene?.end());

async function signIn(context: BrowserContext, site: string, email: string, label: string) {
  const page = await context.newPage();
  await page.goto(`${site}/login`);
  await page.getByLabel(label).fill(email);
  await page.getByLabel('Mot de passe').fill('sandbox');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Waits until the app has thrown out whatever hung at the root of the document, us too. */
async function rootWiped(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const canary = document.createElement('div');
        document.documentElement.append(canary);
        const observer = new MutationObserver(() => {
          if (canary.isConnected) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.documentElement, { childList: true });
      }),
  );
}

const launcher = (page: Page) => page.getByRole('button', { name: 'Open sync panel' });

describe.each([
  ['TPS', () => tps, `${TPS}/clients`, 'Clients', 'Factures', 'Factures'],
  ['QuickBooks', () => qbo, `${QBO}/app/customers`, 'Clients', 'Ventes', 'Opérations de vente'],
])('%s in French, wiping', (_name, pageOf, address, title, link, nextTitle) => {
  beforeEach(async () => {
    await toFront(pageOf());
    await pageOf().goto(address);
    await pageOf().getByRole('heading', { level: 1, name: title }).waitFor();
  });

  test('launcher and panel survive, and the app goes on working', async () => {
    const page = pageOf();
    await launcher(page).waitFor();
    await rootWiped(page);
    await launcher(page).waitFor();
    expect(await page.locator(HOST).count()).toBe(1);
    const panel = await panelFrame(page);
    const heading = panel.getByRole('heading', { level: 1, name: 'Ledger Bridge' });
    await heading.waitFor();
    await rootWiped(page);
    await heading.waitFor();
    await page.getByRole('button', { name: 'Hide sync panel' }).click();
    await launcher(page).waitFor();

    const first = page.locator('tbody a').first();
    const path = (await first.getAttribute('href')) ?? '';
    // A page that draws itself anew under the finger loses the click: then it is clicked again.
    await expect
      .poll(async () => {
        if (!page.url().endsWith(path)) await first.click();
        return page.url().endsWith(path);
      })
      .toBe(true);
    await page.getByRole('heading', { level: 2, name: 'Opérations' }).waitFor();
    await page.getByRole('link', { name: link, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: nextTitle }).waitFor();
    await launcher(page).waitFor();
  });
});

/** What stands on each line of the list that is wholly on show: the name, and its badge if any. */
function linesOnShow(page: Page): Promise<{ id: string; badges: number }[]> {
  return page.evaluate((hostName) => {
    const box = document.querySelector('table')?.parentElement?.getBoundingClientRect();
    const root = document.querySelector(hostName)?.shadowRoot;
    if (!box || !root) return [];
    const middleOf = (node: Element) => {
      const { top, height } = node.getBoundingClientRect();
      return top + height / 2;
    };
    const badges = [...root.querySelectorAll('.badge')].map(middleOf);
    const header = document.querySelector('thead')?.getBoundingClientRect().bottom ?? 0;
    return [...document.querySelectorAll('tbody a')]
      .filter((link) => {
        const { top, bottom } = link.getBoundingClientRect();
        return top > Math.max(box.top, header) + 2 && bottom < box.bottom - 2;
      })
      .map((link) => ({
        id:
          new URL(link.getAttribute('href') ?? '', location.href).searchParams.get('nameId') ?? '',
        badges: badges.filter((middle) => Math.abs(middle - middleOf(link)) < 4).length,
      }));
  }, HOST);
}

test('badges go with their rows through a list that uses its nodes again', async () => {
  await toFront(qbo);
  await qbo.goto(`${QBO}/app/customers`);
  await qbo.locator('tbody a').first().waitFor();
  const { qbo: ledger } = await scene.control.ledgers();
  const active = ledger.customers.filter((one) => one.active);
  const subs = active.filter(({ parentId }) => parentId !== null).map(({ id }) => id);
  expect(subs.length).toBeGreaterThan(0);
  expect(await qbo.locator('tbody a').count()).toBeLessThan(active.length);

  const scrollTo = (top: number) =>
    qbo.evaluate(async (to) => {
      const box = document.querySelector('table')?.parentElement;
      const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
      box?.scrollTo({ top: to });
      for (let i = 0; i < 3; i++) await nextFrame();
    }, top);
  const steps = Math.ceil(active.length / 4);
  // Downwards each row is asked about; its line shows what the answer says.
  for (let step = 0; step <= steps; step += 1) {
    await scrollTo(step * 4 * ROW_PX);
    const withoutBadge = async () =>
      (await linesOnShow(qbo)).filter(({ id, badges }) => subs.includes(id) && badges !== 1);
    await expect.poll(withoutBadge, { message: `row ${step * 4}` }).toEqual([]);
  }
  // Upwards everything is known: each line shows its own from the frame in which it comes.
  const badged = new Map<string, Set<number>>();
  for (let step = steps; step >= 0; step -= 1) {
    await scrollTo(step * 4 * ROW_PX + (step % 2) * (ROW_PX / 2));
    for (const { id, badges } of await linesOnShow(qbo)) {
      badged.set(id, (badged.get(id) ?? new Set()).add(badges));
    }
  }

  for (const id of subs) expect([...(badged.get(id) ?? [])], `customer ${id}`).toEqual([1]);
  // Every row shows the same wherever it stands, and most show nothing.
  expect([...badged].filter(([, seen]) => seen.size !== 1)).toEqual([]);
  const clean = [...badged].filter(([, seen]) => seen.has(0));
  expect(clean.length).toBeGreaterThan(badged.size / 2);
  expect(badged.size).toBe(active.length);
});

describe('apps that route in the hash', () => {
  beforeAll(() => Object.assign(scene.sandbox.web, { hash: true, wipes: false }));

  test('TPS: the panel opens on Integrations > QuickBooks', async () => {
    await toFront(tps);
    await tps.goto(`${TPS}/clients`);
    await launcher(tps).waitFor();
    await tps.getByRole('link', { name: 'QuickBooks', exact: true }).click();
    await tps.waitForURL('**/clients#/integrations/quickbooks');
    await tps.getByRole('button', { name: 'Hide sync panel' }).waitFor();
  });

  test('QuickBooks: the strip follows from customer to list and back', async () => {
    await toFront(qbo);
    await qbo.goto(`${QBO}/app/sales`);
    const { qbo: ledger } = await scene.control.ledgers();
    const sub = ledger.customers.find(({ parentId, active }) => parentId !== null && active);
    await qbo.goto(`${QBO}/app/sales#/app/customerdetail?nameId=${sub?.id}`);
    const strip = qbo.locator(`${HOST} .strip`);
    await strip.waitFor();
    await qbo.getByRole('link', { name: 'Ventes', exact: true }).click();
    await strip.waitFor({ state: 'hidden' });
    await qbo.goBack();
    await strip.waitFor();
  });
});
