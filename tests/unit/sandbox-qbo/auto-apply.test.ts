import { describe, expect, it } from 'vitest';
import type { JsonObject, QboCompany } from '../../sandbox/qbo';
import { customer, handle, invoice, line, pay, start, text } from './fixture';

function prefer(company: QboCompany, SalesFormsPrefs: JsonObject): void {
  const prefs = handle(company.read('Preferences', '1'));
  company.update('Preferences', { ...prefs, sparse: true, SalesFormsPrefs });
}

describe('credits that apply themselves', () => {
  it('pay a new invoice from credit memos that wait (AutoApplyCredit)', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const memo = company.create('CreditMemo', {
      CustomerRef: { value: amy },
      Line: [line(company, { amount: 40 })],
    });
    prefer(company, { AutoApplyCredit: true });
    const bill = invoice(company, amy, 100);
    expect(bill).toMatchObject({
      Balance: 60,
      SyncToken: '1',
      LinkedTxn: [{ TxnType: 'Payment' }],
    });
    expect(company.read('CreditMemo', text(memo, 'Id'))).toMatchObject({ RemainingCredit: 0 });
    const { arTotalCents, arControlCents } = company.ledger();
    expect([arTotalCents, arControlCents]).toEqual([6000, 6000]);
  });

  it('let a payment go to the oldest open invoices (AutoApplyPayments)', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const later = invoice(company, amy, 100, { TxnDate: '2026-02-10' });
    const sooner = invoice(company, amy, 30, { TxnDate: '2026-02-01' });
    prefer(company, { AutoApplyPayments: true });
    const paid = pay(company, amy, 50, []);
    expect(paid).toMatchObject({ UnappliedAmt: 0, Line: [{ Amount: 30 }, { Amount: 20 }] });
    expect(company.read('Invoice', text(sooner, 'Id')).Balance).toBe(0);
    expect(company.read('Invoice', text(later, 'Id')).Balance).toBe(80);
    const more = pay(company, amy, 100, []);
    expect(more).toMatchObject({ UnappliedAmt: 20 });
    expect(company.ledger().arTotalCents).toBe(-2000);
  });

  it('are left alone otherwise', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    invoice(company, amy, 100);
    expect(pay(company, amy, 50, [])).toMatchObject({ UnappliedAmt: 50, Line: [] });
  });
});
