/** Money that goes back to a client by a cheque, and stands on A/R in QuickBooks alone. */
import { describe, expect, it } from 'vitest';
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
    const office = await prepared();
    const customerId = await customerOf(office);
    const paid = office.company.create('Payment', {
      CustomerRef: { value: customerId },
      TxnDate: '2026-03-02',
      TotalAmt: 100,
      DepositToAccountRef: { value: accountOf(office, 'Bank') },
    });
    await office.sync();
    const id = cheque(office, customerId, {
      DetailType: 'AccountBasedExpenseLineDetail',
      AccountBasedExpenseLineDetail: {
        AccountRef: { value: accountOf(office, 'Accounts Receivable') },
      },
    });
    office.company.update('Payment', {
      ...office.company.read('Payment', String(paid.Id)),
      Line: [{ Amount: 100, LinkedTxn: [{ TxnId: id, TxnType: 'Check' }] }],
    });
    const run = await office.sync();
    expect(run.findings.map(({ what }) => what)).toMatchObject([
      { values: { totalCents: 10_000, state: 'settled' } },
    ]);
  });
});
