/** An invoice whose tax QuickBooks rounds a cent lower, and the payments that settle it. */
import { describe, expect, it } from 'vitest';
import { accountOf, on, outstanding, payFifty, prepared, qboIdOf } from './firm-day';
import type { Office } from './office';

/** The invoice, which is 483.04 in TPS and will be 483.03 in QuickBooks. */
async function rounded() {
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
  return { office, made };
}

/** Paid by these amounts, all of it. */
function pay(office: Office, { id, clientId }: { id: number; clientId: number }, cents: number[]) {
  return cents.map((part) => {
    const amount = (part / 100).toFixed(2);
    return payFifty(office, clientId, { amount, ...on(id, amount) });
  });
}

/** QuickBooks has it as paid, the cent is named as what it is, and nothing is left to carry. */
async function isSettled(office: Office, invoiceId: number) {
  const qboId = await qboIdOf(office, 'invoice', String(invoiceId));
  expect(office.company.read('Invoice', qboId).Balance).toBe(0);
  expect(office.books.invoices.get(invoiceId).balance).toBe('0.00');
  const run = await office.sync();
  expect(run).toMatchObject({ counts: { planned: 0 }, holds: [] });
  expect(run.tieOut?.unexplainedCents).toBe(0);
  expect(
    run.tieOut?.named.map(({ cause, differenceCents }) => [cause.id, differenceCents]),
  ).toEqual([['cause.residue', 1]]);
}

describe('an invoice whose tax QuickBooks rounds a cent lower', () => {
  it.each([
    ['one payment', [48304]],
    ['two payments of one day', [24152, 24152]],
    ['a payment of all but some cents, and those', [48301, 3]],
  ])('that is paid whole by %s is paid whole there', async (_, parts) => {
    const { office, made } = await rounded();
    await office.sync();
    const there = await qboIdOf(office, 'invoice', String(made.id));
    expect([made.total, office.company.read('Invoice', there).TotalAmt]).toEqual([
      '483.04',
      483.03,
    ]);
    pay(office, made, parts);
    expect(await office.sync()).toMatchObject({ holds: [], counts: { failed: 0 } });
    await isSettled(office, made.id);
  });

  it.each([[[48304]], [[24152, 24152]]])(
    'is so, too, where it comes with its payments: %j',
    async (parts) => {
      const { office, made } = await rounded();
      pay(office, made, parts);
      expect(await office.sync()).toMatchObject({ holds: [], counts: { failed: 0 } });
      await isSettled(office, made.id);
    },
  );

  it('stays so when its payment is edited afterwards, on either side', async () => {
    const { office, made } = await rounded();
    await office.sync();
    const [payment] = pay(office, made, [48304]);
    await office.sync();
    office.books.patch('payment', payment?.id ?? 0, { description: 'thanks' });
    expect((await office.sync()).counts).toMatchObject({ done: 1, failed: 0 });
    await isSettled(office, made.id);
    const qboId = await qboIdOf(office, 'payment', String(payment?.id));
    const full = office.company.read('Payment', qboId);
    office.company.update('Payment', { ...full, PrivateNote: `${full.PrivateNote} again` });
    expect((await office.sync()).counts).toMatchObject({ done: 1, failed: 0 });
    await isSettled(office, made.id);
  });

  it('stays so in a new browser, which asks nothing', async () => {
    const { office, made } = await rounded();
    pay(office, made, [48304]);
    await office.sync();
    for (const table of office.db.tables) await table.clear();
    await office.setUp();
    await office.sync();
    await isSettled(office, made.id);
  });

  it('is paid whole again when a payment came off it and is put back', async () => {
    const { office, made } = await rounded();
    const [payment] = pay(office, made, [48304]);
    await office.sync();
    office.books.patch('payment', payment?.id ?? 0, { applications: [] });
    await office.sync();
    office.books.patch('payment', payment?.id ?? 0, on(made.id, made.total));
    expect((await office.sync()).counts.failed).toBe(0);
    await isSettled(office, made.id);
  });
});

describe('two cents that are no rounding', () => {
  it('are asked about: the payment that does not fit is not made smaller', async () => {
    const office = await prepared();
    const { model, lines } = outstanding(office);
    const made = office.books.invoices.create({
      ...{ clientId: model.clientId, code: '0', number: '97102', date: '2026-03-02', lines },
    });
    await office.sync();
    const qboId = await qboIdOf(office, 'invoice', String(made.id));
    const { CustomerRef = null } = office.company.read('Invoice', qboId);
    office.company.create('Payment', {
      ...{ CustomerRef, TotalAmt: 0.02, TxnDate: '2026-03-02' },
      DepositToAccountRef: { value: accountOf(office, 'Bank') },
      Line: [{ Amount: 0.02, LinkedTxn: [{ TxnId: qboId, TxnType: 'Invoice' }] }],
    });
    payFifty(office, model.clientId, { amount: made.total, ...on(made.id, made.total) });
    const run = await office.sync();
    expect(run.counts).toMatchObject({ planned: 0, failed: 0 });
    expect(run.holds.map(({ what }) => what.id)).toEqual([
      'conflict.overApplied',
      'conflict.overApplied',
    ]);
    expect(run.tieOut?.named.map(({ cause }) => cause.id)).not.toContain('cause.residue');
  });
});
