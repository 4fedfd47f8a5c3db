import { beforeEach, describe, expect, it, vi } from 'vitest';
import { actBody, act as actOn } from '../../sandbox/act';
import { manualClock } from '../../sandbox/clock';
import { createQboStandIn } from '../../sandbox/qbo';
import { openFirm, paymentBody, withInvoice, workCodeId } from './visitor';

/** Every route of the contract, with what each of them refuses. */
type Firm = ReturnType<typeof openFirm>;

let clock: Firm['clock'];
let tps: Firm['tps'];
let visitor: Firm['visitor'];
let ids: Readonly<Record<'client' | 'invoice' | 'payment' | 'adjustment', number>>;

beforeEach(async () => {
  ({ clock, tps, visitor } = openFirm());
  await visitor.signIn();
  const { client, invoice } = withInvoice(tps);
  const payment = tps.books.payments.create(paymentBody(tps, client.id, '10.00'));
  const adjustment = tps.books.adjustments.create({
    clientId: client.id,
    direction: 'increase',
    date: '2026-03-01',
    amount: '20.00',
  });
  ids = { client: client.id, invoice: invoice.id, payment: payment.id, adjustment: adjustment.id };
});

const READS = [
  '/session',
  '/clients',
  '/clients/{client}',
  '/work-codes',
  '/bank-accounts',
  '/payment-methods',
  '/tax-rates',
  '/invoice-templates',
  '/invoices',
  '/invoices/{invoice}',
  '/payments',
  '/payments/{payment}',
  '/adjustments',
  '/adjustments/{adjustment}',
  '/deletions?since=2026-01-01T00:00:00Z',
  '/ar/summary',
] as const;

const CREATES = ['/clients', '/invoices', '/payments', '/adjustments'] as const;

const CHANGES = [
  ['PUT', '/clients/{client}'],
  ['DELETE', '/clients/{client}'],
  ['POST', '/clients/{client}/restore'],
  ['PUT', '/invoices/{invoice}'],
  ['POST', '/invoices/{invoice}/void'],
  ['DELETE', '/invoices/{invoice}'],
  ['PUT', '/invoices/{invoice}/payment-link'],
  ['PUT', '/payments/{payment}'],
  ['POST', '/payments/{payment}/void'],
  ['DELETE', '/payments/{payment}'],
  ['PUT', '/payments/{payment}/applications'],
  ['PUT', '/adjustments/{adjustment}'],
  ['POST', '/adjustments/{adjustment}/void'],
  ['DELETE', '/adjustments/{adjustment}'],
] as const;

function fill(path: string, unknown = false): string {
  return path.replace(/\{(\w+)\}/, (_, kind: keyof typeof ids) => {
    return unknown ? '999999' : String(ids[kind]);
  });
}

/** A body that the route takes, so that nothing but the refusal under test can stand in the way. */
function bodyFor(method: string, path: string): unknown {
  if (path.endsWith('/payment-link')) return { paymentLink: null };
  if (path.endsWith('/applications')) return { applications: [] };
  if (method !== 'PUT') return undefined;
  const { clients, invoices, payments, adjustments } = tps.books;
  if (path.startsWith('/clients')) return clients.get(ids.client);
  if (path.startsWith('/invoices')) return invoices.get(ids.invoice);
  if (path.startsWith('/payments')) return payments.get(ids.payment);
  return adjustments.get(ids.adjustment);
}

const everything = () => JSON.stringify([tps.books.ledger(), tps.books.deletions('')]);

describe.each(READS)('GET %s', (path) => {
  it('answers who is signed in, with or without the permission Sync, and nobody else', async () => {
    expect((await visitor.call('GET', fill(path))).status).toBe(200);
    tps.sessions.revokeSyncPermission();
    expect((await visitor.call('GET', fill(path))).status).toBe(200);
    tps.sessions.expireAll();
    const { status, json } = await visitor.call('GET', fill(path));
    expect([status, json.status]).toEqual([401, 401]);
  });

  it('knows no record that is not there', async () => {
    if (!path.includes('{')) return;
    const { status, json } = await visitor.call('GET', fill(path, true));
    expect([status, json.type]).toEqual([404, expect.stringContaining('/not-found')]);
  });
});

describe.each(CREATES)('POST %s', (path) => {
  it('needs session, token, permission and a body, and changes nothing without', async () => {
    const before = everything();
    const post = (ask = {}) => visitor.call('POST', path, ask);
    expect((await post({ body: {} })).status).toBe(400);
    expect((await post()).status).toBe(400);
    const body = { nonsense: 1 };
    const { json } = await post({ body });
    expect(json.errors).toHaveProperty('nonsense');
    expect((await post({ body, headers: { 'X-XSRF-TOKEN': '' } })).status).toBe(403);
    tps.sessions.revokeSyncPermission();
    expect((await post({ body })).status).toBe(403);
    tps.sessions.expireAll();
    expect((await post({ body })).status).toBe(401);
    expect(everything()).toBe(before);
  });
});

describe.each(CHANGES)('%s %s', (method, path) => {
  it('needs the present version, the token and the permission, and changes nothing without', async () => {
    const before = everything();
    const body = bodyFor(method, path);
    const send = (ask: object, unknown = false) =>
      visitor.call(method, fill(path, unknown), { ...(body ? { body } : {}), ...ask });
    const missing = await send({});
    expect([missing.status, Object.keys(missing.json.errors)]).toEqual([400, ['If-Match']]);
    const stale = await send({ version: '0' });
    expect([stale.status, stale.json.type]).toEqual([409, expect.stringContaining('/version')]);
    const nowhere = await send({ version: '1' }, true);
    expect([400, 404]).toContain(nowhere.status);
    const headers = { 'X-XSRF-TOKEN': 'wrong' };
    expect((await send({ version: '1', headers })).status).toBe(403);
    tps.sessions.revokeSyncPermission();
    expect((await send({ version: '1' })).status).toBe(403);
    tps.sessions.expireAll();
    expect((await send({ version: '1' })).status).toBe(401);
    expect(everything()).toBe(before);
  });
});

describe('a record', () => {
  it.each(['client', 'invoice', 'payment', 'adjustment'] as const)(
    '%s is not replaced by the body of another one',
    async (kind) => {
      const path = `/${kind}s/${ids[kind]}`;
      const { json } = await visitor.call('GET', path);
      const body = { ...json, id: json.id + 1 };
      const refused = await visitor.call('PUT', path, { body, version: json.version });
      expect([refused.status, Object.keys(refused.json.errors)]).toEqual([400, ['id']]);
    },
  );

  it('that is void is neither changed nor voided again', async () => {
    for (const kind of ['payment', 'adjustment', 'invoice'] as const) {
      const path = `/${kind}s/${ids[kind]}`;
      const gone = await visitor.call('POST', `${path}/void`, { version: '1' });
      expect([gone.json.status, gone.json.version]).toEqual(['void', '2']);
      expect((await visitor.call('POST', `${path}/void`, { version: '2' })).status).toBe(422);
      const change = { body: gone.json, version: '2' };
      expect((await visitor.call('PUT', path, change)).status).toBe(422);
      expect((await visitor.call('DELETE', path, { version: '2' })).status).toBe(204);
    }
    expect(tps.books.ledger().arControlCents).toBe(0);
  });
});

describe('an invoice', () => {
  const line = (change: object) => ({ ...{ workCodeId: workCodeId(tps, 'T1') }, ...change });
  const post = (number: string, lines: readonly object[]) =>
    visitor.call('POST', '/invoices', {
      body: { clientId: ids.client, number, date: '2026-03-01', lines },
    });

  it('of any size has its taxes, or is refused by a rule', async () => {
    const { status, json } = await post('7', [line({ amount: '9999999999.99' })]);
    expect([status, json.taxes?.[1]]).toEqual([201, '997500000.00']);
  });

  it('has lines whose quantity times rate is their amount', async () => {
    const good = await post('8', [line({ quantity: '3', rate: '33.3333', amount: '100.00' })]);
    expect(good.status).toBe(201);
    const bad = await post('9', [line({ quantity: '3', rate: '33.00', amount: '100.00' })]);
    expect([bad.status, bad.json.errors]).toEqual([422, { 'lines.0.amount': expect.anything() }]);
    const half = await post('9', [line({ quantity: '2', amount: '100.00' })]);
    expect([half.status, half.json.lines?.[0].rate]).toEqual([201, '50.00']);
  });
});

describe('the deletions feed', () => {
  it('names documents and clients with the instant, and nothing from before', async () => {
    const since = tps.books.now();
    clock.advance(1_000);
    for (const kind of ['payment', 'adjustment', 'invoice'] as const) {
      await visitor.call('DELETE', `/${kind}s/${ids[kind]}`, { version: '1' });
    }
    const deleted = await visitor.call('DELETE', `/clients/${ids.client}`, { version: '1' });
    const feed = async (from: string) =>
      (await visitor.call('GET', `/deletions?since=${from}`)).json.items;
    expect(await feed(since)).toEqual(
      (['payment', 'adjustment', 'invoice', 'client'] as const).map((type) => ({
        type,
        id: ids[type],
        deletedAt: tps.books.now(),
      })),
    );
    tps.books.clients.exclude(ids.client, true);
    expect(await feed(since)).toHaveLength(4);
    const restored = await visitor.call('POST', `/clients/${ids.client}/restore`, { version: '3' });
    expect([deleted.json.status, restored.json.status]).toEqual(['deleted', 'active']);
    clock.advance(1_000);
    expect(await feed(tps.books.now())).toEqual([]);
    expect((await visitor.call('GET', '/deletions')).status).toBe(400);
  });
});

describe('something that breaks inside', () => {
  it('is a 500 in problem JSON', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    Object.assign(tps.books, {
      arSummary: () => {
        throw new Error('boom');
      },
    });
    const { status, json, response } = await visitor.call('GET', '/ar/summary');
    expect([status, json.status]).toEqual([500, 500]);
    expect(printed).toHaveBeenCalledOnce();
    printed.mockRestore();
    expect(response.headers.get('Content-Type')).toContain('application/problem+json');
  });
});

describe('a list entry that is made inactive', () => {
  const act = (asked: object) =>
    actOn(actBody.parse({ system: 'tps', ...asked }), tps.books, nobodysCompany);
  const companies = [{ realm: '1', name: 'Nobody' }];
  const nobodysCompany = createQboStandIn({
    clock: manualClock(new Date('2026-03-02T12:00:00Z')),
    seed: 1,
    country: 'CA',
    companies,
  }).company('1');

  it('says so with a new stamp, and nothing is written with it any more', async () => {
    const id = workCodeId(tps, 'T1');
    const [bank] = tps.books.reference.bankAccounts;
    clock.advance(1_000);
    const since = tps.books.now();
    act({ do: 'deactivate', list: 'workCodes', id });
    act({ do: 'deactivate', list: 'bankAccounts', id: bank?.id });
    const list = await visitor.call('GET', `/work-codes?modifiedSince=${since}`);
    expect(list.json.items).toMatchObject([
      { id, active: false, version: '2', modifiedBy: 'Robin Office' },
    ]);
    const lines = [{ workCodeId: id, amount: '1.00' }];
    const body = { clientId: ids.client, date: '2026-03-01', lines };
    expect((await visitor.call('POST', '/invoices', { body })).status).toBe(422);
    const payment = paymentBody(tps, ids.client, '1.00');
    expect((await visitor.call('POST', '/payments', { body: payment })).status).toBe(422);
    act({ do: 'activate', list: 'workCodes', id });
    expect((await visitor.call('POST', '/invoices', { body })).status).toBe(201);
    expect(() => act({ do: 'deactivate', list: 'workCodes', id: 1 })).toThrow(/There is no/);
  });
});
