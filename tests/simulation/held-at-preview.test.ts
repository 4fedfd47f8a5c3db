/** What is certain to be refused at Apply is held at the preview: no document fails in every run. */

import { describe, expect, it } from 'vitest';
import { answeredAs } from './answered-as';
import { carried, editInQbo, good, outstanding, payFifty, prepared, qboIdOf } from './firm-day';
import type { Office } from './office';
import type { Ran } from './world/drive';

const ids = (run: Ran) => run.holds.map(({ what }) => what.id);

/** An invoice of one line, keyed in QuickBooks for a client that both books have. */
async function inQbo(office: Office, number: string, line: object = {}): Promise<string> {
  const { qboId } = await carried(office);
  const { CustomerRef, Line, TxnDate } = office.company.read('Invoice', qboId);
  const [first] = Array.isArray(Line) ? Line : [];
  const { Id: _, LineNum: __, ...own } = first ?? {};
  const made = office.company.create('Invoice', {
    CustomerRef: CustomerRef ?? null,
    DocNumber: number,
    TxnDate: TxnDate ?? '',
    GlobalTaxCalculation: 'TaxExcluded',
    Line: [{ ...own, ...line }],
  });
  return String(made.Id);
}

describe('an invoice of QuickBooks', () => {
  it.each(['1042a', '2026-014', '#1055'])(
    'numbered %s waits: TPS has no such number',
    async (n) => {
      const office = await prepared();
      await inQbo(office, n);
      const run = await office.sync();
      expect(ids(run)).toEqual(['translate.unnumberable']);
      expect(run.counts).toMatchObject({ planned: 0, failed: 0 });
    },
  );

  it('with a line that is too long for TPS waits, and nothing is cut', async () => {
    const office = await prepared();
    await inQbo(office, '88001', { Description: 'x'.repeat(1_500) });
    const run = await office.sync();
    expect(ids(run)).toEqual(['translate.lineTooLong']);
    expect(run.counts).toMatchObject({ planned: 0, failed: 0 });
  });

  it('with a tip is called one', async () => {
    const office = await prepared();
    const id = await inQbo(office, '88001');
    answeredAs(office, 'Invoice', id, (row) => ({
      ...row,
      ...JSON.parse(
        JSON.stringify(row).replace(
          /"ItemRef":\{"value":"[^"]*"/,
          '"ItemRef":{"value":"GRATUITY_ITEM_ID"',
        ),
      ),
    }));
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what)).toMatchObject([
      { id: 'translate.oddInvoice', values: { oddity: 'tip' } },
    ]);
  });
});

describe('a number that another form has', () => {
  it.each(['entity', 'salesForms'] as const)(
    'in QuickBooks, a credit memo, holds the invoice of TPS and is called one (%s)',
    async (duplicateDocNumberScope) => {
      const office = await prepared({ duplicateDocNumberScope });
      const { qboId } = await carried(office);
      const { model, lines } = outstanding(office);
      const { CustomerRef, Line } = office.company.read('Invoice', qboId);
      const [line] = Array.isArray(Line) ? Line : [];
      const { Id: _, LineNum: __, ...own } = line ?? {};
      const memo = { CustomerRef: CustomerRef ?? null, DocNumber: '90044', TxnDate: '2026-03-01' };
      office.company.create('CreditMemo', {
        ...memo,
        GlobalTaxCalculation: 'TaxExcluded',
        Line: [own],
      });
      const other = office.books.clients
        .all()
        .find(({ id, status }) => id !== model.clientId && status === 'active');
      office.books.invoices.create({
        ...{ clientId: other?.id ?? 0, code: '0', number: '90044', date: '2026-03-02', lines },
      });
      const run = await office.sync();
      expect(ids(run)).toContain('conflict.numberOfMemo');
      expect(run.counts).toMatchObject({ planned: 0, failed: 0 });
    },
  );
});

describe('two invoices that swap their numbers', () => {
  const two = async (office: Office) => {
    const [a, b] = [await carried(office, '90001'), await carried(office, '90002')];
    return { a, b };
  };

  const swapInTps = ({ books }: Office, a: number, b: number) => {
    books.patch('invoice', a, { number: '99999' });
    books.patch('invoice', b, { number: '90001' });
    books.patch('invoice', a, { number: '90002' });
  };

  it('in TPS have each the other one in QuickBooks after one run', async () => {
    const office = await prepared();
    const { a, b } = await two(office);
    swapInTps(office, a.id, b.id);
    const run = await good(office);
    expect(run.counts).toMatchObject({ planned: 3, done: 3 });
    expect(office.company.read('Invoice', a.qboId).DocNumber).toBe('90002');
    expect(office.company.read('Invoice', b.qboId).DocNumber).toBe('90001');
  });

  it('in QuickBooks have each the other one in TPS after one run', async () => {
    const office = await prepared();
    const { a, b } = await two(office);
    editInQbo(office, 'Invoice', a.qboId, { DocNumber: '99999' });
    editInQbo(office, 'Invoice', b.qboId, { DocNumber: '90001' });
    editInQbo(office, 'Invoice', a.qboId, { DocNumber: '90002' });
    await good(office);
    expect(office.books.invoices.get(a.id).number).toBe('90002');
    expect(office.books.invoices.get(b.id).number).toBe('90001');
  });

  it('have their own again once that run is undone', async () => {
    const office = await prepared();
    const { a, b } = await two(office);
    swapInTps(office, a.id, b.id);
    const run = await good(office);
    office.clock.advance(60_000);
    await office.ask['run.undo']({ runId: run.id, description: 'undo' });
    const shown = await office.drive();
    const confirmed = shown.brakes.map(({ id }) => id);
    await office.ask['run.apply']({ runId: shown.id, planHash: shown.planHash ?? '', confirmed });
    expect(await office.drive()).toMatchObject({ counts: { failed: 0, skipped: 0 }, cannot: [] });
    expect(office.company.read('Invoice', a.qboId).DocNumber).toBe('90001');
    expect(office.company.read('Invoice', b.qboId).DocNumber).toBe('90002');
  });

  it('do not keep what was lent for a moment, where the rest of the swap never came', async () => {
    const office = await prepared();
    const { a, b } = await two(office);
    const swap = (first: string, second: string) => {
      editInQbo(office, 'Invoice', a.qboId, { DocNumber: '99999' });
      editInQbo(office, 'Invoice', b.qboId, { DocNumber: second });
      editInQbo(office, 'Invoice', a.qboId, { DocNumber: first });
    };
    swap('90002', '90001');
    let writes = 0;
    office.sites.tps.mishap({
      times: Number.POSITIVE_INFINITY,
      when: ({ method, url }) => method === 'PUT' && /invoices/.test(url) && ++writes > 1,
      instead: () => Response.json({ title: 'No', status: 422, detail: 'No' }, { status: 422 }),
    });
    const run = await office.sync();
    expect(run.counts).toMatchObject({ done: 1, failed: 1, skipped: 1 });
    office.sites.tps.clearMishaps();
    swap('90001', '90002');
    await good(office);
    expect(office.books.invoices.get(a.id).number).toBe('90001');
    expect(office.books.invoices.get(b.id).number).toBe('90002');
  });
});

describe('a prepayment of TPS', () => {
  it.each(['AutoApplyCredit', 'AutoApplyPayments'])(
    'waits while QuickBooks applies what is left by itself (%s), and is carried once it does not',
    async (setting) => {
      const office = await prepared();
      const set = (on: boolean) => {
        const { SyncToken } = office.company.read('Preferences', '1');
        const head = { Id: '1', SyncToken: SyncToken ?? '0', sparse: true };
        office.company.update('Preferences', { ...head, SalesFormsPrefs: { [setting]: on } });
      };
      set(true);
      payFifty(office, outstanding(office).model.clientId);
      const run = await office.sync();
      expect(ids(run)).toEqual(['translate.appliesByItself']);
      expect(run.counts).toMatchObject({ planned: 0, failed: 0 });
      set(false);
      expect((await good(office)).counts.done).toBe(1);
    },
  );
});

describe('a client', () => {
  it('with a colon in the name waits, with a name that QuickBooks would take', async () => {
    const office = await prepared();
    const { model, lines } = outstanding(office);
    const { id } = office.books.clients.create({ code: 'COL1', name: 'Smith: Family Trust' });
    office.books.invoices.create({
      clientId: id,
      code: '0',
      number: '90007',
      date: '2026-03-02',
      lines,
    });
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what)).toMatchObject([
      { id: 'hold.nameCharacters', values: { proposal: 'Smith - Family Trust' } },
    ]);
    expect(run.counts.failed).toBe(0);
    // One that is paired already keeps its name there until the new one can be.
    office.books.patch('client', model.clientId, { name: 'Roy: Fils' });
    expect(ids(await office.sync())).toContain('hold.nameCharacters');
  });

  it('with two e-mail addresses in QuickBooks has the first in TPS, and keeps the second', async () => {
    const office = await prepared();
    const { model } = outstanding(office);
    const qboId = await qboIdOf(office, 'client', String(model.clientId));
    const { SyncToken } = office.company.read('Customer', qboId);
    office.company.update('Customer', {
      Id: qboId,
      SyncToken: SyncToken ?? '0',
      sparse: true,
      PrimaryEmailAddr: { Address: 'billing@client.example, owner@client.example' },
    });
    await good(office);
    expect(office.books.clients.get(model.clientId).email).toBe('billing@client.example');
    office.books.patch('client', model.clientId, { email: 'new@client.example' });
    await good(office);
    expect(office.company.read('Customer', qboId).PrimaryEmailAddr).toEqual({
      Address: 'new@client.example, owner@client.example',
    });
  });
});

describe('a list that QuickBooks refuses to give', () => {
  it('is said to be that, and nothing is written', async () => {
    const office = await prepared();
    office.sites.qbo.mishap({
      times: Number.POSITIVE_INFINITY,
      when: ({ url, body }) => /FROM.Invoice|cdc\?/i.test(`${url} ${body}`),
      instead: () =>
        Response.json(
          {
            Fault: {
              Error: [
                {
                  code: '4002',
                  Message: 'Error processing query',
                  Detail: 'QueryProcessingError: To email address entered is invalid',
                },
              ],
              type: 'ValidationFault',
            },
          },
          { status: 400 },
        ),
    });
    const run = await office.sync();
    expect(run).toMatchObject({ status: 'paused', reason: { id: 'port.queryRefused' } });
  });
});
