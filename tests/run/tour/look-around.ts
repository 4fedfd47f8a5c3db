import type { Page } from 'playwright-core';
import type { Ledgers } from '../../e2e/harness/control';
import { HOST, openPopup, openWorkspace, panelFrame } from '../../e2e/harness/screens';
import { QBO } from '../../e2e/harness/sign-in';
import { picture, type Tour } from './tour';

const VIEWS = ['history', 'tieout', 'clients', 'settings'] as const;

/** Pictures of every screen that the tour has not been to. */
export async function lookAround(tour: Tour): Promise<void> {
  const { browser, control } = tour.scene;
  for (const view of VIEWS) {
    const page = await openWorkspace(browser, view);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await drawn(page);
    await picture(tour, page, `workspace-${view}`);
    if (view === 'history') await darkAndNarrow(tour, page, `workspace-${view}`);
    await page.close();
  }
  const popup = await openPopup(browser);
  await popup.getByRole('button', { name: 'Sync now' }).waitFor();
  await popup.emulateMedia({ colorScheme: 'dark' });
  await picture(tour, popup, 'popup-dark');
  await popup.close();
  await flags(tour, await control.ledgers());
}

/** Nothing is being loaded any more. */
async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.fonts.status === 'loaded' && !document.querySelector('[aria-busy="true"]'),
  );
}

async function darkAndNarrow(tour: Tour, page: Page, name: string): Promise<void> {
  const size = page.viewportSize();
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(tour, page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  if (!size) return;
  await page.setViewportSize({ width: 360, height: size.height });
  await picture(tour, page, `${name}-360`);
}

/** QuickBooks with what we say there: badges in a list, the strip on a credit memo, the panel. */
async function flags(tour: Tour, { qbo: ledger }: Ledgers): Promise<void> {
  const { qbo } = tour;
  await qbo.goto(`${QBO}/app/customers`);
  await qbo
    .locator(`${HOST} .badge`)
    .first()
    .waitFor({ timeout: 10_000 })
    .catch(() => undefined);
  await picture(tour, qbo, 'quickbooks-customers');
  const memo = ledger.documents.find((one) => one.entity === 'CreditMemo' && !one.deleted);
  if (memo) {
    await qbo.goto(`${QBO}/app/creditmemo?txnId=${memo.id}`);
    await qbo.locator(`${HOST} .strip`).waitFor();
    await picture(tour, qbo, 'quickbooks-credit-memo');
  }
  const panel = await panelFrame(qbo);
  await panel.getByRole('heading', { level: 1 }).waitFor();
  await picture(tour, qbo, 'quickbooks-panel');
}
