/** One invoice, paid in both books by more together than is open of it. */
import { describe, expect, it } from 'vitest';
import { accountOf, carried, good, payFifty, prepared } from './firm-day';
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

describe('an invoice whose tax QuickBooks rounds a cent lower', () => {
  it('that is paid whole in TPS is paid whole there, and the cent is named', async () => {
    const office = await prepared({ taxRounding: 'perLine' });
    const model = office.books.invoices.all().find(({ lines }) => lines.some(({ tax1 }) => tax1));
    const line = model?.lines.find(({ tax1 }) => tax1);
    if (!model || !line) throw new Error('no taxed line');
    const { id: _, ...own } = line;
    const priced = { ...own, quantity: '1', rate: '140.04', amount: '140.04' };
    const made = office.books.invoices.create({
      ...{ clientId: model.clientId, code: '0', number: '97101', date: '2026-03-02' },
      lines: [priced, priced, priced],
    });
    await office.sync();
    const link = (await office.db.links.toArray()).find(({ tpsId }) => tpsId === String(made.id));
    const there = office.company.read('Invoice', link?.qboId ?? '');
    expect(Math.round(Number(there.TotalAmt) * 100)).toBeLessThan(
      Math.round(Number(made.total) * 100),
    );
    payFifty(office, made.clientId, {
      amount: made.total,
      applications: [{ documentType: 'invoice', documentId: made.id, amount: made.total }],
    });
    const run = await office.sync();
    expect(run.counts).toMatchObject({ done: 1, failed: 0 });
    expect(office.company.read('Invoice', link?.qboId ?? '').Balance).toBe(0);
    expect(run.tieOut?.unexplainedCents).toBe(0);
    expect((await office.sync()).counts.planned).toBe(0);
  });
});
