import { describe, expect, it } from 'vitest';
import { cents } from '../../../utils/ledger/cents';
import { isRefund } from '../../../utils/ledger/refund';
import { openRows, purchaseEffects } from '../../../utils/qbo/read/foreign';
import { purchase } from '../../../utils/qbo/schemas/foreign';

/** A purchase of 40.00 on A/R (account 84) for customer 9; `Credit` turns it round. */
function rowsOf(change: object) {
  const wire = purchase.parse({
    ...{ Id: '88', SyncToken: '0', PaymentType: 'CreditCard', TxnDate: '2026-03-02' },
    ...{ MetaData: { LastUpdatedTime: '2026-03-02T10:00:00-05:00' }, TotalAmt: 40 },
    AccountRef: { value: '42' },
    Line: [
      {
        ...{ Id: '1', Amount: 40, DetailType: 'AccountBasedExpenseLineDetail' },
        AccountBasedExpenseLineDetail: {
          ...{ AccountRef: { value: '84' }, CustomerRef: { value: '9' } },
        },
      },
    ],
    EntityRef: { type: 'Customer', value: '9' },
    ...change,
  });
  return openRows(purchaseEffects(wire, new Set(['84']), new Set()), []);
}

describe('what gives money back to a customer', () => {
  it('is an expense on A/R, settled or not', () => {
    const [row] = rowsOf({});
    expect(row && isRefund(row)).toBe(true);
    expect(row && isRefund({ ...row, openCents: cents(0) })).toBe(true);
  });

  it('is no credit of a card, even one that is settled: it lowers what he owes', () => {
    const [row] = rowsOf({ Credit: true });
    expect(row).toMatchObject({ openCents: -4_000, totalCents: 4_000, lowers: true });
    expect(row && isRefund({ ...row, openCents: cents(0) })).toBe(false);
  });
});
