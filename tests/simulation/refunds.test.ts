/** Money that goes back to a client by a cheque, and stands on A/R in QuickBooks alone. */
import { describe, expect, it } from 'vitest';
import { applied, shownUndo, tied } from './converting';
import { accountOf, outstanding, prepared, qboIdOf } from './firm-day';
import type { Office } from './office';

function cheque(office: Office, customerId: string, line: object): string {
  const made = office.company.create('Purchase', {
    PaymentType: 'Check',
    AccountRef: { value: accountOf(office, 'Bank') },
    EntityRef: { type: 'Customer', value: customerId },
    TxnDate: '2026-03-02',
    Line: [{ Amount: 100, ...line }],
  });
  return String(made.Id);
}

const customerOf = async (office: Office) =>
  qboIdOf(office, 'client', String(outstanding(office).model.clientId));

describe('a cheque to a customer', () => {
  it.each(['changes', 'everything'])(
    'that posts to A/R by its item is named, read by %s',
    async (how) => {
      const office = await prepared();
      const customerId = await customerOf(office);
      const receivable = { value: accountOf(office, 'Accounts Receivable') };
      const item = office.company.create('Item', {
        Name: 'Refund to client',
        Type: 'Service',
        IncomeAccountRef: receivable,
        ExpenseAccountRef: receivable,
      });
      const detail = { ItemRef: { value: String(item.Id) }, CustomerRef: { value: customerId } };
      cheque(office, customerId, {
        DetailType: 'ItemBasedExpenseLineDetail',
        ItemBasedExpenseLineDetail: { ...detail, Qty: 1, UnitPrice: 100 },
      });
      if (how === 'everything') {
        await office.db.pairs.toCollection().modify((pair) => {
          pair.watermarks.qbo = null;
        });
      }
      const run = await office.sync();
      expect(run.findings).toMatchObject([
        { rule: 'depositOrCheque', amountCents: 10_000, subject: { kind: 'cheque' } },
      ]);
      expect(run.tieOut?.unexplainedCents).toBe(0);
    },
  );

  it('that is applied to what he had overpaid is told with its real amount', async () => {
    const { office } = await refunded();
    const run = await office.sync();
    expect(run.findings.map(({ what }) => what)).toMatchObject([
      { values: { totalCents: 10_000, state: 'settled' } },
    ]);
  });

  it('is taken into TPS: an adjustment increase with the prepayment attached', async () => {
    const { office, chequeId, paidId } = await refunded();
    await office.sync();
    const [need] = (await office.ask['app.get']({})).needs;
    expect(need?.actions[0]).toEqual({ do: 'take', foreignType: 'cheque', id: chequeId });
    const there = office.company.ledger().documents;
    office.clock.advance(60_000);
    await office.ask['foreign.take']({ foreignType: 'cheque', id: chequeId });
    expect(await office.drive()).toMatchObject({ status: 'success', counts: { done: 2 } });
    const made = office.books.adjustments.all().at(-1);
    expect(made).toMatchObject({ direction: 'increase', amount: '100.00', status: 'posted' });
    expect(made?.description).toMatch(new RegExp(`\\[QBO#\\w{7} cheque ${chequeId}\\]$`));
    const link = (await office.db.links.toArray()).find(({ qboId }) => qboId === paidId);
    const payment = office.books.payments.get(Number(link?.tpsId));
    expect(
      payment?.applications.map((one) => [one.documentType, one.documentId, Number(one.amount)]),
    ).toEqual([['adjustment', made?.id, 100]]);
    expect(office.company.ledger().documents).toEqual(there);
    await tied(office);
    // Another browser of the firm knows it by its tag.
    for (const table of office.db.tables) await table.clear();
    await office.setUp();
    const elsewhere = await office.sync();
    expect(elsewhere).toMatchObject({ findings: [], status: 'success', counts: { failed: 0 } });
    expect(office.books.adjustments.all().at(-1)?.id).toBe(made?.id);
  });

  it('that was taken is never changed from TPS, and one that changes in QuickBooks changes there', async () => {
    const { office, chequeId } = await refunded();
    await office.sync();
    await office.ask['foreign.take']({ foreignType: 'cheque', id: chequeId });
    await office.drive();
    const made = office.books.adjustments.all().at(-1);
    if (!made) throw new Error('no adjustment');
    office.books.patch('adjustment', made.id, { description: 'Given back' });
    office.clock.advance(60_000);
    const held = await office.sync();
    expect(held.holds.map(({ what }) => what.id)).toContain('conflict.refundThere');
    office.company.update('Purchase', {
      ...office.company.read('Purchase', chequeId),
      PrivateNote: 'Sent by courier',
    });
    office.clock.advance(60_000);
    const both = await office.sync();
    expect(office.company.read('Purchase', chequeId).PrivateNote).toBe('Sent by courier');
    expect(both.holds.map(({ what }) => what.id)).toContain('conflict.bothChanged');
  });

  it.each(['edited', 'void', 'deleted'] as const)(
    'whose adjustment was %s in TPS is made whole there again where a person says so',
    async (what) => {
      const { office, chequeId } = await refunded();
      await office.sync();
      await office.ask['foreign.take']({ foreignType: 'cheque', id: chequeId });
      await office.drive();
      const made = office.books.adjustments.all().at(-1);
      if (!made) throw new Error('no adjustment');
      for (const payment of office.books.payments.all()) {
        if (payment.applications.some(({ documentId }) => documentId === made.id)) {
          office.books.patch('payment', payment.id, { applications: [] });
        }
      }
      if (what === 'edited') office.books.patch('adjustment', made.id, { description: 'Hm' });
      if (what === 'void') office.books.adjustments.void(made.id);
      if (what === 'deleted') office.books.adjustments.remove(made.id);
      office.clock.advance(60_000);
      await office.sync();
      const { needs } = await office.ask['app.get']({});
      const asked = needs.find((one) => one.what.id === 'conflict.refundThere');
      const rule = asked?.actions.find((one) => one.do === 'rule');
      if (rule?.do !== 'rule') throw new Error('no answer is offered');
      expect(rule.ruling).toBe('qboWins');
      await office.ask['ruling.set']({ recordKey: rule.recordKey, ruling: rule.ruling });
      office.clock.advance(60_000);
      await office.drive();
      const last = office.books.adjustments.all().at(-1);
      expect(last).toMatchObject({ amount: '100.00', status: 'posted', direction: 'increase' });
      expect(last?.description).not.toContain('Hm');
      expect(last?.id === made.id).toBe(what === 'edited');
      office.clock.advance(60_000);
      expect((await office.sync()).holds.map((hold) => hold.what.id)).toEqual([]);
    },
  );

  it('that was taken and is deleted in QuickBooks is voided in TPS', async () => {
    const { office, chequeId, paidId } = await refunded();
    await office.sync();
    await office.ask['foreign.take']({ foreignType: 'cheque', id: chequeId });
    await office.drive();
    office.company.update('Payment', { ...office.company.read('Payment', paidId), Line: [] });
    const { SyncToken = '0' } = office.company.read('Purchase', chequeId);
    office.company.remove('Purchase', { Id: chequeId, SyncToken });
    office.clock.advance(60_000);
    await office.sync();
    expect(office.books.adjustments.all().at(-1)).toMatchObject({ status: 'void' });
    await tied(office);
  });

  it('and a prepayment that is attached to it in TPS are attached in QuickBooks', async () => {
    const { office, chequeId, customerId } = await refunded();
    await office.sync();
    await office.ask['foreign.take']({ foreignType: 'cheque', id: chequeId });
    await office.drive();
    // A second refund, not yet applied; its prepayment is attached in TPS.
    const second = cheque(office, customerId, onReceivable(office));
    const paid = office.company.create('Payment', {
      CustomerRef: { value: customerId },
      TxnDate: '2026-03-03',
      TotalAmt: 100,
      DepositToAccountRef: { value: accountOf(office, 'Bank') },
    });
    office.clock.advance(60_000);
    await office.sync();
    await office.ask['foreign.take']({ foreignType: 'cheque', id: second });
    await office.drive();
    await office.sync();
    const made = office.books.adjustments.all().at(-1);
    const links = await office.db.links.toArray();
    const payment = links.find(
      ({ type, qboId }) => type === 'payment' && qboId === String(paid.Id),
    );
    if (!made || !payment) throw new Error('not carried');
    office.books.patch('payment', Number(payment.tpsId), {
      applications: [{ documentType: 'adjustment', documentId: made.id, amount: '100.00' }],
    });
    office.clock.advance(60_000);
    const run = await office.sync();
    expect(run).toMatchObject({ status: 'success', counts: { done: 1, failed: 0 } });
    expect(office.company.read('Payment', String(paid.Id)).Line).toMatchObject([
      { Amount: 100, LinkedTxn: [{ TxnId: second, TxnType: 'Check' }] },
    ]);
    await tied(office);
  });

  it('that was taken can be undone: the prepayment is one again, and the client waits', async () => {
    const { office, chequeId, paidId } = await refunded();
    await office.sync();
    await office.ask['foreign.take']({ foreignType: 'cheque', id: chequeId });
    const taken = await office.drive();
    office.clock.advance(60_000);
    const undone = await applied(office, await shownUndo(office, taken));
    expect(undone).toMatchObject({ counts: { failed: 0, skipped: 0 } });
    const left = office.books.adjustments.all().filter(({ status }) => status === 'posted');
    expect(left.map(({ direction }) => direction)).not.toContain('increase');
    const link = (await office.db.links.toArray()).find(({ qboId }) => qboId === paidId);
    expect(office.books.payments.get(Number(link?.tpsId))).toMatchObject({ unapplied: '100.00' });
    expect((await office.sync()).findings.map(({ rule }) => rule)).toEqual(['depositOrCheque']);
  });

  it.each([
    ['another amount', '99.00'],
    ['another client', '100.00'],
  ])('is not taken by its tag on an adjustment of %s', async (_, amount) => {
    const { office, chequeId } = await refunded();
    await office.sync();
    await office.ask['foreign.take']({ foreignType: 'cheque', id: chequeId });
    const taken = await office.drive();
    const made = office.books.adjustments.all().at(-1);
    office.clock.advance(60_000);
    await applied(office, await shownUndo(office, taken));
    const { model } = outstanding(office);
    const other = office.books.clients.all().find(({ id }) => id !== model.clientId);
    office.books.adjustments.create({
      ...{ clientId: (amount === '99.00' ? model.clientId : other?.id) ?? 0, amount },
      ...{ date: '2026-03-02', direction: 'increase' },
      description: made?.description ?? '',
    });
    office.clock.advance(60_000);
    const run = await office.sync();
    expect(run.findings.map(({ rule }) => rule)).toContain('depositOrCheque');
  });

  it('that is no refund is refused', async () => {
    const { office } = await refunded();
    await office.sync();
    await expect(
      office.ask['foreign.take']({ foreignType: 'expense', id: '999999' }),
    ).rejects.toMatchObject({ what: { id: 'convert.notARefund' } });
  });
});

const onReceivable = (office: Office) => ({
  DetailType: 'AccountBasedExpenseLineDetail',
  AccountBasedExpenseLineDetail: {
    AccountRef: { value: accountOf(office, 'Accounts Receivable') },
  },
});

/** A client had overpaid by 100.00, which both books have; a cheque in QuickBooks gives it back. */
async function refunded() {
  const office = await prepared();
  const customerId = await customerOf(office);
  const paid = office.company.create('Payment', {
    CustomerRef: { value: customerId },
    TxnDate: '2026-03-02',
    TotalAmt: 100,
    DepositToAccountRef: { value: accountOf(office, 'Bank') },
  });
  await office.sync();
  const chequeId = cheque(office, customerId, onReceivable(office));
  const paidId = String(paid.Id);
  office.company.update('Payment', {
    ...office.company.read('Payment', paidId),
    Line: [{ Amount: 100, LinkedTxn: [{ TxnId: chequeId, TxnType: 'Check' }] }],
  });
  office.clock.advance(60_000);
  return { office, customerId, chequeId, paidId };
}
