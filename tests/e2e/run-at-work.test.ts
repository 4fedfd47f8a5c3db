/** What a person orders of a run at work, and what the settings allow it, each by its button. */

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { atRest, syncByMessages } from './harness/by-messages';
import { enterInvoices, inQuickBooks } from './harness/day-at-the-firm';
import { apply, currentRun, ENDED, runBecomes, start, syncFromPopup } from './harness/drive-sync';
import { inspect } from './harness/inspect';
import { type Prepared, preparedScene, SMALL_FIRM } from './harness/prepared';
import { openPopup, openWorkspace } from './harness/screens';
import { askWorker } from './harness/worker';

let scene: Prepared;
let popup: Page;
let next = 93_000;

beforeAll(async () => {
  scene = await preparedScene(SMALL_FIRM);
  popup = await openPopup(scene.browser);
});
afterEach(async () => {
  await scene.control.clearFaults();
  await atRest(popup);
});
afterAll(() => scene?.end());

/** Somebody whose finger comes down in the very moment in which a button takes another's place. */
async function pressedAsSoonAsItAppears(name: string): Promise<() => Promise<number>> {
  const count = await popup.evaluateHandle((word) => {
    const pressed = { times: 0 };
    const seen = new WeakSet<Element>();
    new MutationObserver(() => {
      for (const button of document.querySelectorAll('button')) {
        if (button.textContent?.trim() !== word || seen.has(button)) continue;
        seen.add(button);
        pressed.times += 1;
        button.click();
      }
    }).observe(document.body, { childList: true, subtree: true });
    return pressed;
  }, name);
  return () => count.evaluate(({ times }) => times);
}

describe('a run at work', () => {
  test('is held by Pause: nothing more is written until Resume', async () => {
    const { control } = scene;
    const numbers = await enterInvoices(control, next, 3);
    next += 3;
    const written = async () =>
      (await Promise.all(numbers.map((number) => inQuickBooks(control, number)))).reduce(
        (sum, count) => sum + count,
        0,
      );
    await start(popup, 'Sync now', 'Held');
    await runBecomes(popup, null, ['preview']);
    await control.addFault({
      site: 'qbo',
      method: 'POST',
      path: '/(invoice|batch)\\b',
      // Long enough for a finger on a busy machine, which is there before the second one is sent.
      effect: { kind: 'latency', ms: 8_000 },
    });
    await apply(popup);
    await popup.getByRole('button', { name: 'Pause' }).click();
    await runBecomes(popup, null, ['paused']);
    await popup.getByRole('button', { name: 'Resume' }).waitFor();
    await control.clearFaults();
    // What was under way when it was pressed may still arrive, and nothing after it.
    await expect
      .poll(async () => (await askWorker(popup, 'app.get', {})).run?.status)
      .toBe('paused');
    expect(await written()).toBeLessThan(numbers.length);
    const presses = await pressedAsSoonAsItAppears('Pause');
    await popup.getByRole('button', { name: 'Resume' }).click();
    // The second half of a double click comes down on Pause, which has just taken the place.
    expect(await runBecomes(popup, null, ENDED)).toMatchObject({
      status: 'success',
      counts: { failed: 0 },
    });
    expect(await presses()).toBeGreaterThan(0);
    expect(await written()).toBe(numbers.length);
  });

  test('is ended by Stop, which asks first; the next sync picks up what is left', async () => {
    const { control } = scene;
    const [number = ''] = await enterInvoices(control, next++, 1);
    await control.addFault({
      site: 'tps',
      method: 'GET',
      path: '/api/v1/',
      effect: { kind: 'latency', ms: 800 },
    });
    await start(popup, 'Sync now', 'Stopped');
    await popup.getByRole('button', { name: 'Stop', exact: true }).click();
    await popup.getByRole('button', { name: 'Keep going' }).click();
    await popup.getByRole('button', { name: 'Stop', exact: true }).click();
    await popup.getByRole('button', { name: 'Stop sync' }).click();
    await popup.getByRole('button', { name: 'Sync now' }).waitFor();
    const { rows } = await askWorker(popup, 'run.list', { newest: 1, with: null });
    const [last] = rows;
    expect(last).toMatchObject({ description: 'Stopped', status: 'cancelled' });
    await control.clearFaults();
    await syncFromPopup(popup, 'The rest');
    expect(await inQuickBooks(scene.control, number)).toBe(1);
  });

  test('is resumed by itself and by hand at the same moment: it goes on, and is not held', async () => {
    const { control } = scene;
    const [number = ''] = await enterInvoices(control, next++, 1);
    await control.session({ system: 'tps', do: 'revokeSync' });
    await start(popup, 'Sync now', 'Twice');
    const parked = await runBecomes(popup, null, ['paused']);
    await control.session({ system: 'tps', do: 'grantSync' });
    // The hand is on Resume; the page draws the run as it was when it stopped.
    const pressed = popup.getByRole('button', { name: 'Resume' }).click({ timeout: 5_000 });
    await askWorker(popup, 'run.resume', { runId: parked.id, turn: parked.turn });
    await pressed.catch(() => undefined);
    await askWorker(popup, 'run.pause', { runId: parked.id, turn: parked.turn });
    await runBecomes(popup, null, ['preview']);
    await apply(popup);
    await runBecomes(popup, null, ENDED);
    expect(await inQuickBooks(scene.control, number)).toBe(1);
  });
});

describe('settings', () => {
  test('in one step, chosen and pressed: the invoice arrives without a preview', async () => {
    const [number = ''] = await enterInvoices(scene.control, next++, 1);
    const settings = await openWorkspace(scene.browser, 'settings');
    const oneStep = settings.getByRole('switch', { name: 'Sync in one step' });
    await oneStep.click();
    await expect.poll(() => oneStep.isChecked()).toBe(true);
    const before = (await currentRun(popup))?.id ?? null;
    await popup.getByText('Writes at once').waitFor();
    await start(popup, 'Sync now', 'One step');
    const run = await runBecomes(popup, before, [...ENDED, 'preview']);
    expect(run.status).toBe('success');
    expect(await inQuickBooks(scene.control, number)).toBe(1);
    await oneStep.click();
    await expect.poll(() => oneStep.isChecked()).toBe(false);
    await settings.close();
  });

  test('Read only leaves no Apply on any screen, until it is switched off', async () => {
    const [number = ''] = await enterInvoices(scene.control, next++, 1);
    const settings = await openWorkspace(scene.browser, 'settings');
    const readOnly = settings.getByRole('switch', { name: 'Read only' });
    await readOnly.click();
    await expect.poll(() => readOnly.isChecked()).toBe(true);
    await popup.getByRole('button', { name: 'Preview' }).click();
    await popup.getByText(/Read only: this is what a sync would do/).waitFor();
    await inspect(popup, 'read-only');
    await inspect(settings, 'read-only-switch');
    expect(await popup.getByRole('button', { name: /^Apply/ }).count()).toBe(0);
    await popup.getByRole('button', { name: 'Cancel', exact: true }).click();
    await readOnly.click();
    await expect.poll(() => readOnly.isChecked()).toBe(false);
    await syncByMessages(popup, 'Allowed again');
    expect(await inQuickBooks(scene.control, number)).toBe(1);
    await settings.close();
  });

  test('Check connections sees a session that has ended', async () => {
    const settings = await openWorkspace(scene.browser, 'settings');
    const check = settings.getByRole('button', { name: 'Check connections' });
    await settings.getByText('Signed in').first().waitFor();
    await scene.control.session({ system: 'tps', do: 'revokeSync' });
    await check.click();
    await settings
      .getByText(/permission/i)
      .first()
      .waitFor();
    await scene.control.session({ system: 'tps', do: 'grantSync' });
    await check.click();
    await settings
      .getByText(/has no permission|lacks the permission/i)
      .waitFor({ state: 'detached' });
    await settings.close();
  });
});
