/** What tests of trouble share: a run that stops, that has written nothing, and that goes on. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { atRest } from './by-messages';
import { writesIntoBooks } from './control';
import { enterInvoices } from './day-at-the-firm';
import { currentRun, ENDED, runBecomes, start } from './drive-sync';
import type { Prepared } from './prepared';
import { openPopup } from './screens';

let number = 91_000;

/** A popup over books in which one invoice is new; nothing was asked of the stand-ins since. */
export async function oneNewInvoice(scene: Prepared): Promise<Page> {
  const popup = await openPopup(scene.browser);
  await oneMore(scene);
  await scene.control.forgetRequests();
  return popup;
}

export async function oneMore({ control }: Prepared): Promise<void> {
  await enterInvoices(control, number++, 1);
}

/** Whatever was wrong is set right, and no run is left. */
export async function setRight({ control, sandbox }: Prepared, popup: Page): Promise<void> {
  await control.clearFaults();
  await control.session({ system: 'tps', do: 'grantSync' });
  await control.session({ system: 'qbo', do: 'switchCompany', realm: sandbox.realm });
  await atRest(popup);
  await popup.close();
}

/** Presses Sync now while something is wrong; answers with the run as it stopped. */
export async function stoppedRun(popup: Page) {
  const before = (await currentRun(popup))?.id ?? null;
  await start(popup, 'Sync now', 'Trouble');
  return runBecomes(popup, before, ['paused', 'failed']);
}

export async function nothingWritten({ control }: Prepared): Promise<void> {
  expect(await writesIntoBooks(control)).toEqual([]);
}

/** Presses Resume, unless the run has gone on by itself before the finger comes down. */
export async function resume(popup: Page): Promise<void> {
  const pressed = popup.getByRole('button', { name: 'Resume' }).click();
  const gone = runBecomes(popup, null, ['working', 'preview']);
  await Promise.any([pressed, gone]);
  await Promise.allSettled([gone]);
}

/** Goes on to the preview and applies it: the new invoice arrives, once. */
export async function goesOn(popup: Page): Promise<void> {
  await runBecomes(popup, null, ['preview']);
  await popup.getByRole('button', { name: /^Apply \d/ }).click();
  const run = await runBecomes(popup, null, ENDED);
  // The invoice, and its link for paying online where the client has an address.
  expect(run.counts.planned).toBeGreaterThan(0);
  expect(run.counts).toMatchObject({ done: run.counts.planned, failed: 0 });
  expect(run.tieOut?.unexplainedCents).toBe(0);
}
