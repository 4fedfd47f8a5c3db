import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { Visitor } from './visitors';

/** Every fault that the sandbox knows, on the wire, against both systems. */
const clock = manualClock(new Date('2026-03-02T15:00:00Z'));
let sandbox: Sandbox;
let tps: Visitor;
let qbo: Visitor;
let count = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ clients: 0, clock });
  // Its time never goes back: it stands still after a skew, and then a second has too many calls.
  sandbox.qbo.switches.rateLimit = false;
});
beforeEach(async () => {
  tps = await new Visitor(sandbox, 'tps').signIn();
  qbo = await new Visitor(sandbox, 'qbo').signIn();
});
afterEach(() => {
  expect(sandbox.faults.problems).toEqual([]);
  sandbox.faults.clear();
  clock.advance(60_000);
});
afterAll(() => sandbox.stop());

const company = () => sandbox.qbo.company(sandbox.realm);
const customers = () => company().ledger().customers.length;
const clients = () => sandbox.tps.books.ledger().clients.length;
const next = () => {
  count += 1;
  return count;
};
const newName = () => `Customer ${next()}`;

const systems = {
  tps: {
    read: () => tps.call('/clients'),
    write: (timeoutMs = 5_000) => {
      const body = { code: `C${next()}`, name: newName() };
      return tps.call('/clients', { method: 'POST', body, timeoutMs });
    },
    held: clients,
  },
  qbo: {
    read: () => qbo.call('/query?query=select%20*%20from%20Customer'),
    write: (timeoutMs = 5_000) =>
      qbo.call('/customer', { method: 'POST', body: { DisplayName: newName() }, timeoutMs }),
    held: customers,
  },
} as const;

describe.each(['tps', 'qbo'] as const)('in %s', (site) => {
  const { read, write, held } = systems[site];
  const fault = (spec: Omit<Parameters<typeof sandbox.faults.add>[0], 'site'>) =>
    sandbox.faults.add({ site, ...spec });

  it('refusals have the form of the site, with and without Retry-After', async () => {
    for (const status of [401, 403, 429, 500, 503]) {
      fault({ count: 1, effect: { kind: 'status', status } });
      const answer = await read();
      expect(answer.status).toBe(status);
      expect(answer.headers).not.toHaveProperty('retry-after');
      if (status === 503) expect(answer.headers['content-type']).toContain('text/html');
      else if (site === 'tps')
        expect(answer.json).toMatchObject({ status, type: expect.anything() });
      else expect(answer.json).toHaveProperty(status === 500 ? 'Fault' : 'fault');
    }
    fault({ count: 1, effect: { kind: 'status', status: 429, retryAfterSeconds: 9 } });
    expect((await read()).headers['retry-after']).toBe('9');
  });

  it.each([
    ['a 502', { kind: 'status', status: 502 }],
    ['a page', { kind: 'html' }],
    ['another body', { kind: 'body', body: {} }],
  ] as const)('%s hides a write that was never made, or was', async (_, effect) => {
    const before = held();
    fault({ method: 'POST', count: 1, effect });
    await write();
    expect(held()).toBe(before);
    fault({ method: 'POST', count: 1, effect: { ...effect, committed: true } });
    const hidden = await write();
    expect(held()).toBe(before + 1);
    expect(hidden.status).toBe(effect.kind === 'status' ? 502 : 200);
    expect(sandbox.traffic.read().writes.at(-1)?.status).toBe(site === 'tps' ? 201 : 200);
  });

  it('a request hangs, before or after it was committed', async () => {
    const before = held();
    fault({ method: 'POST', count: 1, effect: { kind: 'hang' } });
    await expect(write(150)).rejects.toThrow('timed out');
    expect(held()).toBe(before);
    fault({ method: 'POST', count: 1, effect: { kind: 'hang', committed: true } });
    await expect(write(150)).rejects.toThrow('timed out');
    expect(held()).toBe(before + 1);
  });

  it('the connection breaks before or after the write, or the answer is cut', async () => {
    const before = held();
    fault({ method: 'POST', count: 1, effect: { kind: 'resetBefore' } });
    await expect(write()).rejects.toThrow(/hang up|ECONNRESET/);
    expect(held()).toBe(before);
    fault({ method: 'POST', count: 1, effect: { kind: 'resetAfter' } });
    await expect(write()).rejects.toThrow(/hang up|ECONNRESET/);
    expect(held()).toBe(before + 1);
    fault({ method: 'POST', count: 1, effect: { kind: 'truncate' } });
    expect((await write()).json).toBeUndefined();
    expect(held()).toBe(before + 2);
  });

  it('latency delays, and a redirect to the log-in page signs nobody out', async () => {
    fault({ count: 1, effect: { kind: 'latency', ms: 80 } });
    const startMs = performance.now();
    expect((await read()).status).toBe(200);
    expect(performance.now() - startMs).toBeGreaterThan(75);
    fault({ count: 1, effect: { kind: 'signedOut' } });
    const sent = await read();
    expect([sent.status, sent.headers.location]).toEqual([302, '/login']);
    const visitor = site === 'tps' ? tps : qbo;
    expect((await visitor.send('/login', {})).status).toBe(200);
    expect((await read()).status).toBe(200);
  });

  it('the session ends, before the request or after it', async () => {
    const session = { system: site, do: 'expire' } as const;
    fault({ count: 1, effect: { kind: 'session', session, when: 'after' } });
    expect((await read()).status).toBe(200);
    expect((await read()).status).toBe(401);
    await (site === 'tps' ? tps : qbo).signIn();
    fault({ count: 1, effect: { kind: 'session', session } });
    expect((await read()).status).toBe(401);
  });

  it('the csrf token changes between reading and writing', async () => {
    const session = { system: site, do: 'rotateCsrf' } as const;
    fault({ method: 'POST', count: 1, effect: { kind: 'session', session } });
    const before = held();
    expect((await write()).status).toBe(403);
    expect(held()).toBe(before);
    // The refusal brought the new cookie.
    expect((await write()).status).toBeLessThan(300);
  });

  it('is hit within a time of its own clock alone', async () => {
    const nowMs = clock.now().getTime();
    fault({ from: 1_000, until: 2_000, effect: { kind: 'status', status: 500 } });
    const from = new Date(nowMs + 5_000).toISOString();
    fault({ from, effect: { kind: 'status', status: 503 } });
    const seen: number[] = [];
    for (let second = 0; second < 6; second += 1) {
      seen.push((await read()).status);
      clock.advance(1_000);
    }
    expect(seen).toEqual([200, 500, 200, 200, 200, 503]);
  });

  it('its clock is wrong: Date, server times and stamps', async () => {
    // More than an hour would end the idle session, as a jump of the real clock does.
    const wrongMs = 20 * 60_000;
    fault({ effect: { kind: 'clockSkew', ms: wrongMs } });
    const list = await read();
    const expected = clock.now().getTime() + wrongMs;
    expect(Date.parse(String(list.headers.date))).toBe(expected);
    expect(Date.parse(list.json.serverTime ?? list.json.time)).toBe(expected);
    const made = (await write()).json;
    const stamp = made.modifiedAt ?? made.Customer.MetaData.LastUpdatedTime;
    expect(Date.parse(stamp)).toBe(expected);
    sandbox.faults.clear();
    const rightMs = clock.now().getTime();
    // QBO's stamps never go back, whatever its clock does.
    const { json } = await read();
    if (site === 'tps') expect(Date.parse(json.serverTime)).toBe(rightMs);
    expect((await read()).headers.date).not.toBe(new Date(expected).toUTCString());
  });
});

describe('somebody else', () => {
  it('changes a TPS record between its reading and its writing', async () => {
    const { id, version, ...client } = (await systems.tps.write()).json;
    const act = { system: 'tps', do: 'update', entity: 'client', body: { phone: '1' } } as const;
    const effect = { kind: 'act', act, when: 'after' } as const;
    sandbox.faults.add({ method: 'GET', path: '/clients/(\\d+)$', count: 1, effect });
    expect((await tps.call(`/clients/${id}`)).json).toMatchObject({ phone: '', version });
    const body = { ...client, email: 'x@firm.example' };
    expect((await tps.call(`/clients/${id}`, { method: 'PUT', body, version })).status).toBe(409);
    expect(sandbox.tps.books.clients.get(id)).toMatchObject({ phone: '1', email: '' });
  });

  it('changes a QBO entity just before it is written', async () => {
    const { Customer } = (await systems.qbo.write()).json;
    const { Id, SyncToken } = Customer;
    const act = {
      system: 'qbo',
      do: 'update',
      entity: 'Customer',
      id: Id,
      body: { Notes: 'mine' },
    } as const;
    sandbox.faults.add({ method: 'POST', count: 1, effect: { kind: 'act', act } });
    const body = { Id, SyncToken, sparse: true, DisplayName: newName() };
    const refused = await qbo.call('/customer', { method: 'POST', body });
    expect(refused.json.Fault.Error[0].code).toBe('5010');
    expect(company().read('Customer', Id)).toMatchObject({ Notes: 'mine' });
  });

  it('cannot do the impossible, which is noted and does not stop the request', async () => {
    const act = { system: 'tps', do: 'void', entity: 'invoice', id: 1 } as const;
    sandbox.faults.add({ count: 1, effect: { kind: 'act', act } });
    expect((await systems.tps.read()).status).toBe(200);
    const answer = await fetch(`http://127.0.0.1:${sandbox.httpPort}/__control/faults`);
    expect(await answer.json()).toMatchObject({ problems: [expect.stringContaining('invoice 1')] });
    sandbox.faults.clear();
  });

  it('switches the company, and the firm', async () => {
    const realm = '9341454000000002';
    const session = { system: 'qbo', do: 'switchCompany', realm } as const;
    sandbox.faults.add({
      site: 'qbo',
      method: 'POST',
      count: 1,
      effect: { kind: 'session', session },
    });
    const before = customers();
    expect((await systems.qbo.write()).status).toBe(403);
    expect(customers()).toBe(before);
    const firm = { id: 4712, name: 'Other firm' };
    sandbox.faults.add({
      site: 'tps',
      path: '/session$',
      count: 1,
      effect: {
        kind: 'session',
        session: { system: 'tps', do: 'switchFirm', firm },
        when: 'after',
      },
    });
    expect((await tps.call('/session')).json.firm.id).toBe(sandbox.firm.id);
    expect((await tps.call('/session')).json.firm.id).toBe(4712);
    sandbox.tps.sessions.switchFirm(sandbox.firm);
  });
});

describe('a requestid', () => {
  it('is ignored on demand', async () => {
    const send = () =>
      qbo.call('/invoice?requestid=r1', {
        method: 'POST',
        body: {
          CustomerRef: { value: customerId },
          Line: [
            {
              Amount: 5,
              DetailType: 'SalesItemLineDetail',
              SalesItemLineDetail: { ItemRef: { value: '3' }, TaxCodeRef: { value: '3' } },
            },
          ],
        },
      });
    const customerId: string = (await systems.qbo.write()).json.Customer.Id;
    const first = await send();
    expect(first.status).toBe(200);
    expect((await send()).json.Invoice.Id).toBe(first.json.Invoice.Id);
    sandbox.faults.add({ path: '/invoice', count: 1, effect: { kind: 'requestIdIgnored' } });
    const second = await send();
    expect(second.status, second.text).toBe(200);
    expect(second.json.Invoice.Id).not.toBe(first.json.Invoice.Id);
    expect((await send()).json.Invoice.Id).toBe(first.json.Invoice.Id);
  });
});
