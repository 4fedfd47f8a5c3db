import { describe, expect, it } from 'vitest';
import type { QboStandIn } from '../../sandbox/qbo';
import { customer, OTHER_REALM, REALM, start } from './fixture';

const HOST = 'https://qbo.intuit.com';

/** A browser's share: cookies, and the key that stands in the page. */
class Browser {
  private readonly jar = new Map<string, string>();
  constructor(private readonly qbo: QboStandIn) {}

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await this.qbo.web.fetch(new Request(HOST + path, { ...init, headers }));
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      if (value === '') this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return response;
  }

  cookie(name: string): string {
    return this.jar.get(name) ?? '';
  }

  signIn(password = 'sandbox'): Promise<Response> {
    const body = new URLSearchParams({
      email: 'owner@firm.example',
      password,
      returnTo: '/app/customers',
    });
    return this.fetch('/login', { method: 'POST', body });
  }

  async apiKey(): Promise<string> {
    const page = await (await this.fetch('/app/homepage')).text();
    return /"apiKey":"([^"]+)"/.exec(page)?.[1] ?? '';
  }

  async call(path: string, init: RequestInit = {}, realm = REALM): Promise<Response> {
    const headers = new Headers({ Accept: 'application/json', 'intuit-company-id': realm });
    const key = await this.apiKey();
    headers.set('Content-Type', 'application/json');
    headers.set('Authorization', `Intuit_APIKey intuit_apikey=${key}, intuit_apikey_version=1.0`);
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    return this.fetch(`/api/v3/company/${realm}/${path}`, { ...init, headers });
  }
}

describe('the web door', () => {
  it('sends people without a session to the form and signs them in', async () => {
    const { qbo } = start();
    const browser = new Browser(qbo);
    const away = await browser.fetch('/app/invoice?txnId=5');
    expect(away.status).toBe(302);
    expect(away.headers.get('location')).toBe('/login?returnTo=%2Fapp%2Finvoice%3FtxnId%3D5');
    expect((await browser.signIn('wrong')).status).toBe(401);
    const signedIn = await browser.signIn();
    expect(signedIn.headers.get('location')).toBe('/app/customers');
    const [ticket, token, company] = signedIn.headers.getSetCookie();
    expect(ticket).toMatch(/^qbo\.ticket=.*; HttpOnly; Path=\/; Secure; SameSite=None$/);
    expect(token).toMatch(/^qbo\.csrftoken=[^;]+; Path=\/; Secure/);
    expect(token).not.toContain('HttpOnly');
    expect(company).toContain(`qbo.currentcompanyid=${REALM}`);
    expect((await browser.fetch('/app/customers')).status).toBe(200);
    await browser.fetch('/app/logout');
    expect((await browser.fetch('/app/customers')).status).toBe(302);
  });

  it('never sends people to another host after sign-in', async () => {
    const { qbo } = start();
    for (const returnTo of ['https://evil.example/', '//evil.example', '/app/\\evil.example', '']) {
      const body = new URLSearchParams({
        email: 'owner@firm.example',
        password: 'sandbox',
        returnTo,
      });
      const response = await qbo.web.fetch(new Request(`${HOST}/login`, { method: 'POST', body }));
      expect(response.headers.get('location')).toBe('/app/homepage');
    }
  });

  it('serves a shell with a strict policy, and its assets', async () => {
    const { qbo } = start();
    const browser = new Browser(qbo);
    await browser.signIn();
    const page = await browser.fetch('/app/creditmemo?txnId=1');
    const policy = page.headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'self'",
      "frame-src 'none'",
      "object-src 'none'",
      "script-src 'self' 'nonce-",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain('unsafe');
    const html = await page.text();
    expect(html).not.toContain('qx-');
    const script = /src="([^"]+)"/.exec(html)?.[1] ?? '';
    const asset = await browser.fetch(script);
    expect(asset.headers.get('content-type')).toContain('javascript');
    expect(await asset.text()).not.toContain('qx-');
    expect((await browser.fetch('/assets/other/app.js')).status).toBe(404);
  });

  it('changes key and class names at every start, by seed and time', async () => {
    const seen: string[] = [];
    for (const at of ['2026-03-02T18:00:00Z', '2026-03-02T18:00:00Z', '2026-03-02T18:00:01Z']) {
      const browser = new Browser(start('CA', at).qbo);
      await browser.signIn();
      const page = await (await browser.fetch('/app/homepage')).text();
      const className = /class="(c[0-9a-f]{7})"/.exec(page)?.[1] ?? '';
      seen.push(`${await browser.apiKey()} ${className}`);
    }
    expect(seen[0]).toMatch(/^prdakyres[0-9a-f]{31} c[0-9a-f]{7}$/);
    expect(seen[1]).toBe(seen[0]);
    expect(seen[2]?.split(' ')[0]).not.toBe(seen[0]?.split(' ')[0]);
    expect(seen[2]?.split(' ')[1]).not.toBe(seen[0]?.split(' ')[1]);
  });

  it('guards its API with cookie, key, company and token', async () => {
    const { qbo, company } = start();
    customer(company, 'Amy');
    const browser = new Browser(qbo);
    await browser.signIn();
    const path = `/api/v3/company/${REALM}/customer/1`;
    const bare = await browser.fetch(path, { headers: { Accept: 'application/json' } });
    expect(bare.status).toBe(401);
    expect(await bare.json()).toMatchObject({ fault: { error: [{ code: '3200' }] } });
    expect(bare.headers.get('access-control-allow-origin')).toBeNull();
    expect((await browser.call('customer/1')).status).toBe(200);
    expect(
      (await browser.call('customer/1', { headers: { 'intuit-company-id': OTHER_REALM } })).status,
    ).toBe(403);
    const other = await browser.call('customer/1', {}, OTHER_REALM);
    expect(other.status).toBe(403);
    expect(JSON.stringify(await other.json())).toContain('-11014-');
    qbo.switches.companyMismatchStatus = 401;
    expect((await browser.call('customer/1', {}, OTHER_REALM)).status).toBe(401);
    const body = JSON.stringify({ DisplayName: 'Bill' });
    expect((await browser.call('customer', { method: 'POST', body })).status).toBe(403);
    const csrftoken = browser.cookie('qbo.csrftoken');
    const made = await browser.call('customer', { method: 'POST', body, headers: { csrftoken } });
    expect(made.status).toBe(200);
    const stale = { Id: '2', SyncToken: '7', sparse: true };
    const write = { method: 'POST', body: JSON.stringify(stale), headers: { csrftoken } };
    expect(JSON.stringify(await (await browser.call('customer', write)).json())).toContain(
      'You and Morgan Owner',
    );
  });

  it('follows the control calls of tests', async () => {
    const { qbo, company } = start();
    customer(company, 'Amy');
    const browser = new Browser(qbo);
    await browser.signIn();
    const before = browser.cookie('qbo.csrftoken');
    qbo.sessions.rotateCsrf();
    const body = 'select * from Customer';
    const stale = await browser.fetch(`/api/v3/company/${REALM}/query`, { method: 'POST', body });
    expect(stale.status).toBe(401);
    expect(browser.cookie('qbo.csrftoken')).not.toBe(before);
    qbo.sessions.switchCompany(OTHER_REALM);
    expect((await browser.call('customer/1')).status).toBe(403);
    expect(browser.cookie('qbo.currentcompanyid')).toBe(OTHER_REALM);
    qbo.sessions.expireAll();
    expect((await browser.fetch('/app/homepage')).status).toBe(302);
  });

  it('ends the session after an hour without a request', async () => {
    const { qbo, clock } = start();
    const browser = new Browser(qbo);
    await browser.signIn();
    clock.advance(59 * 60_000);
    expect((await browser.fetch('/app/homepage')).status).toBe(200);
    clock.advance(61 * 60_000);
    expect((await browser.fetch('/app/homepage')).status).toBe(302);
  });

  it('lets people switch the company', async () => {
    const { qbo } = start();
    const browser = new Browser(qbo);
    await browser.signIn();
    const body = new URLSearchParams({ realm: OTHER_REALM });
    const headers = { csrftoken: browser.cookie('qbo.csrftoken') };
    expect((await browser.fetch('/app/switchcompany', { method: 'POST', body })).status).toBe(403);
    expect(
      (await browser.fetch('/app/switchcompany', { method: 'POST', body, headers })).status,
    ).toBe(204);
    expect(browser.cookie('qbo.currentcompanyid')).toBe(OTHER_REALM);
  });
});
