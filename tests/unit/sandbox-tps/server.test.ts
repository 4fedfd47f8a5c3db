import { X509Certificate } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { selfSignedCertificate } from '../../sandbox/certificate';
import { HOSTS } from '../../sandbox/faults';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { ask } from './https-client';

let sandbox: Sandbox;
let cookie = '';
let xsrf = '';

beforeAll(async () => {
  sandbox = await startSandbox({ clients: 12, seed: 2 });
  const login = await ask(sandbox.httpsPort, HOSTS.tps, '/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'email=sync%40firm.example&password=sandbox',
  });
  const cookies = [login.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0] ?? '');
  cookie = cookies.join('; ');
  xsrf = cookies.find((one) => one.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length) ?? '';
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.faults.clear());

function tps(path: string, method = 'GET', body?: unknown, timeoutMs = 5000) {
  return ask(sandbox.httpsPort, HOSTS.tps, path, {
    method,
    headers: { Cookie: cookie, 'X-XSRF-TOKEN': xsrf, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    timeoutMs,
  });
}

async function control(path: string, method = 'GET', body?: unknown) {
  const response = await fetch(`http://127.0.0.1:${sandbox.httpPort}/__control${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: await response.json() };
}

describe('the certificate', () => {
  it('is for the three hosts and signed by itself', () => {
    const { cert } = selfSignedCertificate(Object.values(HOSTS), new Date());
    const parsed = new X509Certificate(cert);
    for (const host of Object.values(HOSTS)) expect(parsed.checkHost(host)).toBe(host);
    expect(parsed.verify(parsed.publicKey)).toBe(true);
    expect(Date.parse(parsed.validTo)).toBeGreaterThan(Date.now());
  });
});

describe('the program', () => {
  it('sends each host to its site, and no other one anywhere', async () => {
    expect((await tps('/api/v1/session')).status).toBe(200);
    const qbo = await ask(sandbox.httpsPort, HOSTS.qbo, '/login');
    expect([qbo.status, qbo.text]).toEqual([200, expect.stringContaining('QuickBooks')]);
    const path = `/v3/company/${sandbox.realm}/query?query=select%20*%20from%20Customer`;
    expect((await ask(sandbox.httpsPort, HOSTS.qboApi, path)).status).toBe(401);
    expect((await fetch(`http://127.0.0.1:${sandbox.httpPort}${path}`)).status).toBe(401);
    expect((await ask(sandbox.httpsPort, 'example.com', '/')).status).toBe(421);
  });

  it('shows both ledgers, counts requests and lists writes', async () => {
    await control('/requests', 'DELETE');
    await tps('/api/v1/clients');
    await tps('/api/v1/clients', 'POST', { code: 'NEW01', name: 'New & Co.' });
    await tps('/api/v1/clients', 'POST', { code: 'NEW01', name: 'New & Co.' });
    const { counts, writes } = (await control('/requests')).json;
    expect(counts).toEqual({ 'tps GET': 1, 'tps POST': 2 });
    expect(writes.map((one: { status: number }) => one.status)).toEqual([201, 422]);
    const { json } = await control('/ledgers');
    expect(json.tps.arControlCents).toBe(json.tps.arTotalCents);
    expect(json.tps.clients.at(-1)).toMatchObject({ code: 'NEW01', balanceCents: 0 });
    expect(json.qbo.arTotalCents).toBeGreaterThan(0);
  });

  it('acts as another person on either side', async () => {
    const client = sandbox.tps.books.clients.create({ code: 'ACT01', name: 'Act' });
    const edit = { system: 'tps', do: 'update', entity: 'client', id: client.id };
    await control('/act', 'POST', { ...edit, body: { phone: '514 555-0199' } });
    expect(sandbox.tps.books.clients.get(client.id)).toMatchObject({ phone: '514 555-0199' });
    const create = { system: 'qbo', do: 'create', entity: 'Customer' };
    const made = await control('/act', 'POST', { ...create, body: { DisplayName: 'By hand' } });
    const { Id } = made.json.result;
    const rename = { system: 'qbo', do: 'update', entity: 'Customer', id: Id };
    await control('/act', 'POST', { ...rename, body: { DisplayName: 'By hand 2' } });
    const customer = sandbox.qbo.company(sandbox.realm).read('Customer', Id);
    expect(customer).toMatchObject({ DisplayName: 'By hand 2', SyncToken: '1' });
    const [invoice] = sandbox.qbo
      .company(sandbox.realm)
      .ledger()
      .documents.filter((one) => one.entity === 'Invoice' && one.balanceCents > 0);
    const pay = { system: 'qbo', do: 'payOnline', id: invoice?.id, cents: 1 };
    expect((await control('/act', 'POST', pay)).json.result.TotalAmt).toBe(0.01);
    const refused = await control('/act', 'POST', { ...edit, body: { nonsense: 1 } });
    expect([refused.status, refused.json.details.status]).toEqual([400, 400]);
  });

  it('sets switches, and knows which there are', async () => {
    const set = await control('/switches', 'POST', { requestId: 'ignored' });
    expect(set.json.requestId).toBe('ignored');
    expect(sandbox.qbo.switches.requestId).toBe('ignored');
    expect((await control('/switches', 'POST', { nonsense: true })).status).toBe(400);
  });

  it('ends sessions', async () => {
    const other = await startSandbox({ clients: 0 });
    expect(other.tps.books.ledger().clients).toEqual([]);
    await fetch(`http://127.0.0.1:${other.httpPort}/__control/session`, {
      method: 'POST',
      body: JSON.stringify({ system: 'tps', do: 'expire' }),
    });
    await other.stop();
  });
});

describe('faults', () => {
  const newClient = (code: string) => tps('/api/v1/clients', 'POST', { code, name: code });
  const codes = () => sandbox.tps.books.ledger().clients.map((client) => client.code);

  it('break the connection before the site sees the request', async () => {
    sandbox.faults.add({ method: 'POST', count: 1, effect: { kind: 'resetBefore' } });
    await expect(newClient('RB01')).rejects.toThrow(/hang up|ECONNRESET/);
    expect(codes()).not.toContain('RB01');
    expect((await newClient('RB01')).status).toBe(201);
  });

  it('break the connection after the site has committed', async () => {
    sandbox.traffic.reset();
    sandbox.faults.add({ site: 'tps', path: '/clients$', skip: 1, effect: { kind: 'resetAfter' } });
    expect((await newClient('RA01')).status).toBe(201);
    await expect(newClient('RA02')).rejects.toThrow(/hang up|ECONNRESET/);
    expect(codes()).toContain('RA02');
    expect(sandbox.traffic.read().writes.at(-1)).toMatchObject({
      status: 201,
      faults: ['resetAfter'],
    });
  });

  it('answer with statuses, pages, cut or made-up bodies', async () => {
    const once = async (effect: Parameters<typeof sandbox.faults.add>[0]['effect']) => {
      sandbox.faults.clear();
      sandbox.faults.add({ count: 1, effect });
      return tps('/api/v1/clients');
    };
    const busy = await once({ kind: 'status', status: 429, retryAfterSeconds: 7 });
    expect([busy.status, busy.headers['retry-after']]).toEqual([429, '7']);
    expect((await once({ kind: 'status', status: 429 })).headers).not.toHaveProperty('retry-after');
    expect((await once({ kind: 'status', status: 503 })).status).toBe(503);
    const page = await once({ kind: 'html' });
    expect([page.status, page.headers['content-type']]).toEqual([
      200,
      expect.stringContaining('html'),
    ]);
    const cut = await once({ kind: 'truncate' });
    expect(cut.status).toBe(200);
    expect(() => JSON.parse(cut.text)).toThrow();
    expect((await once({ kind: 'body', body: { items: [] } })).text).toBe('{"items":[]}');
    const out = await once({ kind: 'signedOut' });
    expect([out.status, out.headers.location]).toEqual([302, '/login']);
    expect((await tps('/api/v1/clients')).status).toBe(200);
  });

  it('wait, hang, and spare pages unless asked', async () => {
    sandbox.faults.add({ effect: { kind: 'hang' } });
    expect((await tps('/login')).status).toBe(200);
    await expect(tps('/api/v1/clients', 'GET', undefined, 150)).rejects.toThrow('timed out');
    const { json } = await control('/faults');
    expect(json.faults).toMatchObject([{ seen: 1, hits: 1 }]);
    await control('/faults', 'DELETE');
    await control('/faults', 'POST', { effect: { kind: 'latency', ms: 120 }, count: 1 });
    const start = performance.now();
    expect((await tps('/api/v1/clients')).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(110);
  });

  it('hit at random by the seed alone', async () => {
    sandbox.faults.add({ probability: 0.5, effect: { kind: 'status', status: 500 } });
    const statuses = [];
    for (let count = 0; count < 20; count += 1)
      statuses.push((await tps('/api/v1/session')).status);
    expect(new Set(statuses)).toEqual(new Set([200, 500]));
  });
});
