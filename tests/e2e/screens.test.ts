/** Every screen as people with other needs meet it: screen reader, French, narrow, dark. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { breaksNoRule, inspect, SCHEMES, scrollsSideways } from './harness/inspect';
import { FIRM_WITH_FINDINGS, type Prepared, setUpScene } from './harness/prepared';
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
  scene = await setUpScene(FIRM_WITH_FINDINGS, { colorScheme: 'dark' });
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
    await settings.close();
  });

  test.each([
    ['known from the last time', true],
    ['not known yet', false],
  ])('no page begins in English, the choice being %s', async (_how, isKept) => {
    for (const [route, word] of [
      ['popup.html', 'Synchroniser'],
      ['workspace.html#settings', 'Langue'],
    ] as const) {
      const page = await scene.browser.context.newPage();
      await page.addInitScript((kept) => {
        if (!kept) localStorage.clear();
        const seen: string[] = [];
        Object.assign(globalThis, { seen });
        new MutationObserver(() => seen.push(document.body?.textContent ?? '')).observe(document, {
          childList: true,
          subtree: true,
          characterData: true,
        });
      }, isKept);
      await page.goto(`chrome-extension://${scene.browser.extensionId}/${route}`);
      await page.getByText(word, { exact: true }).first().waitFor();
      const texts = await page.evaluate(() => (globalThis as never as { seen: string[] }).seen);
      expect(texts.join('')).toContain(word);
      // Where nothing is kept from the last time, the names of the pages stand there in English first.
      const english = isKept
        ? /Sync now|Signed in|Language|Set-up|Settings/
        : /Sync now|Signed in|Language/;
      expect(texts.filter((text) => english.test(text))).toEqual([]);
      await page.close();
    }
  });

  test('and English again once that is chosen', async () => {
    const settings = await openWorkspace(scene.browser, 'settings');
    await settings.getByLabel('Langue').selectOption('en');
    await settings.getByLabel('Language').waitFor();
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

test('a page of which a part cannot be loaded says so in both, and works when it is opened again', async () => {
  const page = await openWorkspace(scene.browser, 'clients');
  const session = await scene.browser.context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBlockedURLs', {
    urlPatterns: [{ urlPattern: 'chrome-extension://*/chunks/DialogWindow*', block: true }],
  });
  const exclude = page.getByRole('button', { name: /^Exclude/ }).first();
  await exclude.click();
  await page.getByText('This page could not be loaded. Close it and open it again.').waitFor();
  await inspect(page, 'page-without-a-part');
  await session.send('Network.setBlockedURLs', { urlPatterns: [] });
  await page.reload();
  await exclude.click();
  await page.getByRole('dialog').waitFor();
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
