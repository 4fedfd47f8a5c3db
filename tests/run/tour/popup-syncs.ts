import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { waitForFile } from '../../e2e/harness/downloads';
import { syncFromPopup } from '../../e2e/harness/drive-sync';
import { openPopup } from '../../e2e/harness/screens';
import { countRun } from './count-run';
import { picture, say, type Tour } from './tour';

export const HISTORY_FILE = 'sync-history.xlsx';

/** Syncs from the popup; answers with the popup. */
export async function sync(tour: Tour, description: string, name: string): Promise<Page> {
  const popup = await openPopup(tour.scene.browser);
  await popup.getByRole('button', { name: 'Sync now' }).waitFor();
  await countRun(tour, () => syncFromPopup(popup, description));
  await popup.getByRole('button', { name: 'Sync now' }).waitFor();
  await picture(tour, popup, name);
  return popup;
}

/** Asks for the Excel file and closes the popup at once, as Chrome does when one clicks beside it. */
export async function exportHistory(tour: Tour, popup: Page): Promise<void> {
  const { downloads } = tour.scene.browser;
  await popup.getByRole('button', { name: 'Export history' }).click();
  await popup.close();
  const file = await waitForFile(downloads, HISTORY_FILE);
  copyFileSync(file, join(tour.out, HISTORY_FILE));
  say(`history exported to ${HISTORY_FILE}`);
}
