/** The same document entered in both books by two people, under other numbers or dates. */
import { describe, expect, it } from 'vitest';
import type { NeedAction } from '../../utils/views/views';
import { carried, editInQbo, good, outstanding, payFifty, prepared, qboIdOf } from './firm-day';
import { duplicatesIn, picture } from './ledgers';
import type { Office } from './office';
import { officeSetUp } from './prepared';

/** The same invoice in both books: in QuickBooks under its own number and dated `day`. */
async function enteredTwice(office: Office, day: string): Promise<{ id: number; qboId: string }> {
  // Made by the sync, so that both say the same; then nobody knows that they are twins.
  const { id, qboId } = await carried(office);
  await office.db.links.filter((l) => l.type === 'invoice' && l.qboId === qboId).delete();
  editInQbo(office, 'Invoice', qboId, { DocNumber: 'Q-77', TxnDate: day, PrivateNote: '' });
  return { id, qboId };
}

/** The answers that a person is offered, by what they say. */
async function answers(office: Office) {
  const { needs } = await office.ask['app.get']({});
  const actions = needs.flatMap((need): NeedAction[] => need.actions);
  const twin = (ruling: 'same' | 'apart') => {
    const found = actions.find((one) => one.do === 'twin' && one.ruling === ruling);
    if (found?.do !== 'twin') throw new Error(`nobody is asked: ${ruling}`);
    const { recordKey, other } = found;
    return async () => {
      await office.ask['ruling.twin']({ recordKey, other, ruling });
      await office.drive();
    };
  };
  return { same: twin('same'), apart: twin('apart') };
}

describe('an invoice that stands in both books under two numbers', () => {
  it('is not created a second time; once a person says so, the two are linked', async () => {
    const office = await prepared();
    const { id, qboId } = await enteredTwice(office, '2026-03-04');
    const before = picture(office);
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id)).toEqual([
      'conflict.alikeInvoice',
      'conflict.alikeInvoice',
    ]);
    expect(picture(office)).toEqual(before);
    // Two documents, one question.
    expect((await office.ask['app.get']({})).needs).toHaveLength(1);
    await (await answers(office)).same();
    expect(await qboIdOf(office, 'invoice', String(id))).toBe(qboId);
    await good(office);
    expect(picture(office)).toEqual(before);
    expect(office.books.invoices.get(id).number).toBe('90001');
  });

  it('is created on both sides once a person says that they are two', async () => {
    const office = await prepared();
    const { qboId } = await enteredTwice(office, '2026-03-04');
    await office.sync();
    await (await answers(office)).apart();
    await good(office);
    const numbers = office.books.invoices.all().map(({ code, number }) => `${code} ${number}`);
    expect(numbers).toContain('Q 77');
    expect(office.company.ledger().documents.map(({ docNumber }) => docNumber)).toContain('90001');
    expect(office.company.read('Invoice', qboId).DocNumber).toBe('Q-77');
  });

  it('is asked about again when one of the two changed since the answer', async () => {
    const office = await prepared();
    const { qboId } = await enteredTwice(office, '2026-03-04');
    await office.sync();
    const { apart } = await answers(office);
    const { model } = outstanding(office);
    // Held for another reason meanwhile, so that the answer is not carried out at once.
    await office.ask['client.exclude']({
      side: 'tps',
      clientId: String(model.clientId),
      reason: 'a minute',
    });
    await apart();
    editInQbo(office, 'Invoice', qboId, { PrivateNote: 'The same as in TPS?' });
    await office.ask['client.include']({ side: 'tps', clientId: String(model.clientId) });
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id)).toContain('conflict.alikeInvoice');
  });

  it('is asked about when a week lies between them, for they say the same', async () => {
    const office = await prepared();
    await enteredTwice(office, '2026-03-09');
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id)).toEqual([
      'conflict.alikeInvoice',
      'conflict.alikeInvoice',
    ]);
  });

  it('is two invoices when three weeks lie between them', async () => {
    const office = await prepared();
    await enteredTwice(office, '2026-03-23');
    const run = await office.sync();
    expect(run.groups.map(({ to, verb, count }) => `${verb} ${count} in ${to}`)).toEqual([
      'create 1 in qbo',
      'create 1 in tps',
    ]);
    expect(run.holds).toEqual([]);
  });
});

describe('what a person said about two documents', () => {
  const total = ({ books, company }: Office) => [
    books.ledger().arTotalCents,
    company.ledger().arTotalCents,
  ];

  it('is about these two: a third one like them is asked about before anything is created', async () => {
    const office = await prepared();
    const a = await carried(office, '90001');
    const b = await carried(office, '90002');
    await office.db.links
      .filter(({ type, qboId }) => type === 'invoice' && [a.qboId, b.qboId].includes(qboId))
      .delete();
    office.books.invoices.remove(b.id);
    const PrivateNote = '';
    editInQbo(office, 'Invoice', a.qboId, {
      DocNumber: 'Q-77',
      TxnDate: '2026-03-04',
      PrivateNote,
    });
    editInQbo(office, 'Invoice', b.qboId, {
      DocNumber: 'Q-78',
      TxnDate: '2026-03-03',
      PrivateNote,
    });
    await office.sync();
    const [, inQbo] = total(office);
    await (await answers(office)).apart();
    // Q-78 is new in TPS; 90001 may still be Q-77.
    expect(total(office)[1]).toBe(inQbo);
    const asked = await office.sync();
    expect(asked.holds.map(({ what }) => what.id)).toContain('conflict.alikeInvoice');
    await (await answers(office)).same();
    await good(office);
    expect(total(office)).toEqual([inQbo, inQbo]);
    expect(await qboIdOf(office, 'invoice', String(a.id))).toBe(a.qboId);
    expect(duplicatesIn(office)).toEqual([]);
  });

  it('never creates them, though one was edited before the answer: they are asked about again', async () => {
    const office = await prepared();
    const { id, qboId } = await enteredTwice(office, '2026-03-04');
    await office.sync();
    const { same } = await answers(office);
    editInQbo(office, 'Invoice', qboId, { TxnDate: '2026-03-20' });
    office.clock.advance(60_000);
    const before = total(office);
    await same();
    expect(total(office)).toEqual(before);
    const asked = await office.sync();
    expect(asked.holds.map(({ what }) => what.id)).toEqual([
      'conflict.saidSame',
      'conflict.saidSame',
    ]);
    expect(total(office)).toEqual(before);
    await (await answers(office)).same();
    expect(await qboIdOf(office, 'invoice', String(id))).toBe(qboId);
    await good(office);
  });

  it('is taken back with the run that it started', async () => {
    const office = await prepared();
    await enteredTwice(office, '2026-03-04');
    await office.sync();
    await (await answers(office)).apart();
    const runs = await office.db.runs.toArray();
    const run = runs.sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
    office.clock.advance(60_000);
    await office.ask['run.undo']({ runId: run?.id ?? '', description: 'undo' });
    const { id: runId, planHash, brakes } = await office.drive();
    const confirmed = brakes.map((brake) => brake.id);
    await office.ask['run.apply']({ runId, planHash: planHash ?? '', confirmed });
    await office.drive();
    office.clock.advance(60_000);
    const again = await office.sync();
    expect(again.holds.map(({ what }) => what.id)).toContain('conflict.alikeInvoice');
  });

  it('is not needed where one is removed from the sync: the other is not created beside it', async () => {
    const office = await prepared();
    await enteredTwice(office, '2026-03-04');
    await office.sync();
    const { needs } = await office.ask['app.get']({});
    const ignore = needs.flatMap((need) => need.actions).find((one) => one.do === 'ignore');
    if (ignore?.do !== 'ignore') throw new Error('nothing to remove');
    const before = total(office);
    await office.ask['entry.ignore']({ entryId: ignore.entryId, reason: 'is there already' });
    const run = await office.sync();
    expect(run.counts.planned).toBe(0);
    expect(total(office)).toEqual(before);
  });

  it('is asked on where the two payments are applied to different invoices', async () => {
    const office = await prepared();
    const { model } = outstanding(office);
    const a = await carried(office, '90001');
    const b = await carried(office, '90002');
    const { id } = payFifty(office, model.clientId, {
      applications: [{ documentType: 'invoice', documentId: a.id, amount: '50.00' }],
    });
    await good(office);
    const qboId = await qboIdOf(office, 'payment', String(id));
    await office.db.links.filter((l) => l.type === 'payment' && l.qboId === qboId).delete();
    editInQbo(office, 'Payment', qboId, {
      TxnDate: '2026-03-05',
      PrivateNote: '',
      Line: [{ Amount: 50, LinkedTxn: [{ TxnId: b.qboId, TxnType: 'Invoice' }] }],
    });
    await office.sync();
    await (await answers(office)).same();
    const asked = await office.sync();
    expect(asked.holds.map(({ what }) => what.id)).toContain('conflict.bothChanged');
    await office.ask['ruling.set']({ recordKey: `tps:payment:${id}`, ruling: 'tpsWins' });
    await office.drive();
    await good(office);
  });
});

describe('a payment that was entered in both books on different days', () => {
  it('is held, and linked once a person says that it is one', async () => {
    const office = await prepared();
    const { model } = outstanding(office);
    const { id } = payFifty(office, model.clientId);
    await good(office);
    const qboId = await qboIdOf(office, 'payment', String(id));
    await office.db.links.filter((l) => l.type === 'payment' && l.qboId === qboId).delete();
    editInQbo(office, 'Payment', qboId, { TxnDate: '2026-03-05', PrivateNote: '' });
    const before = picture(office);
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id)).toEqual([
      'conflict.alikePayment',
      'conflict.alikePayment',
    ]);
    await (await answers(office)).same();
    await good(office);
    expect(picture(office)).toEqual(before);
    expect(office.books.payments.get(id).date).toBe('2026-03-02');
  });
});

describe('a document that was there before the first sync, and has no link', () => {
  it('is not created unless a person says so: another browser may have linked it', async () => {
    const office = await officeSetUp({ seed: 5, clients: 12, findings: 'none' });
    await good(office);
    const link = (await office.db.links.toArray()).find(
      ({ type, base: { tps, qbo } }) =>
        type === 'invoice' && tps.marker === null && qbo.marker === null,
    );
    if (!link) throw new Error('nothing was matched');
    // It was linked without a write, so it has no marker; by now it looks like no other.
    await office.db.links.delete(link.key);
    editInQbo(office, 'Invoice', link.qboId, { DocNumber: 'Q-78', TxnDate: '2025-12-01' });
    const before = picture(office);
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id)).toEqual(['hold.before', 'hold.before']);
    expect(picture(office)).toEqual(before);
    const { needs } = await office.ask['app.get']({});
    const [create] = needs.flatMap((need) => need.actions).filter((one) => one.do === 'twin');
    if (create?.do !== 'twin') throw new Error('nobody is asked');
    expect(create.other).toBeNull();
    const { recordKey, ruling } = create;
    await office.ask['ruling.twin']({ recordKey, other: null, ruling });
    await office.drive();
    expect(picture(office)).not.toEqual(before);
  });
});

describe('two invoices of one number, with different amounts', () => {
  it('are linked when a person says that they are one, who then says which is right', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    await office.db.links.filter((l) => l.type === 'invoice' && l.qboId === qboId).delete();
    editInQbo(office, 'Invoice', qboId, { PrivateNote: '' });
    const { lines } = office.books.invoices.get(id);
    const [first, ...rest] = lines;
    const line = { ...first, quantity: '1', rate: '9.00', amount: '9.00' };
    office.books.patch('invoice', id, { lines: [line, ...rest] });
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id)).toContain('conflict.numberOtherAmount');
    const { needs } = await office.ask['app.get']({});
    const [same] = needs.flatMap((need) => need.actions).filter((one) => one.do === 'twin');
    if (same?.do !== 'twin') throw new Error('nobody is asked');
    const { recordKey, other, ruling } = same;
    await office.ask['ruling.twin']({ recordKey, other, ruling });
    await office.drive();
    const asked = await office.sync();
    expect(asked.holds.map(({ what }) => what.id)).toContain('conflict.bothChanged');
    await office.ask['ruling.set']({ recordKey: `tps:invoice:${id}`, ruling: 'tpsWins' });
    await office.drive();
    await good(office);
    expect(duplicatesIn(office)).toEqual([]);
  });
});
