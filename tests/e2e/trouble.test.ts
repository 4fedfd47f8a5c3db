/**
 * What the other systems and their sessions can do to us. Each time the screen says in one sentence
 * what happened, nothing is written, and the run goes on once the cause is gone.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Effect } from '../sandbox/faults';
import { atRest } from './harness/by-messages';
import { enterInvoices } from './harness/day-at-the-firm';
import { currentRun, ENDED, runBecomes, start } from './harness/drive-sync';
import { type Prepared, preparedScene } from './harness/prepared';
import { openPopup } from './harness/screens';
import { signInToQbo, signInToTps } from './harness/sign-in';

let scene: Prepared;
let popup: Page;
let number = 91_000;

beforeAll(async () => {
  scene = await preparedScene({ clients: 6, findings: 'none', seed: 12 });
});
afterAll(() => scene?.end());

beforeEach(async () => {
  popup = await openPopup(scene.browser);
  await enterInvoices(scene.control, number++, 1);
  await scene.control.forgetRequests();
});
afterEach(async () => {
  await scene.control.clearFaults();
  await scene.control.session({ system: 'tps', do: 'grantSync' });
  await scene.control.session({ system: 'qbo', do: 'switchCompany', realm: scene.sandbox.realm });
  await atRest(popup);
  await popup.close();
});

/** Presses Sync now while something is wrong; answers with the run as it stopped. */
async function stoppedRun() {
  const before = (await currentRun(popup))?.id ?? null;
  await start(popup, 'Sync now', 'Trouble');
  return runBecomes(popup, before, ['paused', 'failed']);
}

async function nothingWritten(): Promise<void> {
  // The notes that browsers of the firm share are no part of the books.
  const { writes } = await scene.control.requests();
  expect(writes.filter(({ path }) => !path.includes('/attachable'))).toEqual([]);
}

/** Presses Resume, unless the run has gone on by itself before the finger comes down. */
async function resume(): Promise<void> {
  const pressed = popup.getByRole('button', { name: 'Resume' }).click();
  const gone = runBecomes(popup, null, ['working', 'preview']);
  await Promise.any([pressed, gone]);
  await Promise.allSettled([gone]);
}

/** Goes on to the preview and applies it: the new invoice arrives, once. */
async function goesOn(): Promise<void> {
  await runBecomes(popup, null, ['preview']);
  await popup.getByRole('button', { name: /^Apply \d/ }).click();
  const run = await runBecomes(popup, null, ENDED);
  // The invoice, and its link for paying online where the client has an address.
  expect(run.counts.planned).toBeGreaterThan(0);
  expect(run.counts).toMatchObject({ done: run.counts.planned, failed: 0 });
  expect(run.tieOut?.unexplainedCents).toBe(0);
}

describe('a session', () => {
  test('of TPS that ends: the run waits, and goes on by itself after signing in', async () => {
    await scene.control.session({ system: 'tps', do: 'expire' });
    const run = await stoppedRun();
    expect(run.status).toBe('paused');
    await popup.getByText('You have been signed out of TPS.').first().waitFor();
    await popup.getByRole('button', { name: 'Sign in to TPS' }).first().waitFor();
    await nothingWritten();
    await (await signInToTps(scene.browser.context)).close();
    await goesOn();
  });

  test('of QuickBooks that ends: the same', async () => {
    await scene.control.session({ system: 'qbo', do: 'expire' });
    const run = await stoppedRun();
    expect(run.status).toBe('paused');
    await popup.getByText('You have been signed out of QuickBooks.').first().waitFor();
    await nothingWritten();
    await (await signInToQbo(scene.browser.context)).close();
    await goesOn();
  });

  test('that shows another company: refused with both names', async () => {
    await scene.control.session({
      system: 'qbo',
      do: 'switchCompany',
      realm: '9341454000000002',
    });
    const run = await stoppedRun();
    expect(run.status).toBe('paused');
    await popup
      .getByText(/Other Company Inc\..*Lavoie & O'Connor CPA inc\./s)
      .first()
      .waitFor();
    await nothingWritten();
    await scene.control.session({
      system: 'qbo',
      do: 'switchCompany',
      realm: scene.sandbox.realm,
    });
    // Its page says who is signed in: that alone lets the run go on.
    await scene.qbo.reload();
    await goesOn();
  });

  test('without the permission to sync: said, and nothing written', async () => {
    await scene.control.session({ system: 'tps', do: 'revokeSync' });
    const run = await stoppedRun();
    expect(run.status).toBe('paused');
    await popup
      .getByText(/permission/i)
      .first()
      .waitFor();
    await nothingWritten();
    await scene.control.session({ system: 'tps', do: 'grantSync' });
    await resume();
    await goesOn();
  });
});

const BAD: [string, Effect][] = [
  ['a web page instead of JSON', { kind: 'html' }],
  ['JSON that is cut off', { kind: 'truncate' }],
  ['a missing field', { kind: 'body', status: 200, body: { items: [{ id: 1 }], total: 1 } }],
  ['a server error', { kind: 'status', status: 500 }],
  ['a refused connection', { kind: 'resetBefore' }],
];

describe.each([
  ['TPS', 'tps' as const, '/api/v1/clients'],
  ['QuickBooks', 'qbo' as const, '/(cdc|query)'],
])('%s that answers with', (system, site, path) => {
  test.each(BAD)(
    '%s: one sentence that names it, nothing written, and it goes on',
    async (_what, effect) => {
      await scene.control.addFault({ site, method: 'GET', path, effect });
      const run = await stoppedRun();
      expect(run.reason).not.toBeNull();
      await popup.getByText(new RegExp(system)).first().waitFor();
      expect(JSON.stringify(run.reason?.values)).toContain(system);
      await nothingWritten();
      await scene.control.clearFaults();
      await resume();
      const preview = await runBecomes(popup, null, ['preview']);
      expect(preview.counts.planned).toBeGreaterThan(0);
      await popup.getByRole('button', { name: 'Cancel' }).click();
      await runBecomes(popup, null, ENDED);
    },
  );
});

test('a plan that changed while it was on the screen is shown again, with a sentence', async () => {
  await start(popup, 'Sync now', 'Changed meanwhile');
  const shown = await runBecomes(popup, null, ['preview']);
  await enterInvoices(scene.control, number++, 1);
  await popup.getByRole('button', { name: /^Apply \d/ }).click();
  await popup.getByText('Something changed since you looked').waitFor({ timeout: 60_000 });
  await nothingWritten();
  const again = await runBecomes(popup, null, ['preview']);
  expect(again.counts.planned).toBeGreaterThan(shown.counts.planned);
  await popup.getByRole('button', { name: /^Apply \d/ }).click();
  const run = await runBecomes(popup, null, ENDED);
  expect(run.counts.done).toBe(again.counts.planned);
});
