/** One record that cannot be read stops its client, not the firm, until it is mended. */
import { describe, expect, it } from 'vitest';
import { answeredAs } from './answered-as';
import { accountOf, carried, good, outstanding, prepared, qboIdOf } from './firm-day';
import type { Office } from './office';

describe('an expense that cannot be read', () => {
  it('and names no customer does not stop the firm', async () => {
    const office = await prepared();
    const { Id } = office.company.create('Purchase', {
      PaymentType: 'Check',
      AccountRef: { value: accountOf(office, 'Bank') },
      TxnDate: '2026-03-02',
      GlobalTaxCalculation: 'NotApplicable',
      Line: [
        {
          Amount: 10,
          DetailType: 'AccountBasedExpenseLineDetail',
          AccountBasedExpenseLineDetail: { AccountRef: { value: accountOf(office, 'Expense') } },
        },
      ],
    });
    answeredAs(office, 'Purchase', String(Id), (row) => ({
      ...row,
      ...JSON.parse(JSON.stringify(row).replace(/"Amount":10\b/, '"Amount":10.005')),
    }));
    await good(office);
  });
});

/** Two clients: one whose record is odd, and another one who must not wait for it. */
function twoClients(office: Office) {
  const { model, lines } = outstanding(office);
  const other = office.books.clients
    .all()
    .find(({ id, status }) => id !== model.clientId && status === 'active');
  if (!other) throw new Error('one client only');
  return { odd: model.clientId, other: other.id, lines };
}

/** The firm's work goes on: an invoice of another client arrives. */
async function othersAreSynced(office: Office, number: string): Promise<void> {
  const { other, lines } = twoClients(office);
  const bill = { clientId: other, code: '0', number, date: '2026-03-02', lines };
  const { id } = office.books.invoices.create(bill);
  const run = await office.sync();
  expect(run.findings.map(({ rule }) => rule)).toEqual(['unread']);
  expect(run.counts).toMatchObject({ failed: 0 });
  expect(run.tieOut).toMatchObject({ unexplainedCents: 0, clientsUnexplainedCents: 0 });
  expect(run.status).toBe('warning');
  expect(await qboIdOf(office, 'invoice', String(id))).not.toBe('');
}

async function everythingIsRead(office: Office): Promise<void> {
  await office.db.pairs.toCollection().modify((pair) => {
    pair.watermarks = { tps: null, qbo: null };
  });
}

describe.each(['changes', 'everything'] as const)('a record that cannot be read, by %s', (how) => {
  const read = async (office: Office) => (how === 'everything' ? everythingIsRead(office) : null);

  it('in QuickBooks, an invoice with a tax line without its rate, stops its client alone', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    const { SyncToken } = office.company.read('Invoice', qboId);
    const edit = { Id: qboId, SyncToken: SyncToken ?? '0', sparse: true, PrivateNote: 'edited' };
    office.company.update('Invoice', edit);
    answeredAs(office, 'Invoice', qboId, (row) => ({
      ...row,
      TxnTaxDetail: { TotalTax: 5, TaxLine: [{ Amount: 5, DetailType: 'TaxLineDetail' }] },
    }));
    await read(office);
    await othersAreSynced(office, '90071');
    // What cannot be read is not gone: its twin stands, and nothing was carried.
    expect(office.books.invoices.get(id)).toMatchObject({ status: 'outstanding' });
    office.sites.qbo.clearMishaps();
    await read(office);
    expect((await office.sync()).findings).toEqual([]);
    expect(office.books.invoices.get(id).description).toContain('edited');
  });

  it('in QuickBooks, an expense of a customer in three decimals, stops him alone', async () => {
    const office = await prepared();
    const { odd } = twoClients(office);
    const customer = await qboIdOf(office, 'client', String(odd));
    const { Id } = office.company.create('Purchase', {
      PaymentType: 'Check',
      AccountRef: { value: accountOf(office, 'Bank') },
      EntityRef: { type: 'Customer', value: customer },
      TxnDate: '2026-03-02',
      GlobalTaxCalculation: 'NotApplicable',
      Line: [
        {
          Amount: 10,
          DetailType: 'AccountBasedExpenseLineDetail',
          AccountBasedExpenseLineDetail: {
            AccountRef: { value: accountOf(office, 'Accounts Receivable') },
          },
        },
      ],
    });
    answeredAs(office, 'Purchase', String(Id), (row) => ({
      ...row,
      ...JSON.parse(JSON.stringify(row).replace(/"Amount":10\b/, '"Amount":10.005')),
    }));
    await read(office);
    await othersAreSynced(office, '90072');
    office.sites.qbo.clearMishaps();
    await read(office);
    expect((await office.sync()).findings.map(({ rule }) => rule)).toEqual(['depositOrCheque']);
  });

  it('in TPS, an invoice with an amount that is none, stops its client alone', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    office.books.patch('invoice', id, { description: 'edited' });
    office.sites.tps.mishap({
      times: Number.POSITIVE_INFINITY,
      when: ({ url }) => /\/invoices\?/.test(url),
      after: async (response) => {
        const body = await response.json();
        const items = body.items.map((row: { id: number }) =>
          row.id === id ? { ...row, total: 'n/a' } : row,
        );
        return Response.json({ ...body, items }, { status: response.status });
      },
    });
    await read(office);
    await othersAreSynced(office, '90073');
    expect(office.company.read('Invoice', qboId)).toMatchObject({ Balance: expect.any(Number) });
    expect(office.company.read('Invoice', qboId).TotalAmt).not.toBe(0);
    office.sites.tps.clearMishaps();
    await read(office);
    await good(office);
    expect(String(office.company.read('Invoice', qboId).PrivateNote)).toContain('edited');
  });
});

describe('an invoice that went to another client and cannot be read there', () => {
  it('is not gone: its twin stands, and waits', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    const { other } = twoClients(office);
    const into = await qboIdOf(office, 'client', String(other));
    const { SyncToken } = office.company.read('Invoice', qboId);
    office.company.update('Invoice', {
      ...{ Id: qboId, SyncToken: SyncToken ?? '0', sparse: true },
      CustomerRef: { value: into },
    });
    answeredAs(office, 'Invoice', qboId, (row) => ({
      ...row,
      TxnTaxDetail: { TotalTax: 5, TaxLine: [{ Amount: 5, DetailType: 'TaxLineDetail' }] },
    }));
    for (const _ of [1, 2]) {
      const run = await office.sync();
      expect(run.counts).toMatchObject({ planned: 0, failed: 0 });
      expect(office.books.invoices.get(id).status).toBe('outstanding');
    }
    office.sites.qbo.clearMishaps();
    await office.sync();
    expect(office.books.invoices.get(id)).toMatchObject({ status: 'outstanding', clientId: other });
  });
});

describe('a decrease of TPS that could not be read for a while', () => {
  it('blocks nobody once it can be', async () => {
    const office = await prepared();
    const { odd } = twoClients(office);
    const made = office.books.adjustments.create({
      ...{ clientId: odd, direction: 'decrease', date: '2026-03-02', amount: '5.00' },
    });
    office.sites.tps.mishap({
      times: Number.POSITIVE_INFINITY,
      when: ({ url }) => /\/adjustments\?/.test(url),
      after: async (response) => {
        const body = await response.json();
        const items = body.items.map((row: { id: number }) =>
          row.id === made.id ? { ...row, amount: 'n/a' } : row,
        );
        return Response.json({ ...body, items }, { status: response.status });
      },
    });
    expect((await office.sync()).findings.map(({ rule }) => rule)).toEqual(['unread']);
    office.sites.tps.clearMishaps();
    expect((await office.sync()).findings).toEqual([]);
  });
});

describe('three invoices, all that changed, that cannot be read', () => {
  it('stop their clients, since the whole book can be', async () => {
    const office = await prepared();
    const { model, lines } = outstanding(office);
    const bill = { clientId: model.clientId, code: '0', date: '2026-03-02', lines };
    for (let n = 90080; n < 90090; n++)
      office.books.invoices.create({ ...bill, number: String(n) });
    await good(office);
    const odd = office.books.invoices.all().slice(-3);
    for (const { id } of odd) office.books.patch('invoice', id, { description: 'odd' });
    const ids = new Set(odd.map(({ id }) => id));
    office.sites.tps.mishap({
      times: Number.POSITIVE_INFINITY,
      when: ({ url }) => /\/invoices\?/.test(url),
      after: async (response) => {
        const body = await response.json();
        const items = body.items.map((row: { id: number }) =>
          ids.has(row.id) ? { ...row, total: 'n/a' } : row,
        );
        return Response.json({ ...body, items }, { status: response.status });
      },
    });
    const run = await office.sync();
    expect(run.findings.map(({ rule }) => rule)).toEqual(['unread', 'unread', 'unread']);
    expect(run.counts).toMatchObject({ planned: 0, failed: 0 });
  });
});

describe('many records that cannot be read', () => {
  it('are another service than the one we know: nothing goes on', async () => {
    const office = await prepared();
    office.sites.tps.mishap({
      times: Number.POSITIVE_INFINITY,
      when: ({ url }) => /\/invoices\?/.test(url),
      after: async (response) => {
        const body = await response.json();
        const items = body.items.map((row: object) => ({ ...row, total: 12.5 }));
        return Response.json({ ...body, items }, { status: response.status });
      },
    });
    await everythingIsRead(office);
    expect(await office.sync()).toMatchObject({
      status: 'paused',
      reason: { id: 'port.malformed', values: { field: 'total' } },
    });
  });
});
