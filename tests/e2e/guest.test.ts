import { statSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtExtension } from './harness/extension';
import { type Scene, startScene } from './harness/scene';
import { HOST, panelFrame } from './harness/screens';
import { QBO, signIn, TPS } from './harness/sign-in';
import { updateExtension } from './harness/worker';

/** What a content script may weigh: the sentences stay with the worker. */
const SCRIPT_BYTES_MAX = 60_000;

let scene: Scene;
let tps: Page;
let qbo: Page;

beforeAll(async () => {
  scene = await startScene({ clients: 12, findings: 'none' });
  ({ tps, qbo } = await signIn(scene.browser.context));
});
afterAll(() => scene?.end());

const launcher = (page: Page) => page.getByRole('button', { name: 'Open sync panel' });
const hide = (page: Page) => page.getByRole('button', { name: 'Hide sync panel' });
const hosts = (page: Page) => page.locator(HOST).count();

describe('the panel in TPS', () => {
  beforeEach(() => tps.goto(`${TPS}/clients`));

  test('is collapsed behind a launcher, opens and collapses by mouse and keyboard', async () => {
    await launcher(tps).click();
    const panel = await panelFrame(tps);
    await panel.getByRole('heading', { level: 1, name: 'Ledger Bridge' }).waitFor();
    await hide(tps).focus();
    await tps.keyboard.press('Escape');
    await launcher(tps).waitFor();
    await tps.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Collapse panel' }).click();
    await launcher(tps).waitFor();
    expect(await tps.evaluate(() => document.activeElement?.localName)).toBe(HOST);
  });

  test('opens by itself on Integrations > QuickBooks, come there by link or by address', async () => {
    await launcher(tps).waitFor();
    await tps.getByRole('link', { name: 'QuickBooks', exact: true }).click();
    await hide(tps).waitFor();
    await tps.getByRole('link', { name: 'Payments', exact: true }).click();
    await hide(tps).click();
    await tps.goto(`${TPS}/integrations/quickbooks`);
    await hide(tps).waitFor();
  });

  test('takes no collapse from anybody but its own frame', async () => {
    await launcher(tps).click();
    await hide(tps).waitFor();
    // Heard by everybody who listens, and drawn.
    await tps.evaluate(
      () =>
        new Promise((drawn) => {
          window.addEventListener('message', () => {
            requestAnimationFrame(() => requestAnimationFrame(drawn));
          });
          window.postMessage({ source: 'ledger-bridge', type: 'collapse' }, '*');
        }),
    );
    expect(await hide(tps).isVisible()).toBe(true);
  });
});

describe.each([
  ['TPS', () => tps, `${TPS}/clients`],
  ['QuickBooks', () => qbo, `${QBO}/app/homepage`],
])('the guest in %s', (_name, pageOf, address) => {
  beforeEach(async () => {
    await pageOf().goto(address);
    await launcher(pageOf()).waitFor();
  });

  test.each([
    ['wipes its body', () => document.body.replaceChildren()],
    ['wipes everything', () => document.documentElement.replaceChildren()],
    ['throws our element out', () => document.querySelector('ledger-bridge-host')?.remove()],
    [
      'takes our element elsewhere',
      () => {
        const ours = document.querySelector('ledger-bridge-host');
        if (ours) document.body.prepend(ours);
      },
    ],
    [
      'swaps its root',
      () => {
        const other = document.createElement('html');
        other.append(document.createElement('body'));
        document.replaceChild(other, document.documentElement);
      },
    ],
    [
      'is without a root for a while',
      () => {
        const root = document.documentElement;
        root.remove();
        return new Promise<void>((back) => {
          setTimeout(() => {
            document.append(root);
            back();
          }, 200);
        });
      },
    ],
  ])('is still there when the page %s', async (_what, does) => {
    const page = pageOf();
    await page.evaluate(does);
    const inItsPlace = () =>
      page.evaluate((name) => {
        const all = [...document.querySelectorAll(name)];
        return all.map(({ parentElement }) => parentElement === document.documentElement);
      }, HOST);
    await expect.poll(inItsPlace).toEqual([true]);
    await launcher(page).waitFor();
    await launcher(page).click();
    await hide(page).waitFor();
  });

  test('gives in to a page that insists', async () => {
    const page = pageOf();
    const thrownOut = await page.evaluate(async (name) => {
      let count = 0;
      const throwOut = () => {
        const ours = document.querySelector(name);
        if (!ours) return;
        ours.remove();
        count += 1;
      };
      new MutationObserver(throwOut).observe(document, { childList: true, subtree: true });
      throwOut();
      const nextFrame = () => new Promise((drawn) => requestAnimationFrame(drawn));
      // It comes back as soon as it is gone: a frame without a fight is the end of it.
      for (let before = -1; before !== count; ) {
        before = count;
        await nextFrame();
        await nextFrame();
      }
      return count;
    }, HOST);
    expect(thrownOut).toBe(31);
    expect(await hosts(page)).toBe(0);
  });

  test('leaves nothing on the nodes of the page', async () => {
    const page = pageOf();
    const traces = await page.evaluate((name) => {
      const attributes = [...document.querySelectorAll('*')]
        .filter((node) => node.localName !== name)
        .flatMap((node) => [...node.attributes].map((one) => `${one.name}=${one.value}`));
      return attributes.filter((one) => /ledger-bridge|chrome-extension/.test(one));
    }, HOST);
    expect(traces).toEqual([]);
    expect(await page.locator(HOST).evaluate((ours) => ours.attributes.length)).toBe(0);
  });
});

test('after an update of the extension there is one guest, and it works', async () => {
  await tps.goto(`${TPS}/clients`);
  await launcher(tps).waitFor();
  await tps.evaluate((name) => document.querySelector(name)?.setAttribute('data-old', ''), HOST);
  await updateExtension(scene.browser);
  await tps.locator(`${HOST}:not([data-old])`).waitFor({ state: 'attached' });
  expect(await hosts(tps)).toBe(1);
  await launcher(tps).click();
  const panel = await panelFrame(tps);
  await panel.getByRole('heading', { level: 1, name: 'Ledger Bridge' }).waitFor();
});

test.each(['tps', 'qbo'])('the script for %s stays small: it runs in every page', (name) => {
  const { size } = statSync(`${builtExtension()}/content-scripts/${name}.js`);
  expect(size).toBeLessThan(SCRIPT_BYTES_MAX);
});
