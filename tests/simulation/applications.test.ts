/** Applications that swap, move and come off, and the invoices that they are on. */
import { describe, expect, it } from 'vitest';
import { carried, good, on, prepared, qboIdOf, twoPaid } from './firm-day';

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

  it.each([true, false])(
    'that come off leave no old balance behind, and nothing is read whole (stamps move: %s)',
    async (paymentStampsTarget) => {
      const office = await prepared({ paymentStampsTarget });
      const { onA, onB } = await twoPaid(office);
      // What was just entered is read once more.
      office.clock.advance(15 * 60_000);
      await good(office);
      office.clock.advance(15 * 60_000);
      office.books.payments.setApplications(onA.id, { applications: [] });
      office.books.payments.remove(onB.id);
      office.sites.qbo.sent.length = 0;
      await good(office);
      const said = office.sites.qbo.sent.map(({ url, body }) => `${url} ${body}`);
      expect(said.filter((text) => /FROM.Payment.ORDERBY/.test(text))).toEqual([]);
      const invoices = await office.db.mirror
        .filter(({ side, kind }) => side === 'qbo' && kind === 'invoice')
        .toArray();
      const known = invoices.map(({ id, record }) => [
        id,
        record.kind === 'invoice' ? record.balanceCents : null,
      ]);
      expect(known.length).toBeGreaterThan(2);
      expect(known).toEqual(
        invoices.map(({ id }) => [
          id,
          Math.round(100 * Number(office.company.read('Invoice', id).Balance)),
        ]),
      );
    },
  );

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

describe('an application', () => {
  it('an invoice that was voided while money came in on the other side is left to a person', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    office.company.payOnline(qboId, 3000);
    office.books.invoices.void(id);
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id)).toContain('conflict.paidThere');
    const there = office.company.ledger().documents.find((doc) => doc.id === qboId);
    expect(there?.voided).toBe(false);
  });

  it('a payment waits for its invoice, and is put on it again when that is written anew', async () => {
    const office = await prepared({ removeLinked: 'unlink' });
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
