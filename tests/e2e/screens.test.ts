/** Every screen as people with other needs meet it: screen reader, French, narrow, dark. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { breaksNoRule, SCHEMES, scrollsSideways } from './harness/inspect';
import { type Prepared, setUpScene } from './harness/prepared';
import { openPopup, openWorkspace, panelFrame } from './harness/screens';
import { TPS } from './harness/sign-in';

const ROUTES = [
  'setup/connect',
  'setup/clients',
  'setup/codes',
  'setup/taxes',
  'setup/banks',
  'setup/preview',
  'history',
  'tieout',
  'clients',
  'settings',
] as const;

let scene: Prepared;

beforeAll(async () => {
  scene = await setUpScene({ clients: 8, findings: 'all', seed: 13 }, { colorScheme: 'dark' });
});
afterAll(() => scene?.end());

describe.each(SCHEMES)('in %s', (colorScheme, which) => {
  test.each(ROUTES)('the workspace at %s breaks no rule, and fits 360 px', async (route) => {
    const page = await openWorkspace(scene.browser, route);
    await page.emulateMedia({ colorScheme });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await breaksNoRule(page, which);
    const font = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    expect(font).toContain('Inter Variable');
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await scrollsSideways(page)).toBe(false);
    await page.close();
  });

  test('the popup and the panel break no rule', async () => {
    const popup = await openPopup(scene.browser);
    await popup.emulateMedia({ colorScheme });
    await popup.getByRole('button', { name: 'Sync now' }).waitFor();
    await breaksNoRule(popup, which);
    expect(await scrollsSideways(popup)).toBe(false);
    await popup.close();
    await scene.tps.emulateMedia({ colorScheme });
    await scene.tps.goto(`${TPS}/integrations/quickbooks`);
    const panel = await panelFrame(scene.tps);
    await panel.getByRole('button', { name: 'Preview', exact: true }).waitFor();
    const frame = scene.tps.frames().find((one) => one.url().endsWith('/panel.html'));
    if (!frame) throw new Error('no panel');
    await breaksNoRule(frame, which);
  });
});

describe('in French', () => {
  test('popup and workspace speak French once it is chosen', async () => {
    const settings = await openWorkspace(scene.browser, 'settings');
    await settings.getByLabel('Language').selectOption('fr');
    const popup = await openPopup(scene.browser);
    await popup.getByRole('button', { name: 'Synchroniser', exact: true }).waitFor();
    const text = (await popup.locator('body').textContent()) ?? '';
    expect(text).not.toMatch(/\b(Sync now|Export history|Needs you|Last sync|Signed in)\b/);
    await popup.close();
    await settings.getByLabel('Langue').selectOption('en');
    await settings.close();
  });
});

test('a page that cannot load its language says so in both', async () => {
  const page = await scene.browser.context.newPage();
  await page.setViewportSize({ width: 360, height: 640 });
  await page.addInitScript(() => {
    const real = globalThis.fetch;
    globalThis.fetch = (...all) =>
      String(all[0]).includes('wording/')
        ? Promise.reject(new TypeError('no such file'))
        : real(...all);
  });
  await page.goto(`chrome-extension://${scene.browser.extensionId}/popup.html`);
  await page.getByText('This page could not be loaded. Close it and open it again.').waitFor();
  await page.getByText('Fermez-la et ouvrez-la de nouveau.').waitFor();
  await page.close();
});

test('a description that is being typed survives a reload of the page around it', async () => {
  const panel = await panelFrame(scene.tps);
  await panel.getByLabel('Description').fill('Weekly sync');
  await scene.tps.reload();
  const again = await panelFrame(scene.tps);
  await again.getByLabel('Description').waitFor();
  await expect.poll(() => again.getByLabel('Description').inputValue()).toBe('Weekly sync');
  await again.getByLabel('Description').fill('');
});
