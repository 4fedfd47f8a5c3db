/** The same cheque or bill keyed in both books, or twice in one: it is asked about, never doubled. */

import { describe, expect, it } from 'vitest';
import {
  answerTwin,
  carried,
  editInQbo,
  good,
  on,
  outstanding,
  payFifty,
  prepared,
  qboIdOf,
  twins,
} from './firm-day';
import { duplicatesIn, picture } from './ledgers';
import type { Office } from './office';
import { officeSetUp } from './prepared';
import type { Ran } from './world/drive';

/** Somebody keys a payment in QuickBooks. */
async function payInQbo(office: Office, customer: string, day: string, details: object = {}) {
  const bank = await office.db.mappings
    .filter(({ kind, from }) => kind === 'bank' && from === 'tps')
    .first();
  const { Id } = office.company.create('Payment', {
    CustomerRef: { value: customer },
    TxnDate: day,
    TotalAmt: 50,
    DepositToAccountRef: { value: bank?.toId ?? '' },
    Line: [],
    ...details,
  });
  return String(Id);
}

const ids = (run: Ran) => run.holds.map(({ what }) => what.id);

describe('a cheque keyed in both books, with the date of the cheque and with that of the deposit', () => {
  it.each([
    { what: 'a prepayment, 7 days apart', day: '2026-03-09', applied: false },
    { what: 'a payment of one invoice, 9 days apart', day: '2026-03-11', applied: true },
  ])('is one of each and a question: $what', async ({ day, applied }) => {
    const office = await prepared();
    const { link, invoice } = await twins(office);
    const { id } = payFifty(office, invoice.clientId, {
      reference: 'CHQ 4411',
      ...(applied ? on(invoice.id, '50.00') : {}),
    });
    const customer = await qboIdOf(office, 'client', String(invoice.clientId));
    const LinkedTxn = [{ TxnId: link.qboId, TxnType: 'Invoice' }];
    const qboId = await payInQbo(office, customer, day, {
      PaymentRefNum: '4411',
      ...(applied ? { Line: [{ Amount: 50, LinkedTxn }] } : {}),
    });
    const before = picture(office);
    const run = await office.sync();
    expect(ids(run)).toEqual(['conflict.alikePayment', 'conflict.alikePayment']);
    expect(run.counts).toMatchObject({ planned: 0, failed: 0 });
    expect(picture(office)).toEqual(before);
    await answerTwin(office, 'same');
    expect(await qboIdOf(office, 'payment', String(id))).toBe(qboId);
    await good(office);
    expect(picture(office)).toEqual(before);
  });

  it('is asked about at the very first sync as well', async () => {
    const office = await officeSetUp({ seed: 5, clients: 5, findings: 'none' });
    const paired = (await office.db.links.toArray()).find(({ type }) => type === 'client');
    if (!paired) throw new Error('no client is paired');
    payFifty(office, Number(paired.tpsId), { reference: 'CHQ 4411' });
    await payInQbo(office, paired.qboId, '2026-03-09', { PaymentRefNum: 'chq 4411' });
    const run = await office.sync();
    expect(ids(run)).toEqual(['conflict.alikePayment', 'conflict.alikePayment']);
    expect(run.counts.failed).toBe(0);
    expect(duplicatesIn(office)).toEqual([]);
  });

  it('is two where the references differ and nothing else speaks for one', async () => {
    const office = await prepared();
    const { model } = outstanding(office);
    payFifty(office, model.clientId, { reference: 'CHQ 4411' });
    const customer = await qboIdOf(office, 'client', String(model.clientId));
    await payInQbo(office, customer, '2026-03-09', { PaymentRefNum: '4412' });
    const run = await office.sync();
    expect(ids(run)).toEqual([]);
    expect(run.counts).toMatchObject({ planned: 2, done: 2 });
  });
});

describe('an invoice in both books under two numbers, six days apart', () => {
  it('is asked about where the text of a line is the same', async () => {
    const office = await prepared();
    const { qboId } = await carried(office);
    await office.db.links.filter((l) => l.type === 'invoice' && l.qboId === qboId).delete();
    editInQbo(office, 'Invoice', qboId, {
      DocNumber: '7301',
      TxnDate: '2026-03-08',
      PrivateNote: '',
    });
    const before = picture(office);
    const run = await office.sync();
    expect(ids(run)).toEqual(['conflict.alikeInvoice', 'conflict.alikeInvoice']);
    expect(picture(office)).toEqual(before);
  });
});

describe('a cheque keyed twice in one book', () => {
  it('is carried once; the second entry waits until a person says that it is money of its own', async () => {
    const office = await prepared();
    const { model } = outstanding(office);
    payFifty(office, model.clientId, { reference: 'CHQ 88' });
    await good(office);
    const second = payFifty(office, model.clientId, { reference: '0088', date: '2026-03-06' });
    const inQbo = office.company.ledger().arTotalCents;
    const run = await office.sync();
    expect(ids(run)).toEqual(['conflict.enteredTwice']);
    expect(office.company.ledger().arTotalCents).toBe(inQbo);
    await answerTwin(office, 'apart');
    expect(await qboIdOf(office, 'payment', String(second.id))).not.toBe('');
    await good(office);
    expect(office.company.ledger().arTotalCents).toBe(inQbo - 5000);
  });

  it('is carried once where both entries are new, and the earlier one is carried', async () => {
    const office = await prepared();
    const { model } = outstanding(office);
    const first = payFifty(office, model.clientId, { reference: 'CHQ 88' });
    payFifty(office, model.clientId, { reference: 'CHQ 88' });
    const run = await office.sync();
    expect(ids(run)).toEqual(['conflict.enteredTwice']);
    expect(await qboIdOf(office, 'payment', String(first.id))).not.toBe('');
  });

  it('is seen by what stands in the other book, where the first entry lacks the number', async () => {
    const office = await prepared();
    const { model } = outstanding(office);
    const { id } = payFifty(office, model.clientId);
    await good(office);
    const qboId = await qboIdOf(office, 'payment', String(id));
    // The number was added in QuickBooks, and that difference was agreed upon.
    editInQbo(office, 'Payment', qboId, { PaymentRefNum: '88' });
    await office.ask['run.sync']({ description: '' });
    await office.drive();
    office.books.patch('payment', id, { reference: '' });
    const link = await office.db.links.filter((l) => l.qboId === qboId).first();
    if (link?.base.tps.kind !== 'payment') throw new Error('no link');
    const tps = { ...link.base.tps, reference: '' };
    await office.db.links.put({ ...link, base: { ...link.base, tps } });
    payFifty(office, model.clientId, { reference: 'CHQ 88', date: '2026-03-20' });
    const run = await office.sync();
    expect(ids(run)).toEqual(['conflict.enteredTwice']);
  });

  it('is not asked about where the reference is that of a mandate, which stands on every payment', async () => {
    const office = await prepared();
    const { model } = outstanding(office);
    for (const date of ['2026-02-16', '2026-02-23', '2026-03-02']) {
      payFifty(office, model.clientId, { reference: 'PAD 7001', date });
    }
    await good(office);
  });
});
