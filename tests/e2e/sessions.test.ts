/**
 * What sessions can do to a run, and what changes under a plan that is on the screen: it is said in
 * one sentence, nothing is written, and the run goes on once the cause is gone.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENDED, runBecomes, start } from './harness/drive-sync';
import { type Prepared, preparedScene, SMALL_FIRM } from './harness/prepared';
import { signInToQbo, signInToTps } from './harness/sign-in';
import {
  goesOn,
  nothingWritten,
  oneMore,
  oneNewInvoice,
  resume,
  setRight,
  stoppedRun,
} from './harness/trouble';

let scene: Prepared;
let popup: Page;

beforeAll(async () => {
  scene = await preparedScene(SMALL_FIRM);
});
afterAll(() => scene?.end());

beforeEach(async () => {
  popup = await oneNewInvoice(scene);
});
afterEach(() => setRight(scene, popup));

/** What an extension page has, where the budget is looked at. */
declare const chrome: {
  storage: { session: { get(key: string): Promise<Record<string, { peopleAtMs?: number[] }>> } };
};

describe('a session', () => {
  test('in which somebody opens a page meanwhile: that counts in what we may send', async () => {
    await scene.qbo.reload();
    await start(popup, 'Sync now', 'Beside somebody');
    await runBecomes(popup, null, [...ENDED, 'preview']);
    const { 'qbo.budget': budget } = await popup.evaluate(() =>
      chrome.storage.session.get('qbo.budget'),
    );
    expect(budget?.peopleAtMs?.length).toBeGreaterThan(0);
  });

  test('of TPS that ends: the run waits, and goes on by itself after signing in', async () => {
    await scene.control.session({ system: 'tps', do: 'expire' });
    const run = await stoppedRun(popup);
    expect(run.status).toBe('paused');
    await popup.getByText('You have been signed out of TPS.').first().waitFor();
    await popup.getByRole('button', { name: 'Sign in to TPS' }).first().waitFor();
    await nothingWritten(scene);
    await (await signInToTps(scene.browser.context)).close();
    await goesOn(popup);
  });

  test('of QuickBooks that ends: the same', async () => {
    await scene.control.session({ system: 'qbo', do: 'expire' });
    const run = await stoppedRun(popup);
    expect(run.status).toBe('paused');
    await popup.getByText('You have been signed out of QuickBooks.').first().waitFor();
    await nothingWritten(scene);
    await (await signInToQbo(scene.browser.context)).close();
    await goesOn(popup);
  });

  test('that shows another company: refused with both names', async () => {
    await scene.control.session({
      system: 'qbo',
      do: 'switchCompany',
      realm: '9341454000000002',
    });
    const run = await stoppedRun(popup);
    expect(run.status).toBe('paused');
    await popup
      .getByText(/Other Company Inc\..*Lavoie & O'Connor CPA inc\./s)
      .first()
      .waitFor();
    await nothingWritten(scene);
    await scene.control.session({
      system: 'qbo',
      do: 'switchCompany',
      realm: scene.sandbox.realm,
    });
    // Its page says who is signed in: that alone lets the run go on.
    await scene.qbo.reload();
    await goesOn(popup);
  });

  test('without the permission to sync: said, and nothing written', async () => {
    await scene.control.session({ system: 'tps', do: 'revokeSync' });
    const run = await stoppedRun(popup);
    expect(run.status).toBe('paused');
    await popup
      .getByText(/permission/i)
      .first()
      .waitFor();
    await nothingWritten(scene);
    await scene.control.session({ system: 'tps', do: 'grantSync' });
    await resume(popup);
    await goesOn(popup);
  });
});

test('a plan that changed while it was on the screen is shown again, with a sentence', async () => {
  await start(popup, 'Sync now', 'Changed meanwhile');
  const shown = await runBecomes(popup, null, ['preview']);
  await oneMore(scene);
  await popup.getByRole('button', { name: /^Apply \d/ }).click();
  await popup.getByText('Something changed since you looked').waitFor({ timeout: 60_000 });
  await nothingWritten(scene);
  const again = await runBecomes(popup, null, ['preview']);
  expect(again.counts.planned).toBeGreaterThan(shown.counts.planned);
  await popup.getByRole('button', { name: /^Apply \d/ }).click();
  const run = await runBecomes(popup, null, ENDED);
  expect(run.counts.done).toBe(again.counts.planned);
});
