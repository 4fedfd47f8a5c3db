import type { FrameLocator, Page } from 'playwright-core';

/** Fills in the dialog that asks why, and presses what it is asked for. */
export async function giveReason(
  screen: Page | FrameLocator,
  reason: string,
  go: string,
): Promise<void> {
  const dialog = screen.getByRole('dialog');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: go }).click();
  await dialog.waitFor({ state: 'detached' });
}
