import { describe, expect, it } from 'vitest';
import { objectsAt } from '../../sandbox/qbo/json';
import {
  customer,
  faultOf,
  handle,
  idOf,
  invoice,
  journal,
  line,
  pay,
  start,
  text,
} from './fixture';

describe('payments', () => {
  it('lower the invoice, bump it, and show lines as recorded', () => {
    const { company, qbo } = start();
    const amy = customer(company, 'Amy');
    const bill = invoice(company, amy, 459, { DocNumber: '1021' });
    const id = text(bill, 'Id');
    const made = pay(company, amy, 220, [['Invoice', id, 220]]);
    expect(made).toMatchObject({ TotalAmt: 220, UnappliedAmt: 0, ProcessPayment: false });
    expect(made.DepositToAccountRef).toEqual({
      value: idOf(company, 'Account', 'Undeposited Funds'),
    });
    const [first] = objectsAt(made, 'Line');
    expect(first).toMatchObject({ Amount: 220, LinkedTxn: [{ TxnId: id, TxnType: 'Invoice' }] });
    const values = JSON.stringify(first?.LineEx);
    for (const part of [
      '"txnOpenBalance","Value":"459.00"',
      '"txnReferenceNumber","Value":"1021"',
    ]) {
      expect(values).toContain(part);
    }
    expect(company.read('Invoice', id)).toMatchObject({
      Balance: 239,
      SyncToken: '1',
      LinkedTxn: [{ TxnId: text(made, 'Id'), TxnType: 'Payment' }],
    });
    qbo.switches.paymentBumpsSyncToken = false;
    pay(company, amy, 9, [['Invoice', id, 9]]);
    expect(company.read('Invoice', id)).toMatchObject({ Balance: 230, SyncToken: '1' });
  });

  it('keep what is not applied', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const bill = invoice(company, amy, 50);
    const made = pay(company, amy, 80, [['Invoice', text(bill, 'Id'), 50]]);
    expect(made.UnappliedAmt).toBe(30);
    expect(company.read('Customer', amy).Balance).toBe(-30);
  });

  it('refuse too much, another customer, nothing and wrong accounts', () => {
    const { company, qbo } = start();
    const amy = customer(company, 'Amy');
    const bill = text(invoice(company, amy, 50), 'Id');
    const child = customer(company, 'Job', { Job: true, ParentRef: { value: amy } });
    const other = customer(company, 'Bill');
    const foreign = text(invoice(company, other, 50), 'Id');
    const below = text(invoice(company, child, 50), 'Id');
    const into = (name: string) => ({
      DepositToAccountRef: { value: idOf(company, 'Account', name) },
    });
    const before = company.ledger();
    const attempts: readonly (readonly [string, () => unknown])[] = [
      ['6000', () => pay(company, amy, 60, [['Invoice', bill, 51]])],
      [
        '6000',
        () =>
          pay(company, amy, 50, [
            ['Invoice', bill, 30],
            ['Invoice', bill, 20.01],
          ]),
      ],
      ['6000', () => pay(company, amy, 10, [['Invoice', bill, 20]])],
      ['6000', () => pay(company, amy, 10, [['Invoice', '999', 10]])],
      ['6000', () => pay(company, amy, -1, [])],
      ['620', () => pay(company, amy, 10, [['Invoice', foreign, 10]])],
      ['620', () => pay(company, amy, 10, [['Invoice', below, 10]])],
      ['2170', () => pay(company, amy, 10, [['Estimate', bill, 10]])],
      ['2020', () => company.create('Payment', { CustomerRef: { value: amy } })],
      ['6430', () => pay(company, amy, 10, [], into('Bad debt expense'))],
      ['6430', () => pay(company, amy, 10, [], into('Corporate credit card'))],
      ['2500', () => pay(company, amy, 10, [], { PaymentMethodRef: { value: '99' } })],
      ['2050', () => pay(company, amy, 10, [], { PaymentRefNum: 'x'.repeat(22) })],
    ];
    for (const [code, attempt] of attempts) expect(faultOf(attempt).code).toBe(code);
    expect(company.ledger()).toEqual(before);
    pay(company, amy, 10, [], into('Write-off clearing'));
    qbo.switches.parentPaysChild = 'allowed';
    pay(company, amy, 50, [['Invoice', below, 50]]);
    expect(company.read('Customer', child).Balance).toBe(0);
    expect(company.read('Invoice', below).Balance).toBe(0);
  });

  it('of 0.00 apply a credit memo or a journal entry', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const bill = text(invoice(company, amy, 100), 'Id');
    const memo = text(
      company.create('CreditMemo', {
        CustomerRef: { value: amy },
        Line: [line(company, { amount: 30 })],
      }),
      'Id',
    );
    const entry = text(
      journal(company, [
        ['Debit', 'Bad debt expense', 25],
        ['Credit', 'Accounts Receivable (A/R)', 25, amy],
      ]),
      'Id',
    );
    pay(company, amy, 0, [
      ['Invoice', bill, 30],
      ['CreditMemo', memo, 30],
    ]);
    pay(company, amy, 0, [
      ['Invoice', bill, 25],
      ['JournalEntry', entry, 25],
    ]);
    expect(company.read('Invoice', bill).Balance).toBe(45);
    expect(company.read('CreditMemo', memo)).toMatchObject({
      RemainingCredit: 0,
      Balance: 0,
      SyncToken: '1',
    });
    expect(company.ledger()).toMatchObject({ arTotalCents: 4500, arControlCents: 4500 });
    const more = () =>
      pay(company, amy, 0, [
        ['Invoice', bill, 1],
        ['CreditMemo', memo, 1],
      ]);
    expect(faultOf(more).code).toBe('6000');
  });

  it('settle a journal entry that charges the customer', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const entry = journal(company, [
      ['Debit', 'Accounts Receivable (A/R)', 15, amy],
      ['Credit', 'Finance charge income', 15],
    ]);
    expect(company.read('Customer', amy).Balance).toBe(15);
    pay(company, amy, 15, [['JournalEntry', text(entry, 'Id'), 15]]);
    expect(company.ledger()).toMatchObject({ arTotalCents: 0, arControlCents: 0 });
  });

  it('keep their lines on a sparse update without Line, lose them on a full one', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const bill = text(invoice(company, amy, 50), 'Id');
    const made = pay(company, amy, 50, [['Invoice', bill, 50]]);
    const noted = company.update('Payment', { ...handle(made), sparse: true, PrivateNote: 'x' });
    expect(noted).toMatchObject({ UnappliedAmt: 0, PrivateNote: 'x' });
    expect(company.read('Invoice', bill).SyncToken).toBe('1');
    const full = { ...handle(noted), CustomerRef: { value: amy }, TotalAmt: 50 };
    expect(company.update('Payment', full)).toMatchObject({ UnappliedAmt: 50, Line: [] });
    expect(company.read('Invoice', bill)).toMatchObject({ Balance: 50, SyncToken: '2' });
  });

  it('give the balance back when voided or deleted', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const bill = text(invoice(company, amy, 50), 'Id');
    const first = pay(company, amy, 20, [['Invoice', bill, 20]]);
    const second = pay(company, amy, 30, [['Invoice', bill, 30]]);
    const voided = company.void('Payment', handle(first));
    expect(voided).toMatchObject({ TotalAmt: 0, UnappliedAmt: 0, PrivateNote: 'Voided', Line: [] });
    expect(company.read('Invoice', bill).Balance).toBe(20);
    company.remove('Payment', handle(second));
    expect(company.read('Invoice', bill)).toMatchObject({ Balance: 50, LinkedTxn: [] });
  });

  it('are set free when their invoice shrinks, or keep it from shrinking', () => {
    const { company, qbo } = start();
    const amy = customer(company, 'Amy');
    const bill = text(invoice(company, amy, 100), 'Id');
    const paid = text(pay(company, amy, 100, [['Invoice', bill, 100]]), 'Id');
    const shrink = (amount: number) =>
      company.update('Invoice', {
        ...handle(company.read('Invoice', bill)),
        sparse: true,
        Line: [line(company, { amount })],
      });
    qbo.switches.lowerBelowPaid = 'unapply';
    expect(shrink(70)).toMatchObject({ TotalAmt: 70, Balance: 0, SyncToken: '2' });
    expect(company.read('Payment', paid)).toMatchObject({ UnappliedAmt: 30 });
    qbo.switches.lowerBelowPaid = 'refuse';
    expect(faultOf(() => shrink(60)).code).toBe('6000');
    expect(company.read('Invoice', bill).TotalAmt).toBe(70);
  });

  it('are booked by the system when a customer pays online', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const bill = text(invoice(company, amy, 100), 'Id');
    const made = company.payOnline(bill, 4000);
    expect(made.PaymentMethodRef).toEqual({
      value: idOf(company, 'PaymentMethod', 'QuickBooks Payments'),
    });
    expect(company.read('Invoice', bill).Balance).toBe(60);
    company.payOnline(bill);
    expect(company.read('Invoice', bill).Balance).toBe(0);
    expect(faultOf(() => company.payOnline(bill)).code).toBe('6000');
    const stale = { Id: text(made, 'Id'), SyncToken: '7', sparse: true };
    expect(faultOf(() => company.update('Payment', stale)).detail).toContain(
      'QuickBooks Payments finished',
    );
  });
});
