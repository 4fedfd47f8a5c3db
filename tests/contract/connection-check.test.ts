import { beforeEach, describe, expect, it } from 'vitest';
import type { EndpointProbe, SystemProbe } from '../../utils/port/probe';
import { type QboOffice, qboOffice } from './scene/qbo-office';
import { OTHER_REALM } from './scene/qbo-scene';
import type { Sent } from './scene/site-fetch';
import { KEY, type TpsOffice, tpsOffice } from './scene/tps-office';
import { OTHER_FIRM } from './scene/tps-scene';

const endpoint = (probe: SystemProbe, name: string): EndpointProbe | undefined =>
  probe.endpoints.find((one) => one.endpoint === name);

/** The answer with one row changed, as a system of another version might send it. */
async function changed(
  response: Response,
  rowsIn: (body: unknown) => unknown,
  change: (row: Record<string, unknown>) => void,
): Promise<Response> {
  const body: unknown = await response.json();
  const rows = rowsIn(body);
  if (!Array.isArray(rows) || rows.length === 0) throw new Error('no row to change');
  change(rows[0]);
  return Response.json(body, { headers: response.headers });
}

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (here, key) => (typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined),
    value,
  );

describe('TPS', () => {
  let office: TpsOffice;
  const isList =
    (name: string) =>
    ({ url }: Sent): boolean =>
      url.includes(`/api/v1/${name}?`);

  beforeEach(async () => {
    office = await tpsOffice();
    await office.scene.port.create(office.invoice(), KEY);
    await office.scene.port.create(office.payment(), KEY);
    office.scene.site.sent.length = 0;
  });

  it('as it is answers as it should, endpoint by endpoint, and nothing is written', async () => {
    const probe = await office.scene.port.probe();
    expect(probe.endpoints.map((one) => `${one.endpoint} ${one.state}`).sort()).toEqual(
      [
        '/adjustments',
        '/ar/summary',
        '/bank-accounts',
        '/clients',
        '/deletions',
        '/invoice-templates',
        '/invoices',
        '/payment-methods',
        '/payments',
        '/session',
        '/tax-rates',
        '/work-codes',
      ].map((name) => `${name} ok`),
    );
    expect(endpoint(probe, '/clients')?.rows).toBe(1);
    expect(probe).toMatchObject({ side: 'tps', skewMs: 0, settings: null });
    expect(probe.books).toMatchObject({ mayWrite: true, country: 'CA', currency: 'CAD' });
    expect(office.scene.site.sent.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('without a field that we need: that field is named, with what was expected', async () => {
    office.scene.site.mishap({
      when: isList('invoices'),
      after: (response) =>
        changed(
          response,
          (body) => at(body, 'items'),
          (row) => {
            delete row.balance;
            row.status = 'posted';
            row.date = '2026-02-31';
          },
        ),
    });
    const probe = await office.scene.port.probe();
    expect(endpoint(probe, '/invoices')).toMatchObject({ state: 'differs', rows: 1 });
    expect(endpoint(probe, '/invoices')?.differences).toEqual([
      { field: 'date', expected: 'date', found: 'string', rows: 1 },
      { field: 'balance', expected: 'string', found: 'missing', rows: 1 },
      { field: 'status', expected: 'outstanding | paid | void', found: '“posted”', rows: 1 },
    ]);
    expect(probe.endpoints.filter(({ state }) => state !== 'ok')).toHaveLength(1);
  });

  it('with another envelope: the envelope is named', async () => {
    office.scene.site.mishap({
      when: isList('payments'),
      instead: () => Response.json({ data: [] }),
    });
    const { differences } = endpoint(await office.scene.port.probe(), '/payments') ?? {};
    expect(differences?.map(({ field, found }) => `${field} ${found}`)).toEqual([
      'items missing',
      'total missing',
      'serverTime missing',
    ]);
  });

  it.each([
    ['refused', () => Response.json({ title: 'No', status: 403 }, { status: 403 })],
    ['unreachable', () => new Response('', { status: 502 })],
    [
      'unreachable',
      () => {
        throw new TypeError('fetch failed');
      },
    ],
  ] as const)('that has one endpoint %s still tells of the others', async (state, instead) => {
    office.scene.site.mishap({ when: isList('tax-rates'), instead, times: 2 });
    const probe = await office.scene.port.probe();
    expect(endpoint(probe, '/tax-rates')).toMatchObject({ state, rows: null });
    expect(endpoint(probe, '/clients')?.state).toBe('ok');
  });

  it('whose clock is behind ours: by how much', async () => {
    const { scene } = office;
    let calls = 0;
    // Every answer takes two seconds, and the server is three minutes behind.
    const port = scene.portWith({
      now: () => Date.parse('2026-03-02T15:03:00Z') + 2_000 * calls++,
    });
    const { skewMs } = await port.probe();
    expect(skewMs).toBeGreaterThan(179_000);
  });

  it('without the permission to sync says so; another firm is refused', async () => {
    office.scene.standIn.sessions.revokeSyncPermission();
    expect((await office.scene.port.probe()).books?.mayWrite).toBe(false);
    office.scene.standIn.sessions.switchFirm(OTHER_FIRM);
    await expect(office.scene.port.probe()).rejects.toMatchObject({ kind: 'wrongBooks' });
  });
});

describe('QuickBooks', () => {
  let office: QboOffice;
  const isQueryOf =
    (entity: string) =>
    ({ url }: Sent): boolean =>
      new URL(url).searchParams.get('query')?.startsWith(`SELECT * FROM ${entity} `) === true;

  beforeEach(async () => {
    office = await qboOffice();
  });

  it('as it is answers as it should, endpoint by endpoint, and nothing is written', async () => {
    await office.scene.port.notes.create('Something to read');
    office.scene.requests.length = 0;
    const probe = await office.scene.port.probe();
    expect(probe.endpoints.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(probe.endpoints.map((one) => one.endpoint)).toEqual(
      expect.arrayContaining(['CompanyInfo', 'Preferences', 'Customer', 'Attachable', 'cdc']),
    );
    expect(probe.endpoints).toHaveLength(18);
    expect(endpoint(probe, 'Invoice')?.rows).toBe(2);
    expect(endpoint(probe, 'Attachable')?.rows).toBe(1);
    expect(Math.abs(probe.skewMs ?? Number.NaN)).toBeLessThan(1_000);
    expect(probe.books).toMatchObject({ country: 'CA', currency: 'CAD', customNumbers: true });
    expect(probe.settings).toEqual({
      multiCurrency: false,
      autoApplyCredit: false,
      autoApplyPayments: false,
    });
    expect(office.scene.requests.every(({ write }) => !write)).toBe(true);
  });

  it('without a field inside a line: its path is named, and in how many rows', async () => {
    office.scene.site.mishap({
      when: isQueryOf('Invoice'),
      after: (response) =>
        changed(
          response,
          (body) => at(body, 'QueryResponse', 'Invoice'),
          (row) => {
            const [line] = Array.isArray(row.Line) ? row.Line : [];
            delete line.DetailType;
            row.TotalAmt = '100.00';
          },
        ),
    });
    const found = endpoint(await office.scene.port.probe(), 'Invoice');
    expect(found).toMatchObject({ state: 'differs', rows: 2 });
    expect(found?.differences).toEqual([
      { field: 'Line[].DetailType', expected: 'string', found: 'missing', rows: 1 },
      { field: 'TotalAmt', expected: 'number', found: 'string', rows: 1 },
    ]);
  });

  it('that refuses one list tells which, with its words', async () => {
    office.scene.site.mishap({
      when: isQueryOf('Attachable'),
      instead: () =>
        Response.json(
          {
            Fault: { Error: [{ Message: 'Invalid query', code: '4001' }], type: 'ValidationFault' },
          },
          { status: 400 },
        ),
    });
    const found = endpoint(await office.scene.port.probe(), 'Attachable');
    expect(found?.state).toBe('refused');
    expect(found?.technical).toContain('4001');
  });

  it('with settings that change what happens behind us tells them', async () => {
    const { company } = office;
    const preferences = company.read('Preferences', '1');
    company.update('Preferences', {
      Id: '1',
      SyncToken: String(preferences.SyncToken),
      sparse: true,
      SalesFormsPrefs: { AutoApplyCredit: true, CustomTxnNumbers: false },
      CurrencyPrefs: { MultiCurrencyEnabled: true, HomeCurrency: { value: 'CAD' } },
      AccountingInfoPrefs: { BookCloseDate: '2025-12-31' },
    });
    const probe = await office.scene.port.probe();
    expect(probe.settings).toEqual({
      multiCurrency: true,
      autoApplyCredit: true,
      autoApplyPayments: false,
    });
    expect(probe.books).toMatchObject({ customNumbers: false, closedUntil: '2025-12-31' });
  });

  it('that shows another company is refused with both names, and asked nothing more', async () => {
    const { scene } = office;
    scene.standIn.sessions.switchCompany(OTHER_REALM);
    await scene.site.fetch('https://qbo.intuit.com/app/homepage', {});
    scene.site.sent.length = 0;
    await expect(scene.port.probe()).rejects.toMatchObject({ kind: 'wrongBooks' });
    expect(scene.site.sent).toEqual([]);
  });
});
