import type { Hono } from 'hono';
import type { BrowserContext, Page } from 'playwright-core';
import type { Sandbox } from '../../sandbox/server';

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

/**
 * Both tabs of somebody who signed in earlier in this browser, TPS in front: it has the cookies, and
 * no log-in page is drawn.
 */
export async function arriveSignedIn(
  context: BrowserContext,
  { tps, qbo }: Pick<Sandbox, 'tps' | 'qbo'>,
): Promise<{ tps: Page; qbo: Page }> {
  await context.addCookies([
    ...(await cookiesAfter(tps.web, TPS, TPS_USER)),
    ...(await cookiesAfter(qbo.web, QBO, QBO_USER)),
  ]);
  return {
    qbo: await open(context, QBO, /\/app\//),
    tps: await open(context, TPS, `${TPS}/clients`),
  };
}

async function open(context: BrowserContext, origin: string, home: string | RegExp): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  await page.waitForURL(home);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return page;
}

/** What a site gives a browser that signs in. */
async function cookiesAfter(web: Hono, origin: string, user: { email: string; password: string }) {
  const body = new URLSearchParams(user);
  const answer = await web.request(`${origin}/login`, { method: 'POST', body });
  return answer.headers.getSetCookie().map((line) => {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', ...value] = pair.split('=');
    const sameSite = attributes.includes('SameSite=None') ? ('None' as const) : ('Lax' as const);
    const httpOnly = attributes.includes('HttpOnly');
    return { url: origin, name, value: value.join('='), httpOnly, secure: true, sameSite };
  });
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
