import type { FrameLocator, Page } from 'playwright-core';
import type { SetupStep } from '../../../utils/views/views';
import type { Browser } from './launch';

/** Our element in a host page. */
export const HOST = 'ledger-bridge-host';
const POPUP = { width: 360, height: 640 };

export type WorkspaceRoute =
  | `setup/${SetupStep}`
  | `preview/${string}`
  | 'history'
  | `history/${string}`
  | 'tieout'
  | 'clients'
  | 'settings';

/** The popup in a tab of its own, as wide as the real one. */
export async function openPopup({ context, extensionId }: Browser): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize(POPUP);
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  return page;
}

export async function openWorkspace(
  { context, extensionId }: Browser,
  route: WorkspaceRoute,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/workspace.html#/${route}`);
  return page;
}

/** The panel framed into a page of TPS or QuickBooks; opens it when it is collapsed. */
export async function panelFrame(page: Page): Promise<FrameLocator> {
  const open = page.getByRole('button', { name: 'Open sync panel' });
  const hide = page.getByRole('button', { name: 'Hide sync panel' });
  await open.or(hide).waitFor();
  if (await open.isVisible()) await open.click();
  return page.frameLocator(`${HOST} iframe`);
}
