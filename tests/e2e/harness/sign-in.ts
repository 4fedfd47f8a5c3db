import type { BrowserContext, Page } from 'playwright-core';

export const TPS = 'https://app.tpssoftware.com';
export const QBO = 'https://qbo.intuit.com';

/** The accounts that the stand-ins know. */
const TPS_USER = { email: 'sync@firm.example', password: 'sandbox' };
const QBO_USER = { email: 'owner@firm.example', password: 'sandbox' };

/** Signs in on the log-in page of TPS, like a person, and leaves the tab on the client list. */
export async function signInToTps(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${TPS}/login`);
  await typeIn(page, 'E-mail', TPS_USER);
  await page.waitForURL(`${TPS}/clients`);
  await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
  return page;
}

/** Signs in on the log-in page of QuickBooks and leaves the tab on its home page. */
export async function signInToQbo(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${QBO}/login`);
  await typeIn(page, 'Email or user ID', QBO_USER);
  await page.waitForURL(/\/app\//);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return page;
}

/** Both tabs, TPS in front. */
export async function signIn(context: BrowserContext): Promise<{ tps: Page; qbo: Page }> {
  const qbo = await signInToQbo(context);
  const tps = await signInToTps(context);
  return { tps, qbo };
}

async function typeIn(
  page: Page,
  emailLabel: string,
  user: { email: string; password: string },
): Promise<void> {
  await page.getByLabel(emailLabel).fill(user.email);
  await page.getByLabel('Password').fill(user.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
