import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOSTS } from '../../sandbox/faults';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { ask } from './https-client';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ clients: 0, web: { language: 'fr', lateMs: 50 } });
});
beforeEach(() => Object.assign(sandbox.web, { language: 'fr' }));
afterAll(() => sandbox.stop());

const page = async (site: 'tps' | 'qbo') =>
  (await ask(sandbox.httpsPort, HOSTS[site], '/login')).text;

async function control(path: string, body?: unknown) {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`http://127.0.0.1:${sandbox.httpPort}/__control${path}`, init);
  return { status: response.status, json: await response.json() };
}

describe('the pages', () => {
  it('carry what holds when they are loaded, and speak the chosen language', async () => {
    for (const site of ['tps', 'qbo'] as const) {
      const french = await page(site);
      expect(french).toContain('<html lang="fr">');
      expect(french).toContain('Mot de passe');
      expect(french).toContain('>Se connecter<');
      expect(french).toContain('&quot;lateMs&quot;:50');
    }
    const set = await control('/web', { language: 'en', hash: true });
    expect(set.json).toEqual({ ...sandbox.web, language: 'en', hash: true, lateMs: 50 });
    for (const site of ['tps', 'qbo'] as const) {
      const english = await page(site);
      expect(english).toContain('>Sign in<');
      expect(english).toContain('&quot;hash&quot;:true');
      expect(english).not.toContain('Mot de passe');
    }
    expect((await control('/web', { language: 'de' })).status).toBe(400);
    expect((await control('/web')).json.language).toBe('en');
  });

  it('keep their status, policy and cookies', async () => {
    const login = await ask(sandbox.httpsPort, HOSTS.qbo, '/login', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'email=nobody%40firm.example&password=x',
    });
    expect([login.status, login.text]).toEqual([401, expect.stringContaining('inexact')]);
    expect(login.headers['content-security-policy']).toContain("frame-src 'none'");
  });
});

it('says what time it is on its own clock', async () => {
  const { json } = await control('/clock');
  expect(Math.abs(Date.parse(json.now) - Date.now())).toBeLessThan(5_000);
});
