import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import type { SetupStep } from '../../../utils/views/views';
import { openBanks } from '../../simulation/world/choices';
import { askWorker } from './worker';

/** Reading both books for the first time. */
const READ_MS_MAX = 120_000;
/** How long the sessions may take to be seen. */
const CONNECT_MS_MAX = 60_000;
const LOOK_MS = 100;

const TABLE_STEPS = ['clients', 'codes', 'taxes', 'banks'] as const satisfies readonly SetupStep[];

/**
 * Goes through the set-up as somebody does who trusts the suggestions. `page` shows the workspace
 * at its first step; both systems are signed in. `onStep` is called when a step is filled in, just
 * before it is saved.
 */
export async function driveSetup(
  page: Page,
  onStep: (step: SetupStep) => Promise<void> = async () => undefined,
): Promise<void> {
  const confirm = button(page, 'Confirm this pair');
  await confirm.waitFor({ timeout: CONNECT_MS_MAX });
  await onStep('connect');
  await confirm.click({ timeout: CONNECT_MS_MAX });
  await page.waitForURL((url) => url.hash.startsWith('#/setup/check'));
  const onwards = button(page, 'Continue to clients');
  await page
    .getByRole('button', { name: /^Stops clients|^Look at it|^In order/ })
    .first()
    .waitFor({
      timeout: READ_MS_MAX,
    });
  await onStep('check');
  await onwards.click();
  for (const step of TABLE_STEPS) {
    await page.waitForURL((url) => url.hash.startsWith(`#/setup/${step}`));
    const save = button(page, 'Save and continue');
    await save.waitFor({ timeout: READ_MS_MAX });
    const accept = button(page, 'Accept all suggestions');
    if ((await accept.isVisible()) && (await accept.isEnabled())) await accept.click();
    if (step === 'banks') await chooseBanks(page);
    await onStep(step);
    await save.click();
  }
  await page.waitForURL((url) => url.hash.startsWith('#/setup/preview'));
  const finish = button(page, 'Finish set-up');
  await finish.waitFor();
  await onStep('preview');
  await finish.click();
  await page.waitForURL((url) => !url.hash.startsWith('#/setup'));
}

/** Where money goes is never guessed: what has no namesake is chosen by hand. */
async function chooseBanks(page: Page): Promise<void> {
  const search = page.getByRole('searchbox');
  const open = async () => openBanks(await askWorker(page, 'setup.get', { reload: false }));
  // One choice may tell another: after each it is looked anew what is left.
  for (let [first] = await open(); first; [first] = await open()) {
    const { name, place } = first;
    // A long table draws only the rows that are in sight.
    await search.fill(name);
    await page.getByRole('combobox', { name: `Booked to, for ${name}` }).fill(place);
    await page.getByRole('option', { name: place }).first().click();
    while ((await open()).some((one) => one.name === name)) await sleep(LOOK_MS);
  }
  await search.fill('');
}

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}
