/** What a review of the engine found by running it. One test for each, on both stand-ins. */
import { describe, expect, it } from 'vitest';
import { duplicatesIn } from './ledgers';
import { type Office, type OfficeOptions, openOffice } from './office';

async function prepared(switches: OfficeOptions['switches'] = {}): Promise<Office> {
  const office = await openOffice({ seed: 5, clients: 5, findings: 'none', switches });
  await office.setUp();
  await good(office);
  return office;
}

async function good(office: Office) {
  const run = await office.sync();
  expect(run.tieOut?.named).toEqual([]);
  expect(run.counts).toMatchObject({ failed: 0, skipped: 0 });
  expect(run.tieOut?.unexplainedCents).toBe(0);
  expect(office.company.ledger().arTotalCents).toBe(office.books.ledger().arTotalCents);
  expect(duplicatesIn(office)).toEqual([]);
  expect((await office.sync()).counts.planned).toBe(0);
  return run;
}

/** Two invoices of one client with the same total, and a payment on each. */
async function twoPaid(office: Office) {
  const { books } = office;
  const [model] = books.invoices.all().filter(({ status }) => status === 'outstanding');
  const [paid] = books.payments.all();
  if (!model || !paid) throw new Error('nothing to copy from');
  const lines = model.lines.map(({ id: _, ...line }) => line);
  const { clientId } = model;
  const date = '2026-03-02';
  const bill = (number: string) =>
    books.invoices.create({ clientId, code: '0', number, date, lines });
  const pay = (documentId: number, amount: string) =>
    books.payments.create({
      clientId,
      date,
      bankAccountId: paid.bankAccountId,
      amount,
      applications: [{ documentType: 'invoice', documentId, amount }],
    });
  const [a, b] = [bill('90001'), bill('90002')];
  const result = { a, b, onA: pay(a.id, a.total), onB: pay(b.id, b.total) };
  await good(office);
  return result;
}

const on = (documentId: number, amount: string) => ({
  applications: [{ documentType: 'invoice', documentId, amount }],
});

describe('payments', () => {
  it('that swap their invoices get through', async () => {
    const office = await prepared();
    const { a, b, onA, onB } = await twoPaid(office);
    office.books.payments.setApplications(onA.id, { applications: [] });
    office.books.payments.setApplications(onB.id, on(a.id, a.total));
    office.books.payments.setApplications(onA.id, on(b.id, b.total));
    await good(office);
  });

  it('that swap their invoices in QuickBooks get through as well', async () => {
    const office = await prepared();
    const { a, b, onA, onB } = await twoPaid(office);
    const twin = async (type: string, id: number) =>
      (await office.db.links.toArray()).find((l) => l.type === type && l.tpsId === String(id))
        ?.qboId ?? '';
    const [qboA, qboB] = [await twin('invoice', a.id), await twin('invoice', b.id)];
    const edit = async (id: number, invoiceId: string | null) => {
      const qboId = await twin('payment', id);
      const { SyncToken, TotalAmt } = office.company.read('Payment', qboId);
      const Line =
        invoiceId === null
          ? []
          : [{ Amount: TotalAmt ?? 0, LinkedTxn: [{ TxnId: invoiceId, TxnType: 'Invoice' }] }];
      office.company.update('Payment', {
        Id: qboId,
        SyncToken: SyncToken ?? '0',
        sparse: true,
        Line,
      });
    };
    await edit(onA.id, null);
    await edit(onB.id, qboA);
    await edit(onA.id, qboB);
    await good(office);
  });

  it.each(['refuse', 'unapply'] as const)(
    'come off before their invoice is lowered (QuickBooks: %s)',
    async (lowerBelowPaid) => {
      const office = await prepared({ lowerBelowPaid });
      const { a, onA } = await twoPaid(office);
      office.books.payments.setApplications(onA.id, { applications: [] });
      const lines = a.lines.map((line) => ({
        ...line,
        quantity: '1',
        rate: '20.00',
        amount: '20.00',
      }));
      const { total: _t, subtotal: _s, taxes: _x, ...rest } = office.books.invoices.get(a.id);
      office.books.invoices.update(a.id, { ...rest, lines });
      const lowered = office.books.invoices.get(a.id);
      office.books.payments.setApplications(onA.id, on(a.id, lowered.total));
      await good(office);
    },
  );
});

describe('a pair that is gone on both sides', () => {
  it('does not forget what a person changed before', async () => {
    const office = await prepared();
    const made = office.books.clients.create({ code: 'IDLE1', name: 'Idle & Fils' });
    const qboId = String(office.company.create('Customer', { DisplayName: 'Idle & Fils' }).Id);
    await good(office);
    const decision = 'pair' as const;
    await office.ask['setup.saveClients']({
      decisions: [{ tpsId: String(made.id), qboId, decision }],
    });
    await good(office);
    const PrimaryEmailAddr = { Address: 'new@client.example' };
    const edit = (change: object) => {
      const { SyncToken } = office.company.read('Customer', qboId);
      office.company.update('Customer', {
        Id: qboId,
        SyncToken: SyncToken ?? '0',
        sparse: true,
        ...change,
      });
    };
    edit({ PrimaryEmailAddr, Active: false });
    office.books.clients.remove(made.id);
    await good(office);
    office.books.clients.restore(made.id);
    await office.sync();
    await good(office);
    expect(office.books.clients.get(made.id).email).toBe('new@client.example');
  });
});

describe('the account of adjustment decreases', () => {
  const choose = (office: Office, toId: string | null) =>
    office.ask['setup.saveMappings']({
      choices: [{ kind: 'special', from: 'tps', fromId: 'adjustmentDecrease', toId }],
    });
  const accountOf = async (office: Office, name: string) => {
    const { targets } = await office.ask['setup.get']({ reload: false });
    return targets.account.qbo.find((account) => account.name === name)?.id ?? null;
  };

  it('can be changed later, and what was booked before can still be edited', async () => {
    const office = await prepared();
    await choose(office, await accountOf(office, 'Write-off clearing'));
    const [open] = office.books.invoices.all().filter(({ status }) => status === 'outstanding');
    if (!open) throw new Error('nothing open');
    const made = office.books.adjustments.create({
      clientId: open.clientId,
      direction: 'decrease',
      date: '2026-03-02',
      description: 'Goodwill',
      amount: '10.00',
    });
    await good(office);
    await choose(office, await accountOf(office, 'Bad debt expense'));
    const link = (await office.db.links.toArray()).find(({ tpsId }) => tpsId === `A${made.id}`);
    if (!link) throw new Error('no twin');
    const { SyncToken } = office.company.read('Payment', link.qboId);
    const PrivateNote = `Edited [TPS adjustment ${made.id}]`;
    office.company.update('Payment', {
      Id: link.qboId,
      SyncToken: SyncToken ?? '0',
      sparse: true,
      PrivateNote,
    });
    await good(office);
    expect(office.books.adjustments.get(made.id).description).toContain('Edited');
  });

  it('that money comes into is a bank: no receipt becomes a write-off', async () => {
    const office = await prepared();
    const { mappings } = await office.ask['setup.get']({ reload: false });
    const bank = mappings.find(({ kind, from }) => kind === 'bank' && from === 'tps')?.chosenId;
    await choose(office, bank ?? null);
    const link = (await office.db.links.toArray()).find(({ type }) => type === 'client');
    office.company.create('Payment', {
      CustomerRef: { value: link?.qboId ?? '' },
      TotalAmt: 40,
      TxnDate: '2026-03-02',
      DepositToAccountRef: { value: bank ?? '' },
    });
    const before = office.books.adjustments.all().length;
    await office.sync();
    expect(office.books.adjustments.all()).toHaveLength(before);
    expect(office.books.payments.all().map(({ amount }) => amount)).toContain('40.00');
  });
});

describe('a new browser', () => {
  it('takes twins for equal whose codes are mapped one way only', async () => {
    const office = await openOffice({ seed: 5, clients: 8, findings: 'none' });
    await office.setUp();
    await good(office);
    for (const table of office.db.tables) await table.clear();
    await office.setUp();
    const run = await good(office);
    expect(run.holds).toEqual([]);
  });
});
