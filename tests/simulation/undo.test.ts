/** A run is undone: both books as before it, what cannot go is named, and nobody's work is lost. */

import { describe, expect, it } from 'vitest';
import { readQboLists } from '../sandbox/firm/qbo-lists';
import { duplicatesIn, picture, writesSeen } from './ledgers';
import type { Office } from './office';
import { officeSetUp } from './prepared';
import type { Ran } from './world/drive';

async function prepared(clients = 8): Promise<Office> {
  const office = await officeSetUp({ seed: 1, clients, findings: 'none' });
  return office;
}

async function approve(office: Office, run: Ran): Promise<Ran> {
  const confirmed = run.brakes.map((brake) => brake.id);
  await office.ask['run.apply']({ runId: run.id, planHash: run.planHash ?? '', confirmed });
  return office.drive();
}

/** The undo as it is shown before anything is written. */
async function shownUndo(office: Office, runId: string): Promise<Ran> {
  office.clock.advance(60_000);
  await office.ask['run.undo']({ runId, description: 'undo' });
  return office.drive();
}

async function undone(office: Office, runId: string): Promise<Ran> {
  return approve(office, await shownUndo(office, runId));
}

/** Syncs, with whatever a person has to type, until there is nothing left to write. */
async function syncedToTheEnd(office: Office): Promise<void> {
  for (let round = 0; round < 4; round++) if ((await office.sync()).counts.planned === 0) return;
  throw new Error('the syncs do not come to an end');
}

const whyNot = ({ cannot = [] }: Ran) =>
  cannot.map(({ why }) => why.id).filter((id) => id !== 'undo.paymentLink');

/** An invoice that both sides have, wholly open, of a client that both had before. */
async function openTwin({ db, books, company }: Office) {
  const links = await db.links.toArray();
  for (const link of links) {
    const { qbo, tps } = link.base;
    if (qbo.kind !== 'invoice' || tps.kind !== 'invoice') continue;
    const there = company.ledger().documents.find((d) => d.id === link.qboId);
    const here = books.invoices.get(Number(tps.id));
    if (there?.balanceCents === tps.totalCents && here.lines.length > 0) return { tps, qbo, here };
  }
  throw new Error('no untouched invoice on both sides');
}

function enterInvoice({ books }: Office, like: { clientId: number; lines: readonly object[] }) {
  const [line] = like.lines;
  const lines = [{ ...line, id: undefined, quantity: '1', rate: '140.00', amount: '140.00' }];
  const { clientId } = like;
  return books.invoices.create({ clientId, code: '0', number: '90001', date: '2026-03-02', lines });
}

function enterPayment({ books }: Office, clientId: number, invoiceId: number, amount: string) {
  const [model] = books.payments.all();
  if (!model) throw new Error('no payment to copy from');
  const { bankAccountId, paymentMethodId } = model;
  const applications = [{ documentType: 'invoice', documentId: invoiceId, amount }];
  const common = { clientId, date: '2026-03-02', bankAccountId, paymentMethodId };
  return books.payments.create({ ...common, amount, applications });
}

/** A day's work: an invoice and its payment, an edited invoice, an edited client. */
async function workingDay(office: Office) {
  const { here, tps } = await openTwin(office);
  const made = enterInvoice(office, here);
  enterPayment(office, here.clientId, made.id, made.total);
  office.books.patch('invoice', Number(tps.id), { description: 'Audit of 2025' });
  office.books.patch('client', Number(tps.clientId), { email: 'new@client.example' });
  return { tps };
}

const inQbo = ({ company }: Office, number: string) =>
  company.ledger().documents.find((doc) => doc.docNumber === number && !doc.deleted);

function editInQbo({ company }: Office, id: string, change: object): void {
  const SyncToken = company.read('Invoice', id).SyncToken ?? '0';
  company.update('Invoice', { Id: id, SyncToken, sparse: true, ...change });
}

function closeBooks({ company }: Office, BookCloseDate: string): void {
  const SyncToken = String(company.read('Preferences', '1').SyncToken);
  const AccountingInfoPrefs = { BookCloseDate };
  company.update('Preferences', { Id: '1', SyncToken, sparse: true, AccountingInfoPrefs });
}

/** Payments go where money waits until it is taken to the bank. */
async function toUndepositedFunds(office: Office): Promise<void> {
  const { qbo } = await openTwin(office);
  const { DepositToAccountRef } = office.company.payOnline(qbo.id, 100);
  await office.sync();
  if (typeof DepositToAccountRef !== 'object' || !DepositToAccountRef)
    throw new Error('no account');
  const toId = String(Object.values(DepositToAccountRef)[0]);
  await office.db.mappings
    .filter(({ kind, from }) => kind === 'bank' && from === 'tps')
    .modify({ toId });
}

describe('a first sync that is undone', () => {
  it('leaves both books as they were, and comes back once that is confirmed', async () => {
    const office = await prepared();
    const before = picture(office);
    const first = await office.sync();
    const after = picture(office);
    const shown = await shownUndo(office, first.id);
    expect(shown.status).toBe('preview');
    expect(shown.brakes.map(({ id }) => id)).toContain('removals');
    expect(picture(office)).toEqual(after);
    const end = await approve(office, shown);
    expect(end.counts).toMatchObject({ done: shown.counts.planned, failed: 0, skipped: 0 });
    expect(whyNot(end)).toEqual([]);
    expect(picture(office)).toEqual(before);
    expect(end.tieOut?.unexplainedCents).toBe(0);
    expect(end.tieOut?.named.map(({ cause }) => cause.id)).toContain('cause.undone');
    expect((await office.db.runs.get(first.id))?.undone).toMatchObject({ by: end.id });

    await office.ask['run.sync']({ description: 'in one step' });
    const braked = await office.drive();
    expect(braked.status).toBe('preview');
    expect(braked.brakes.map(({ id }) => id)).toContain('undone');
    expect(picture(office)).toEqual(before);
    await approve(office, braked);
    await syncedToTheEnd(office);
    expect(picture(office)).toEqual(after);
    expect(duplicatesIn(office)).toEqual([]);
  });
});

describe('a day that is undone', () => {
  it('puts back what was there before, and is carried again once that is confirmed', async () => {
    const office = await prepared();
    await office.sync();
    const { tps } = await workingDay(office);
    const link = (await office.db.links.toArray()).find(
      (one) => one.type === 'invoice' && one.tpsId === tps.id,
    );
    const client = (await office.db.links.toArray()).find(
      (one) => one.type === 'client' && one.tpsId === tps.clientId,
    );
    const note = () => office.company.read('Invoice', link?.qboId ?? '').PrivateNote;
    const email = () => office.company.read('Customer', client?.qboId ?? '').PrimaryEmailAddr;
    const was = { note: note(), email: email(), books: picture(office) };
    const run = await office.sync();
    const is = { note: note(), email: email(), books: picture(office) };
    expect(is.note).toContain('Audit of 2025');
    const end = await undone(office, run.id);
    expect(end.status).toBe('success');
    expect({ note: note(), email: email(), books: picture(office) }).toEqual(was);
    const again = await office.sync();
    expect(again.counts).toMatchObject(run.counts);
    expect({ note: note(), email: email(), books: picture(office) }).toEqual(is);
    expect((await office.sync()).counts.planned).toBe(0);
    // Carried over once more, it is like any other document.
    office.books.patch('invoice', Number(tps.id), { description: 'Audit of 2026' });
    const later = await office.sync();
    expect(later).toMatchObject({ brakes: [], counts: { planned: 1, done: 1 } });
  });

  it('puts back in TPS what came from QuickBooks, and where a payment was applied', async () => {
    const office = await prepared();
    await office.sync();
    const { here, qbo } = await openTwin(office);
    const made = enterInvoice(office, here);
    const payment = enterPayment(office, here.clientId, made.id, '50.00');
    await office.sync();
    const before = [picture(office), office.books.invoices.get(here.id).description];
    editInQbo(office, qbo.id, { PrivateNote: 'Reviewed by QuickBooks' });
    const moved = [{ documentType: 'invoice', documentId: here.id, amount: '20.00' }];
    office.books.payments.setApplications(payment.id, { applications: moved });
    const run = await office.sync();
    expect(run.counts).toMatchObject({ planned: 2, done: 2 });
    expect(office.books.invoices.get(here.id).description).toContain('Reviewed by QuickBooks');
    const end = await undone(office, run.id);
    expect(end.counts).toMatchObject({ planned: 2, done: 2 });
    expect(office.books.invoices.get(here.id).description).toBe(before[1]);
    // In TPS the payment stays where the person has moved it; in QuickBooks it is back.
    expect(inQbo(office, '90001')?.balanceCents).toBe(
      (inQbo(office, '90001')?.totalCents ?? 0) - 5000,
    );
    expect(end.tieOut?.unexplainedCents).toBe(0);
    expect((await office.sync()).counts).toMatchObject({ planned: 2, done: 2 });
    expect((await office.sync()).counts.planned).toBe(0);
  });

  it('can be an earlier one: what changed since stays, and is named', async () => {
    const office = await prepared();
    await office.sync();
    await workingDay(office);
    const run = await office.sync();
    editInQbo(office, inQbo(office, '90001')?.id ?? '', { PrivateNote: 'checked by Ann' });
    await office.sync();
    const end = await undone(office, run.id);
    expect(whyNot(end)).toEqual(['undo.changed']);
    expect(end.status).toBe('warning');
    const stays = inQbo(office, '90001');
    expect(stays?.privateNote).toContain('checked by Ann');
    expect(stays?.balanceCents).toBe(stays?.totalCents);
    expect(end.tieOut?.unexplainedCents).toBe(0);
  });
});

describe('what cannot be undone', () => {
  it('a payment in a bank deposit, and the invoice that it pays', async () => {
    const office = await prepared();
    await office.sync();
    await toUndepositedFunds(office);
    await workingDay(office);
    const run = await office.sync();
    const paid = inQbo(office, '90001');
    const payment = office.company
      .ledger()
      .documents.filter((doc) => doc.entity === 'Payment' && !doc.deleted)
      .at(-1);
    const { bank } = readQboLists(office.company);
    const LinkedTxn = [{ TxnId: payment?.id ?? '', TxnType: 'Payment', TxnLineId: '0' }];
    office.company.create('Deposit', {
      TxnDate: '2026-03-02',
      DepositToAccountRef: bank,
      Line: [{ Amount: (payment?.totalCents ?? 0) / 100, LinkedTxn }],
    });
    const end = await undone(office, run.id);
    expect(whyNot(end).sort()).toEqual(['undo.applied', 'undo.deposited']);
    expect(inQbo(office, '90001')).toEqual(paid);
  });

  it('a document of a period that was closed since', async () => {
    const office = await prepared();
    await office.sync();
    await workingDay(office);
    const run = await office.sync();
    const after = picture(office);
    closeBooks(office, '2026-03-02');
    const end = await undone(office, run.id);
    expect(new Set(whyNot(end))).toEqual(new Set(['undo.closed']));
    expect(picture(office)).toEqual(after);
  });

  it('an invoice that was paid since, and nothing is written where that is all', async () => {
    const office = await prepared();
    await office.sync();
    const { here } = await openTwin(office);
    enterInvoice(office, here);
    const run = await office.sync();
    office.company.payOnline(inQbo(office, '90001')?.id ?? '', 1000);
    const shown = await shownUndo(office, run.id);
    expect(shown).toMatchObject({ status: 'preview', counts: { planned: 0 } });
    expect(whyNot(shown)).toEqual(['undo.applied']);
    await office.ask['run.cancel']({ runId: shown.id });
    expect((await office.db.runs.get(run.id))?.undone).toBeUndefined();
    const stays = await office.ask['run.cannot']({ runId: shown.id });
    expect(stays).toContainEqual(expect.objectContaining({ number: '90001', type: 'invoice' }));
  });

  it('a client with a document of somebody else', async () => {
    const office = await prepared();
    const first = await office.sync();
    const made = (await office.db.journal.where('runId').equals(first.id).toArray()).find(
      ({ intent }) => intent.does === 'create' && intent.type === 'client' && intent.to === 'qbo',
    );
    const customer = made?.result?.id ?? '';
    const { qbo } = await openTwin(office);
    const item = { value: qbo.lines[0]?.codeId ?? '' };
    const SalesItemLineDetail = {
      ItemRef: item,
      TaxCodeRef: { value: qbo.lines[0]?.taxKey ?? '' },
    };
    office.company.create('Invoice', {
      CustomerRef: { value: customer },
      DocNumber: '70001',
      TxnDate: '2026-03-02',
      GlobalTaxCalculation: 'TaxExcluded',
      Line: [{ Amount: 50, DetailType: 'SalesItemLineDetail', SalesItemLineDetail }],
    });
    const end = await undone(office, first.id);
    expect(whyNot(end)).toEqual(['undo.clientInUse']);
    expect(office.company.read('Customer', customer).Active).toBe(true);
  });
});

describe('an undo', () => {
  it('is done once, and is not undone itself', async () => {
    const office = await prepared(4);
    const first = await office.sync();
    const end = await undone(office, first.id);
    const refusal = (runId: string) => office.ask['run.undo']({ runId, description: '' });
    await expect(refusal(first.id)).rejects.toMatchObject({ what: { id: 'undo.already' } });
    await expect(refusal(end.id)).rejects.toMatchObject({ what: { id: 'undo.ofUndo' } });
    const { rows } = await office.ask['run.list']({ newest: 10, with: null });
    expect(rows.filter(({ canUndo }) => canUndo)).toEqual([]);
  });

  it('that was stopped half-way is begun again, and ends as a whole one', async () => {
    const office = await prepared(4);
    const before = picture(office);
    const first = await office.sync();
    const shown = await shownUndo(office, first.id);
    let writes = 0;
    for (const site of [office.sites.tps, office.sites.qbo]) {
      site.mishap({
        when: ({ method, url }) =>
          method !== 'GET' && /invoice|payment|client|customer/.test(url) && ++writes > 3,
        times: Number.POSITIVE_INFINITY,
        instead: () => Response.json({}, { status: 422 }),
      });
    }
    const half = await approve(office, shown);
    office.sites.tps.clearMishaps();
    office.sites.qbo.clearMishaps();
    expect(half).toMatchObject({ status: 'paused', counts: { done: 3 } });
    await office.ask['run.cancel']({ runId: half.id });
    const rest = await undone(office, first.id);
    expect(rest.counts).toMatchObject({ failed: 0, skipped: 0, done: rest.counts.planned });
    expect(picture(office)).toEqual(before);
  });

  it('writes nothing before it is approved', async () => {
    const office = await prepared(4);
    const first = await office.sync();
    for (const site of [office.sites.tps, office.sites.qbo]) site.sent.length = 0;
    await shownUndo(office, first.id);
    expect(writesSeen(office)).toEqual([]);
  });
});
