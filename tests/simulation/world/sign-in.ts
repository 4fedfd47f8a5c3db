import type { SiteFetch } from '../../contract/scene/site-fetch';
import { ACCOUNTS } from '../../sandbox/qbo';

export interface BrowserSites {
  readonly tps: SiteFetch;
  readonly qbo: SiteFetch;
}

/** A person signs in to both systems; gives the key that QBO's page carries. */
export async function signIn(sites: BrowserSites): Promise<string> {
  const [account] = ACCOUNTS;
  const post = (site: SiteFetch, url: string, form: Record<string, string>) =>
    site.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
  await post(sites.tps, 'https://app.tpssoftware.com/login', {
    email: 'sync@firm.example',
    password: 'sandbox',
  });
  const page = await post(sites.qbo, 'https://qbo.intuit.com/login', {
    email: account?.email ?? '',
    password: account?.password ?? '',
    returnTo: '/app/homepage',
  });
  const apiKey = /"apiKey":"([^"]+)"/.exec(await page.text())?.[1];
  if (!apiKey) throw new Error('no key in the page');
  return apiKey;
}

/** Somebody looks at QuickBooks: the cookies say again which company is open. */
export async function lookAtQbo(sites: BrowserSites): Promise<void> {
  await sites.qbo.fetch('https://qbo.intuit.com/app/homepage', {});
}
