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

describe('a sub-customer that is rolled up', () => {
  async function rolledUp() {
    const office = await prepared();
    const { books, company } = office;
    const link = (await office.db.links.toArray()).find((one) => {
      const { tps } = one.base;
      return (
        tps.kind === 'invoice' &&
        one.tpsId !== '' &&
        tps.balanceCents === tps.totalCents &&
        tps.totalCents > 0
      );
    });
    if (link?.base.qbo.kind !== 'invoice' || link.base.tps.kind !== 'invoice')
      throw new Error('none');
    const parent = link.base.qbo.clientId;
    const made = company.create('Customer', {
      DisplayName: 'Cottage',
      Job: true,
      ParentRef: { value: parent },
    });
    const { Line } = company.read('Invoice', link.qboId);
    const bill = company.create('Invoice', {
      CustomerRef: { value: String(made.Id) },
      DocNumber: 'C-1',
      TxnDate: '2026-03-01',
      GlobalTaxCalculation: 'TaxExcluded',
      Line: Line ?? [],
    });
    const subId = String(made.Id);
    await office.ask['client.wish']({ qboId: subId, wish: 'rollUp' });
    await good(office);
    const twin = books.invoices.all().find(({ code, number }) => `${code}-${number}` === 'C-1');
    if (!twin) throw new Error('not carried');
    return {
      office,
      subId,
      billId: String(bill.Id),
      twin,
      tpsId: Number(link.base.tps.clientId),
      other: link,
    };
  }

  const pay = ({ books }: Office, clientId: number, applications: object[], amount: string) => {
    const [model] = books.payments.all();
    const bankAccountId = model?.bankAccountId;
    return books.payments.create({
      clientId,
      date: '2026-03-02',
      bankAccountId,
      amount,
      applications,
    });
  };

  it('carries an edit that is made in QuickBooks', async () => {
    const { office, billId, twin } = await rolledUp();
    const { SyncToken } = office.company.read('Invoice', billId);
    office.company.update('Invoice', {
      Id: billId,
      SyncToken: SyncToken ?? '0',
      sparse: true,
      PrivateNote: 'Edited',
    });
    await good(office);
    expect(office.books.invoices.get(twin.id).description).toContain('Edited');
  });

  it('is paid from TPS by its own payment', async () => {
    const { office, twin, tpsId, subId } = await rolledUp();
    pay(
      office,
      tpsId,
      [{ documentType: 'invoice', documentId: twin.id, amount: '15.00' }],
      '15.00',
    );
    await good(office);
    const there = office.company
      .ledger()
      .documents.find((d) => d.entity === 'Payment' && d.totalCents === 1500);
    expect(there?.customerId).toBe(subId);
  });

  it('waits with a payment over several customers, and says why', async () => {
    const { office, twin, tpsId, other } = await rolledUp();
    const one = { documentType: 'invoice', amount: '15.00' };
    pay(
      office,
      tpsId,
      [
        { ...one, documentId: twin.id },
        { ...one, documentId: Number(other.tpsId) },
      ],
      '30.00',
    );
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id)).toEqual(['translate.severalCustomers']);
    expect(run.tieOut?.unexplainedCents).toBe(0);
  });

  it('takes its documents along when it becomes a client of its own', async () => {
    const { office, subId, twin, tpsId } = await rolledUp();
    await office.ask['client.wish']({ qboId: subId, wish: 'own' });
    await good(office);
    const own = office.books.clients.all().find(({ name }) => name === 'Cottage');
    expect(own?.id).not.toBe(tpsId);
    expect(office.books.invoices.get(twin.id).clientId).toBe(own?.id);
  });
});

describe('an invoice that moved with its payment', () => {
  async function moved(retry: boolean) {
    const office = await prepared();
    const { a, onA } = await twoPaid(office);
    const into = office.books.clients
      .all()
      .find(({ id, status }) => id !== a.clientId && status === 'active');
    if (!into) throw new Error('one client only');
    office.books.payments.setApplications(onA.id, { applications: [] });
    office.books.patch('invoice', a.id, { clientId: into.id });
    office.books.patch('payment', onA.id, { clientId: into.id });
    office.books.payments.setApplications(onA.id, on(a.id, a.total));
    if (!retry) return { office, a, onA, run: await good(office) };
    const pair = await office.db.pairs.toCollection().first();
    const runner = await office.runner();
    await runner.start({
      pairId: pair?.id ?? '',
      description: '',
      oneStep: true,
      only: [`tps:invoice:${a.id}`],
    });
    return { office, a, onA, run: await office.drive() };
  }

  it('is put together again by a retry of the invoice alone', async () => {
    const { office } = await moved(true);
    expect((await office.sync()).counts.planned).toBe(0);
    expect(office.company.ledger().arTotalCents).toBe(office.books.ledger().arTotalCents);
  });

  it('goes back with it when the run is undone', async () => {
    const { office, a, run } = await moved(false);
    await office.ask['run.undo']({ runId: run.id, description: 'undo' });
    let undo = await office.drive();
    await office.ask['run.apply']({
      runId: undo.id,
      planHash: undo.planHash ?? '',
      confirmed: undo.brakes.map(({ id }) => id),
    });
    undo = await office.drive();
    expect(undo.counts).toMatchObject({ failed: 0, skipped: 0 });
    const link = (await office.db.links.toArray()).find(
      ({ type, tpsId }) => type === 'invoice' && tpsId === String(a.id),
    );
    const there = office.company.ledger().documents.find(({ id }) => id === link?.qboId);
    expect(there?.balanceCents).toBe(0);
    await good(office);
    expect(office.books.invoices.get(a.id).balance).toBe('0.00');
  });
});

describe('twins that are found again, of which one was changed', () => {
  it.each([
    ['number', { DocNumber: '77777' }],
    ['client', null],
  ])('are shown to a person: %s', async (_, change) => {
    const office = await prepared();
    const [model] = office.books.invoices.all().filter(({ status }) => status === 'outstanding');
    const lines = (model?.lines ?? []).map(({ id: _, ...line }) => line);
    const { clientId } = model ?? {};
    const date = '2026-03-02';
    const a = office.books.invoices.create({ clientId, code: '0', number: '90001', date, lines });
    await good(office);
    const links = await office.db.links.toArray();
    const link = links.find(({ type, tpsId }) => type === 'invoice' && tpsId === String(a.id));
    if (link?.base.qbo.kind !== 'invoice') throw new Error('no twin');
    const from = link.base.qbo.clientId;
    const into = links.find(({ type, qboId }) => type === 'client' && qboId !== from)?.qboId ?? '';
    const { SyncToken, Line } = office.company.read('Invoice', link.qboId);
    office.company.update('Invoice', {
      Id: link.qboId,
      SyncToken: SyncToken ?? '0',
      sparse: true,
      Line: Line ?? [],
      ...(change ?? { CustomerRef: { value: into } }),
    });
    for (const table of office.db.tables) await table.clear();
    await office.setUp();
    await office.sync();
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id)).toContain('conflict.bothChanged');
  });
});

describe('what the review found besides', () => {
  const outstanding = ({ books }: Office) => {
    const [model] = books.invoices.all().filter(({ status }) => status === 'outstanding');
    if (!model) throw new Error('nothing open');
    return { model, lines: model.lines.map(({ id: _, ...line }) => line) };
  };
  const qboIdOf = async ({ db }: Office, type: string, id: string) =>
    (await db.links.toArray()).find((l) => l.type === type && l.tpsId === id)?.qboId ?? '';
  const editInQbo = (
    { company }: Office,
    entity: 'Invoice' | 'Payment',
    id: string,
    change: object,
  ) => {
    const SyncToken = company.read(entity, id).SyncToken ?? '0';
    company.update(entity, { Id: id, SyncToken, sparse: true, ...change });
  };

  it('a first preview has no brake because invoices print a link for paying', async () => {
    const office = await openOffice({ seed: 5, clients: 30, findings: 'none' });
    await office.setUp();
    await office.ask['run.preview']({ description: '' });
    const run = await office.drive();
    expect(run.brakes.map(({ id }) => id)).not.toContain('edits');
  });

  it('a client that is excluded while the run is paused is left alone, whichever end it was', async () => {
    const office = await prepared();
    const { model, lines } = outstanding(office);
    const qboId = await qboIdOf(office, 'client', String(model.clientId));
    office.books.invoices.create({
      clientId: model.clientId,
      code: '0',
      number: '90009',
      date: '2026-03-02',
      lines,
    });
    let cut = true;
    office.sites.qbo.mishap({
      times: Number.POSITIVE_INFINITY,
      when: ({ method, url }) => cut && method === 'POST' && url.includes('/invoice?'),
      instead: () => {
        throw new TypeError('fetch failed');
      },
    });
    const parked = await office.sync();
    expect(parked.status).toBe('paused');
    cut = false;
    office.sites.qbo.clearMishaps();
    await office.ask['client.exclude']({ side: 'qbo', clientId: qboId, reason: 'legal' });
    await office.ask['run.resume']({ runId: parked.id });
    await office.drive();
    expect(office.company.ledger().documents.map(({ docNumber }) => docNumber)).not.toContain(
      '90009',
    );
  });

  it('a document that was dated today keeps both its dates', async () => {
    const office = await prepared();
    const { model, lines } = outstanding(office);
    const bill = {
      clientId: model.clientId,
      code: '0',
      number: '90009',
      date: '2026-01-15',
      lines,
    };
    const { id } = office.books.invoices.create(bill);
    const { SyncToken } = office.company.read('Preferences', '1');
    office.company.update('Preferences', {
      Id: '1',
      SyncToken: SyncToken ?? '0',
      sparse: true,
      AccountingInfoPrefs: { BookCloseDate: '2026-01-31' },
    });
    await office.sync();
    await office.ask['ruling.set']({ recordKey: `tps:invoice:${id}`, ruling: 'dateToday' });
    await office.drive();
    await good(office);
    const qboId = await qboIdOf(office, 'invoice', String(id));
    editInQbo(office, 'Invoice', qboId, { PrivateNote: `From QuickBooks [TPS invoice ${id}]` });
    await good(office);
    expect(office.books.invoices.get(id)).toMatchObject({
      date: '2026-01-15',
      description: expect.stringContaining('From QuickBooks'),
    });
    office.books.patch('invoice', id, { description: 'From TPS' });
    await good(office);
    expect(office.company.read('Invoice', qboId).TxnDate).toBe('2026-03-02');
  });

  it('tax on an adjustment increase is never taken off without a word', async () => {
    const office = await prepared();
    const { model } = outstanding(office);
    const made = office.books.adjustments.create({
      clientId: model.clientId,
      direction: 'increase',
      date: '2026-03-02',
      description: 'Courier',
      amount: '60.00',
    });
    await good(office);
    const qboId = await qboIdOf(office, 'invoice', `A${made.id}`);
    const there = office.company.read('Invoice', qboId);
    const taxed = JSON.parse(JSON.stringify(there.Line)).filter(
      (l: { DetailType: string }) => l.DetailType === 'SalesItemLineDetail',
    );
    const code = office.company.query('select * from TaxCode where Active = true').TaxCode;
    const taxable = JSON.parse(JSON.stringify(code)).find((c: { Name: string }) =>
      /HST ON|GST.*QST/.test(c.Name),
    );
    taxed[0].SalesItemLineDetail.TaxCodeRef = { value: taxable.Id };
    editInQbo(office, 'Invoice', qboId, { Line: taxed, GlobalTaxCalculation: 'TaxExcluded' });
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id)).toEqual(['translate.increaseTaxed']);
    expect(office.books.adjustments.get(made.id).amount).toBe('60.00');
  });

  it('a finance charge that both books have already is one', async () => {
    const office = await prepared();
    const { model, lines } = outstanding(office);
    const [line] = lines;
    if (!line) throw new Error('no line');
    const plain = {
      ...line,
      quantity: '1',
      rate: '25.00',
      amount: '25.00',
      tax1: false,
      tax2: false,
      tax3: false,
    };
    const bill = {
      clientId: model.clientId,
      code: '0',
      number: '55001',
      date: '2026-03-02',
      kind: 'financeCharge',
      lines: [plain],
    };
    office.books.invoices.create(bill);
    const customer = await qboIdOf(office, 'client', String(model.clientId));
    const { mappings } = await office.ask['setup.get']({ reload: false });
    const chosen = (kind: string, fromId: string) =>
      mappings.find((row) => row.kind === kind && row.from === 'tps' && row.fromId === fromId)
        ?.chosenId ?? '';
    office.company.create('Invoice', {
      CustomerRef: { value: customer },
      DocNumber: 'FC-55001',
      TxnDate: '2026-03-02',
      GlobalTaxCalculation: 'TaxExcluded',
      Line: [
        {
          Amount: 25,
          DetailType: 'SalesItemLineDetail',
          SalesItemLineDetail: {
            ItemRef: { value: chosen('special', 'financeCharge') },
            TaxCodeRef: { value: chosen('tax', '') },
          },
        },
      ],
    });
    const before = office.books.ledger().arTotalCents;
    await good(office);
    expect(office.books.ledger().arTotalCents).toBe(before);
  });

  it('a payment whose answer was lost is found where a person moved it', async () => {
    const office = await prepared({ requestId: 'ignored' });
    const { model } = outstanding(office);
    const [paid] = office.books.payments.all();
    const { id } = office.books.payments.create({
      clientId: model.clientId,
      date: '2026-03-02',
      bankAccountId: paid?.bankAccountId,
      amount: '50.00',
    });
    // The answer is lost, and so is every look after it: the run is parked in doubt.
    let isLost = false;
    const lose = () => {
      isLost = true;
      throw new TypeError('fetch failed');
    };
    const times = Number.POSITIVE_INFINITY;
    office.sites.qbo.mishap({ times, when: () => isLost, instead: lose });
    const isPayment = ({ method, url }: { method: string; url: string }) =>
      method === 'POST' && url.includes('/payment?');
    office.sites.qbo.mishap({ times, when: isPayment, after: lose });
    const parked = await office.sync();
    expect(parked.status).toBe('paused');
    office.sites.qbo.clearMishaps();
    const mine = () =>
      office.company
        .ledger()
        .documents.filter((d) => !d.deleted && d.privateNote?.includes(`[TPS payment ${id}]`));
    expect(mine()).toHaveLength(1);
    const other = (await office.db.links.toArray()).find(
      ({ type, qboId }) => type === 'client' && qboId !== mine()[0]?.customerId,
    );
    editInQbo(office, 'Payment', mine()[0]?.id ?? '', {
      CustomerRef: { value: other?.qboId ?? '' },
    });
    await office.ask['run.resume']({ runId: parked.id });
    await office.drive();
    expect(mine()).toHaveLength(1);
  });

  it('a run for one record alone does not draw the line of the first sync', async () => {
    const office = await openOffice({ seed: 5, clients: 5, findings: 'none' });
    await office.setUp();
    const pair = await office.db.pairs.toCollection().first();
    const runner = await office.runner();
    await runner.start({
      pairId: pair?.id ?? '',
      description: '',
      oneStep: true,
      only: ['tps:client:1'],
    });
    await office.drive();
    expect((await office.db.pairs.toCollection().first())?.cutoff).toBeNull();
  });

  it('a reference and a memo that are longer than QuickBooks holds stay whole in TPS', async () => {
    const office = await prepared();
    const { model } = outstanding(office);
    const [paid] = office.books.payments.all();
    const { id } = office.books.payments.create({
      clientId: model.clientId,
      date: '2026-03-02',
      bankAccountId: paid?.bankAccountId,
      amount: '50.00',
      reference: 'CHQ-0123456789-0123456789-X',
    });
    await good(office);
    const qboId = await qboIdOf(office, 'payment', String(id));
    editInQbo(office, 'Payment', qboId, { PrivateNote: `Edited [TPS payment ${id}]` });
    await good(office);
    expect(office.books.payments.get(id)).toMatchObject({
      reference: 'CHQ-0123456789-0123456789-X',
      description: expect.stringContaining('Edited'),
    });
  });

  it('an invoice that was voided while money came in on the other side is left to a person', async () => {
    const office = await prepared();
    const { model, lines } = outstanding(office);
    const bill = {
      clientId: model.clientId,
      code: '0',
      number: '90009',
      date: '2026-03-02',
      lines,
    };
    const { id } = office.books.invoices.create(bill);
    await good(office);
    const qboId = await qboIdOf(office, 'invoice', String(id));
    office.company.payOnline(qboId, 3000);
    office.books.invoices.void(id);
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id)).toContain('conflict.paidThere');
    const there = office.company.ledger().documents.find((doc) => doc.id === qboId);
    expect(there?.voided).toBe(false);
  });

  it('twins that were edited from both sides are linked again after the database is lost', async () => {
    const office = await prepared();
    const { model, lines } = outstanding(office);
    const bill = {
      clientId: model.clientId,
      code: '0',
      number: '90009',
      date: '2026-03-02',
      lines,
    };
    const { id } = office.books.invoices.create(bill);
    await good(office);
    const qboId = await qboIdOf(office, 'invoice', String(id));
    editInQbo(office, 'Invoice', qboId, { DueDate: '2026-05-01' });
    await good(office);
    for (const table of office.db.tables) await table.clear();
    await office.setUp();
    const run = await good(office);
    expect(run.holds).toEqual([]);
    expect(await qboIdOf(office, 'invoice', String(id))).toBe(qboId);
  });

  it('a pair that a person took apart stays apart', async () => {
    const office = await prepared();
    const made = office.books.clients.create({ code: 'IDLE1', name: 'Idle & Fils' });
    await good(office);
    const tpsId = String(made.id);
    const decide = (qboId: string | null, decision: 'create' | 'leave') =>
      office.ask['setup.saveClients']({ decisions: [{ tpsId, qboId, decision }] });
    await decide(null, 'create');
    await good(office);
    const qboId = await qboIdOf(office, 'client', tpsId);
    await office.ask['setup.saveClients']({
      decisions: [
        { tpsId, qboId: null, decision: 'leave' },
        { tpsId: null, qboId, decision: 'leave' },
      ],
    });
    await office.sync();
    expect(await qboIdOf(office, 'client', tpsId)).toBe('');
  });

  it('a journal entry of ours that somebody splits does not take the write-off with it', async () => {
    const office = await prepared();
    const { model } = outstanding(office);
    const made = office.books.adjustments.create({
      clientId: model.clientId,
      direction: 'decrease',
      date: '2026-03-02',
      description: 'Goodwill',
      amount: '30.00',
    });
    await good(office);
    const id = (await qboIdOf(office, 'payment', `A${made.id}`)).slice(1);
    const entry = office.company.read('JournalEntry', id);
    const [debit, credit] = JSON.parse(JSON.stringify(entry.Line));
    const part = (Amount: number) => ({ ...debit, Id: undefined, Amount });
    office.company.update('JournalEntry', {
      ...entry,
      Line: JSON.parse(JSON.stringify([part(10), part(20), credit])),
    });
    const run = await office.sync();
    expect(run.holds).not.toEqual([]);
    expect(office.books.adjustments.all().map((one) => one.id)).toContain(made.id);
  });

  it('a payment waits for its invoice, and is put on it again when that is written anew', async () => {
    const office = await prepared();
    const { a, onA } = await twoPaid(office);
    const qboId = await qboIdOf(office, 'invoice', String(a.id));
    const { SyncToken } = office.company.read('Invoice', qboId);
    office.company.remove('Invoice', { Id: qboId, SyncToken: SyncToken ?? '0' });
    office.books.patch('invoice', a.id, { description: 'Still owed' });
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id).sort()).toEqual([
      'conflict.bothChanged',
      'conflict.withInvoice',
    ]);
    expect(office.books.payments.get(onA.id).applications).toHaveLength(1);
    await office.ask['ruling.set']({ recordKey: `tps:invoice:${a.id}`, ruling: 'tpsWins' });
    await office.drive();
    await good(office);
    expect(office.books.payments.get(onA.id).applications).toHaveLength(1);
    const anew = await qboIdOf(office, 'invoice', String(a.id));
    const there = office.company.ledger().documents.find(({ id }) => id === anew);
    expect(there).toMatchObject({ balanceCents: 0 });
  });
});
