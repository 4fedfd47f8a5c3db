/** One invoice, paid in both books by more together than is open of it. */
import { describe, expect, it } from 'vitest';
import { accountOf, carried, good, on, outstanding, payFifty, prepared, qboIdOf } from './firm-day';
import type { Office } from './office';

function inQuickBooks({ company }: Office, qboId: string, amount: number, account: string): string {
  const { CustomerRef = null } = company.read('Invoice', qboId);
  const made = company.create('Payment', {
    CustomerRef,
    TotalAmt: amount,
    DepositToAccountRef: { value: account },
    Line: [{ Amount: amount, LinkedTxn: [{ TxnId: qboId, TxnType: 'Invoice' }] }],
  });
  return String(made.Id);
}

describe('an invoice that is paid in both books, by more than is open', () => {
  it('holds both payments at the preview with the reason, and no run fails', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    const invoice = office.books.invoices.get(id);
    const part = (Number(invoice.total) * 0.6).toFixed(2);
    const paid = payFifty(office, invoice.clientId, {
      amount: part,
      applications: [{ documentType: 'invoice', documentId: id, amount: part }],
    });
    const account = accountOf(office, 'Bank');
    inQuickBooks(office, qboId, Number(part) - 1, account);
    office.clock.advance(60_000);
    const run = await office.sync();
    expect(run.counts).toMatchObject({ planned: 0, failed: 0 });
    expect(run.holds.map(({ what, side }) => [side, what.id, what.values?.system])).toEqual(
      expect.arrayContaining([
        ['tps', 'conflict.overApplied', 'qbo'],
        ['qbo', 'conflict.overApplied', 'tps'],
      ]),
    );
    expect(run.tieOut?.unexplainedCents).toBe(0);
    // Taken off the invoice in TPS, both are carried: the one stays a prepayment.
    office.books.patch('payment', paid.id, { applications: [] });
    await good(office);
  });

  it('takes the payment that fits, and holds the one behind it', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    const { clientId, total } = office.books.invoices.get(id);
    const share = (part: number) => (Number(total) * part).toFixed(2);
    const account = accountOf(office, 'Bank');
    for (const part of [0.5, 0.4]) {
      const amount = share(part);
      payFifty(office, clientId, {
        amount,
        applications: [{ documentType: 'invoice', documentId: id, amount }],
      });
    }
    inQuickBooks(office, qboId, Number(share(0.3)), account);
    office.clock.advance(60_000);
    const run = await office.sync();
    expect(run.counts).toMatchObject({ planned: 1, done: 1, failed: 0 });
    const held = run.holds.filter(({ what }) => what.id === 'conflict.overApplied');
    expect(held.map(({ side }) => side).sort()).toEqual(['qbo', 'tps']);
  });
});

/** Two carried invoices; the payment of the first went to the second, which QuickBooks has as paid. */
async function movedToPaid() {
  const office = await prepared();
  const { model, lines } = outstanding(office);
  const bill = (number: string) =>
    office.books.invoices.create({
      ...{ clientId: model.clientId, code: '0', number, date: '2026-03-02', lines },
    });
  const [left, paid] = [bill('90001'), bill('90002')];
  const payment = payFifty(office, model.clientId, {
    ...{ amount: left.total, ...on(left.id, left.total) },
  });
  await good(office);
  const qboId = await qboIdOf(office, 'invoice', String(left.id));
  const there = await qboIdOf(office, 'invoice', String(paid.id));
  inQuickBooks(office, there, Number(paid.total) - 1, accountOf(office, 'Bank'));
  office.books.patch('payment', payment.id, on(paid.id, paid.total));
  office.clock.advance(60_000);
  return { office, left, qboId, clientId: model.clientId };
}

describe('a payment that is held and was to come off another invoice', () => {
  it('leaves no room there: what was to take its place is held as well', async () => {
    const { office, left, clientId } = await movedToPaid();
    payFifty(office, clientId, { amount: '77.00', date: '2026-03-03', ...on(left.id, '77.00') });
    const run = await office.sync();
    expect(run.counts.failed).toBe(0);
    const held = run.holds.filter(({ what }) => what.id === 'conflict.overApplied');
    expect(held.map(({ what }) => what.values?.number)).toEqual(
      expect.arrayContaining(['90001', '90002']),
    );
    expect(run.tieOut?.unexplainedCents).toBe(0);
  });

  it('keeps that invoice from being voided or lowered under it', async () => {
    for (const what of ['voided', 'lowered'] as const) {
      const { office, left, qboId } = await movedToPaid();
      if (what === 'voided') office.books.invoices.void(left.id);
      else {
        const [line] = office.books.invoices.get(left.id).lines;
        const small = { ...line, quantity: '1', rate: '10.00', amount: '10.00', id: undefined };
        office.books.patch('invoice', left.id, { lines: [small] });
      }
      const run = await office.sync();
      expect(run.counts.failed).toBe(0);
      expect(run.holds.map((hold) => hold.what.id)).toContain('conflict.waitsForPayment');
      const there = office.company.read('Invoice', qboId);
      expect([String(there.TotalAmt), there.Balance]).toEqual([String(Number(left.total)), 0]);
    }
  });
});
