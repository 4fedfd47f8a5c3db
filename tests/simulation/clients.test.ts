/** What becomes of clients: made inactive, deleted, restored, merged, moved, under a parent. */
import { describe, expect, it } from 'vitest';
import { editCustomer, good, outstanding, payFifty, prepared, twins } from './firm-day';
import type { Office } from './office';

/** A pair of clients with nothing open on either side, made here. */
async function settledPair(office: Office, inTps: object = {}, inQbo: object = {}) {
  const made = office.books.clients.create({ code: 'IDLE1', name: 'Idle & Fils', ...inTps });
  const customer = { DisplayName: 'Idle & Fils', ...inQbo };
  const qboId = String(office.company.create('Customer', customer).Id);
  await good(office);
  await office.ask['setup.saveClients']({
    decisions: [{ tpsId: String(made.id), qboId, decision: 'pair' }],
  });
  return { tpsId: made.id, qboId };
}

const qboIdOf = async ({ db }: Office, tpsId: number) => {
  const link = (await db.links.toArray()).find(
    ({ type, tpsId: id }) => type === 'client' && id === String(tpsId),
  );
  if (!link) throw new Error('not paired');
  return link.qboId;
};

describe.each([true, false])('a client (names restored by QuickBooks: %s)', (strips) => {
  it('that is deleted in TPS is made inactive in QuickBooks, and comes back with it', async () => {
    const office = await prepared({ reactivationStripsSuffix: strips });
    const { tpsId, qboId } = await settledPair(office);
    office.books.clients.remove(tpsId);
    await good(office);
    expect(office.company.read('Customer', qboId).Active).toBe(false);
    office.books.clients.restore(tpsId);
    await good(office);
    expect(office.company.read('Customer', qboId)).toMatchObject({
      Active: true,
      DisplayName: 'Idle & Fils',
    });
  });

  it('that is made inactive in QuickBooks is flagged in TPS, and comes back with it', async () => {
    const office = await prepared({ reactivationStripsSuffix: strips });
    const { tpsId, qboId } = await settledPair(office);
    editCustomer(office, qboId, { Active: false });
    await good(office);
    expect(office.books.clients.get(tpsId).status).toBe('inactive');
    editCustomer(office, qboId, { Active: true, DisplayName: 'Idle & Fils' });
    await good(office);
    expect(office.books.clients.get(tpsId).status).toBe('active');
  });
});

describe('a customer that is made inactive in a French company', () => {
  it('keeps its own name, in TPS and once it is active again', async () => {
    const office = await prepared({ inactiveWord: 'supprimé' });
    const { tpsId, qboId } = await settledPair(office);
    editCustomer(office, qboId, { Active: false });
    expect(office.company.read('Customer', qboId).DisplayName).toBe('Idle & Fils (supprimé)');
    await good(office);
    expect(office.books.clients.get(tpsId)).toMatchObject({
      name: 'Idle & Fils',
      status: 'inactive',
    });
    await office.ask['client.wish']({ qboId, wish: 'activate' });
    await office.drive();
    await good(office);
    expect(office.company.read('Customer', qboId)).toMatchObject({
      Active: true,
      DisplayName: 'Idle & Fils',
    });
  });
});

describe('a phone number that was not the same in both when they were paired', () => {
  const phoneInQbo = (FreeFormNumber: string) => ({ PrimaryPhone: { FreeFormNumber } });
  const pairWith = (office: Office, phone: string) =>
    settledPair(office, { phone }, phoneInQbo('418 555-0101'));

  it('is asked about when one side changes it, and the answer stands in both', async () => {
    const office = await prepared();
    const { tpsId, qboId } = await pairWith(office, '514 555-0199');
    expect(office.books.clients.get(tpsId).phone).toBe('514 555-0199');
    editCustomer(office, qboId, phoneInQbo('418 555-0102'));
    const held = await office.sync();
    expect(held.holds.map(({ what }) => what.id)).toEqual(['conflict.clientDiffered']);
    expect(office.books.clients.get(tpsId).phone).toBe('514 555-0199');
    await office.ask['ruling.set']({ recordKey: `tps:client:${tpsId}`, ruling: 'qboWins' });
    await office.drive();
    await good(office);
    expect(office.books.clients.get(tpsId).phone).toBe('418 555-0102');
    editCustomer(office, qboId, phoneInQbo('418 555-0103'));
    await good(office);
    expect(office.books.clients.get(tpsId).phone).toBe('418 555-0103');
  });

  it('is not decided by an answer about another field, nor by a policy for what both changed', async () => {
    const office = await prepared();
    const { tpsId, qboId } = await pairWith(office, '514 555-0199');
    await office.ask['policies.save']({ policies: { phone: 'tps' } });
    editCustomer(office, qboId, {
      ...phoneInQbo('418 555-0102'),
      PrimaryEmailAddr: { Address: 'qbo@idle.example' },
    });
    office.books.patch('client', tpsId, { email: 'tps@idle.example' });
    const held = await office.sync();
    expect(held.holds.map(({ what }) => what.values?.field)).toEqual(['email', 'phone']);
    await office.ask['ruling.set']({ recordKey: `tps:client:${tpsId}`, ruling: 'tpsWins' });
    await office.drive();
    // The e-mail was answered; the phone that somebody has just typed stands, and is asked about.
    const customer = office.company.read('Customer', qboId);
    expect(customer.PrimaryEmailAddr).toMatchObject({ Address: 'tps@idle.example' });
    expect(customer.PrimaryPhone).toMatchObject({ FreeFormNumber: '418 555-0102' });
    const { needs } = await office.ask['app.get']({});
    expect(needs.map(({ what }) => what.id)).toContain('conflict.clientDiffered');
    await office.ask['ruling.set']({ recordKey: `tps:client:${tpsId}`, ruling: 'qboWins' });
    await office.drive();
    expect(office.books.clients.get(tpsId)).toMatchObject({
      phone: '418 555-0102',
      email: 'tps@idle.example',
    });
    expect((await office.sync()).counts.planned).toBe(0);
  });

  it('is carried where the other side had none', async () => {
    const office = await prepared();
    const { tpsId, qboId } = await pairWith(office, '');
    editCustomer(office, qboId, phoneInQbo('418 555-0102'));
    await good(office);
    expect(office.books.clients.get(tpsId).phone).toBe('418 555-0102');
  });
});

describe('an inactive customer with a balance in TPS', () => {
  it('waits with its money, and is made active when a person says so', async () => {
    const office = await prepared();
    const { tpsId, qboId } = await settledPair(office);
    await good(office);
    editCustomer(office, qboId, { Active: false });
    await good(office);
    const { invoice } = await twins(office);
    const lines = invoice.lines.map(({ id: _, ...line }) => line);
    const bill = { clientId: tpsId, code: '0', number: '90001', date: '2026-03-02', lines };
    office.books.invoices.create(bill);
    const run = await office.sync();
    expect(run.findings.map(({ rule }) => rule)).toContain('inactiveCustomer');
    expect(run.tieOut?.named).toHaveLength(1);
    await office.ask['client.wish']({ qboId, wish: 'activate' });
    await office.drive();
    await good(office);
    expect(office.company.read('Customer', qboId).Active).toBe(true);
    expect(await office.db.wishes.get(`4711-9341452000000001:qbo:${qboId}`)).toBeUndefined();
  });
});

describe('a sub-customer', () => {
  async function withBranch() {
    const office = await prepared();
    const { link, invoice } = await twins(office);
    const parent = await qboIdOf(office, invoice.clientId);
    const made = office.company.create('Customer', {
      DisplayName: 'Cottage',
      Job: true,
      ParentRef: { value: parent },
    });
    const model = office.company.read('Invoice', link.qboId);
    const line = { Line: model.Line ?? [], GlobalTaxCalculation: 'TaxExcluded' };
    const bill = office.company.create('Invoice', {
      CustomerRef: { value: String(made.Id) },
      DocNumber: 'C-1',
      TxnDate: '2026-03-01',
      ...line,
    });
    const run = await office.sync();
    expect(run.findings.map(({ rule }) => rule)).toContain('subCustomer');
    return {
      office,
      parent,
      subId: String(made.Id),
      billId: String(bill.Id),
      tpsId: invoice.clientId,
    };
  }

  it('rolls up: its documents are its parent’s in TPS, and stay its own in QuickBooks', async () => {
    const { office, subId, billId, tpsId } = await withBranch();
    await office.ask['client.wish']({ qboId: subId, wish: 'rollUp' });
    await good(office);
    const twin = office.books.invoices
      .all()
      .find(({ code, number }) => `${code}-${number}` === 'C-1');
    expect(twin?.clientId).toBe(tpsId);
    office.books.patch('invoice', twin?.id ?? 0, { description: 'Edited in TPS' });
    await good(office);
    expect(office.company.read('Invoice', billId)).toMatchObject({
      CustomerRef: { value: subId },
      PrivateNote: expect.stringContaining('Edited in TPS'),
    });
  });

  it('can be a client of its own', async () => {
    const { office, subId, tpsId } = await withBranch();
    await office.ask['client.wish']({ qboId: subId, wish: 'own' });
    await good(office);
    const own = office.books.clients.all().find(({ name }) => name === 'Cottage');
    expect(own?.id).not.toBe(tpsId);
    expect(Number(own?.arBalance)).toBeGreaterThan(0);
  });

  it('can be taken out from under its parent', async () => {
    const { office, subId } = await withBranch();
    await office.ask['client.wish']({ qboId: subId, wish: 'topLevel' });
    await office.drive();
    await good(office);
    expect(office.company.read('Customer', subId).ParentRef).toBeUndefined();
    expect(office.books.clients.all().map(({ name }) => name)).toContain('Cottage');
  });
});

describe('a document that moves to another client', () => {
  it('moves on the other side as well, whichever side it was', async () => {
    const office = await prepared();
    const { link, invoice } = await twins(office);
    const other = office.books.clients
      .all()
      .find(({ id, status }) => id !== invoice.clientId && status === 'active');
    if (!other) throw new Error('one client only');
    office.books.patch('invoice', invoice.id, { clientId: other.id });
    await good(office);
    const there = await qboIdOf(office, other.id);
    expect(office.company.read('Invoice', link.qboId).CustomerRef).toMatchObject({ value: there });
    const back = await qboIdOf(office, invoice.clientId);
    const { SyncToken } = office.company.read('Invoice', link.qboId);
    office.company.update('Invoice', {
      Id: link.qboId,
      SyncToken: SyncToken ?? '0',
      sparse: true,
      CustomerRef: { value: back },
    });
    await good(office);
    expect(office.books.invoices.get(invoice.id).clientId).toBe(invoice.clientId);
  });
});

describe('customers that are merged in QuickBooks', () => {
  it.each(['changed', 'silent'] as const)(
    'take their documents along, paid invoices, payments and all (%s)',
    async (mergedDocuments) => {
      const office = await prepared({ mergedDocuments });
      const { tpsId, qboId: from } = await settledPair(office);
      const { invoice } = await twins(office);
      const lines = invoice.lines.map(({ id: _, ...line }) => line);
      const bill = { clientId: tpsId, code: '0', number: '90001', date: '2026-03-02', lines };
      const { id: invoiceId } = office.books.invoices.create(bill);
      const [model] = office.books.payments.all();
      if (!model) throw new Error('no payment');
      office.books.payments.create({
        clientId: tpsId,
        date: '2026-03-02',
        bankAccountId: model.bankAccountId,
        amount: '50.00',
        applications: [{ documentType: 'invoice', documentId: invoiceId, amount: '30.00' }],
      });
      await good(office);
      const into = (await office.db.links.toArray()).find(
        ({ type, qboId }) => type === 'client' && qboId !== from,
      );
      if (!into) throw new Error('one customer only');
      office.company.mergeInUi(from, into.qboId);
      const run = await good(office);
      // Nobody is said to owe what goes to another by this very run.
      expect(run.findings.map(({ rule }) => rule)).not.toContain('inactiveCustomer');
      expect((await office.sync()).findings.map(({ rule }) => rule)).not.toContain(
        'inactiveCustomer',
      );
      const left = office.books.ledger().documents.filter(({ clientId }) => clientId === tpsId);
      expect(left).toEqual([]);
    },
  );
});

describe('a customer that is billed in dollars', () => {
  it('blocks itself with the reason, whatever it owes; the rest syncs and no cent is unexplained', async () => {
    const office = await prepared();
    const { company } = office;
    const { SyncToken = '0' } = company.read('Preferences', '1');
    company.update('Preferences', {
      Id: '1',
      SyncToken,
      sparse: true,
      CurrencyPrefs: { MultiCurrencyEnabled: true, HomeCurrency: { value: 'CAD' } },
    });
    const id = String(
      company.create('Customer', { DisplayName: 'Boston Ltd', CurrencyRef: { value: 'USD' } }).Id,
    );
    const { model } = outstanding(office);
    const [line] = Object(company.read('Invoice', await twinOf(office, model.id))).Line;
    const { Id: _, LineNum: __, ...own } = line;
    company.create('Invoice', {
      CustomerRef: { value: id },
      DocNumber: '88100',
      GlobalTaxCalculation: 'TaxExcluded',
      Line: [own],
    });
    payFifty(office, model.clientId);
    const run = await office.sync();
    expect(run.findings.map(({ rule }) => rule)).toEqual(['foreignCurrency']);
    expect(run).toMatchObject({ counts: { done: 1, failed: 0 } });
    expect(run.tieOut).toMatchObject({ unexplainedCents: 0, clientsUnexplainedCents: 0 });
    expect(run.tieOut?.named.map(({ cause }) => cause.id)).toEqual(['cause.foreignCurrency']);
  });
});

const twinOf = async ({ db }: Office, tpsId: number) => {
  const links = await db.links.toArray();
  const link = links.find((one) => one.type === 'invoice' && one.tpsId === String(tpsId));
  return link?.qboId ?? '';
};
