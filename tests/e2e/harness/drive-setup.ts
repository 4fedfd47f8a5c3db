import type { Locator, Page } from 'playwright-core';
import type { SetupStep } from '../../../utils/messages/views';

/** Reading both books for the first time. */
const READ_MS_MAX = 120_000;
/** How long the sessions may take to be seen. */
const CONNECT_MS_MAX = 60_000;

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

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}
