import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../sandbox/qbo';
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

type Company = ReturnType<typeof start>['company'];

function deposit(
  company: Company,
  lines: readonly JsonObject[],
  more: JsonObject = {},
): JsonObject {
  const account = { value: idOf(company, 'Account', 'Chequing') };
  return company.create('Deposit', { DepositToAccountRef: account, Line: lines, ...more });
}

const linked = (type: string, id: string, amount: number): JsonObject => ({
  Amount: amount,
  LinkedTxn: [{ TxnId: id, TxnType: type, TxnLineId: '0' }],
});

function direct(
  company: Company,
  account: string,
  amount: number,
  customerId?: string,
): JsonObject {
  return {
    Amount: amount,
    DetailType: 'DepositLineDetail',
    DepositLineDetail: {
      AccountRef: { value: idOf(company, 'Account', account) },
      ...(customerId === undefined ? {} : { Entity: { value: customerId, type: 'CUSTOMER' } }),
    },
  };
}

describe('journal entries', () => {
  it('must balance, name a customer on A/R, and have one such line', () => {
    const { company, qbo } = start();
    const amy = customer(company, 'Amy');
    const ar = 'Accounts Receivable (A/R)';
    expect(
      faultOf(() =>
        journal(company, [
          ['Debit', 'Rent', 5],
          ['Credit', 'Sales', 4],
        ]),
      ).code,
    ).toBe('6000');
    expect(
      faultOf(() =>
        journal(company, [
          ['Debit', ar, 5],
          ['Credit', 'Sales', 5],
        ]),
      ).detail,
    ).toBe(
      'Business Validation Error: When you use Accounts Receivable, you must choose a customer in the Name field.',
    );
    const two = () =>
      journal(company, [
        ['Debit', ar, 5, amy],
        ['Credit', ar, 2, amy],
        ['Credit', 'Sales', 3],
      ]);
    expect(faultOf(two).code).toBe('6000');
    qbo.switches.journalArLines = 'many';
    expect(two()).toMatchObject({ Adjustment: false, TotalAmt: 5, TxnTaxDetail: {} });
    expect(company.read('Customer', amy).Balance).toBe(3);
  });

  it('number their lines from 0 and cannot be voided', () => {
    const { company } = start();
    const made = journal(company, [
      ['Debit', 'Rent', 5],
      ['Credit', 'Chequing', 5],
    ]);
    expect(made.Line).toMatchObject([
      { Id: '0', JournalEntryLineDetail: { PostingType: 'Debit', AccountRef: { name: 'Rent' } } },
      { Id: '1' },
    ]);
    expect(faultOf(() => company.void('JournalEntry', handle(made))).code).toBe('500');
    company.remove('JournalEntry', handle(made));
  });

  it('that lose their A/R line give back what they paid', () => {
    const { company, qbo } = start();
    qbo.switches.removeLinked = 'unlink';
    const amy = customer(company, 'Amy');
    const bill = text(invoice(company, amy, 50), 'Id');
    const entry = journal(company, [
      ['Debit', 'Bad debt expense', 50],
      ['Credit', 'Accounts Receivable (A/R)', 50, amy],
    ]);
    const id = text(entry, 'Id');
    pay(company, amy, 0, [
      ['Invoice', bill, 50],
      ['JournalEntry', id, 50],
    ]);
    expect(company.read('Invoice', bill).Balance).toBe(0);
    company.remove('JournalEntry', handle(company.read('JournalEntry', id)));
    expect(company.read('Invoice', bill).Balance).toBe(50);
    expect(company.ledger()).toMatchObject({ arTotalCents: 5000, arControlCents: 5000 });
  });
});

describe('deposits', () => {
  it('take waiting payments, which then cannot change (6540)', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const paid = pay(company, amy, 81, []);
    const id = text(paid, 'Id');
    const made = deposit(company, [
      linked('Payment', id, 81),
      direct(company, 'Bank charges', -2.5),
    ]);
    expect(made.TotalAmt).toBe(78.5);
    const read = company.read('Payment', id);
    expect(read).toMatchObject({
      SyncToken: '0',
      LinkedTxn: [{ TxnId: text(made, 'Id'), TxnType: 'Deposit' }],
    });
    for (const attempt of [
      () => company.update('Payment', { ...handle(read), sparse: true, PrivateNote: 'x' }),
      () => company.remove('Payment', handle(read)),
      () => company.void('Payment', handle(read)),
    ]) {
      expect(faultOf(attempt)).toMatchObject({
        code: '6540',
        message: 'Deposited Transaction cannot be changed',
      });
    }
    expect(faultOf(() => deposit(company, [linked('Payment', id, 81)])).code).toBe('620');
    company.remove('Deposit', handle(made));
    company.remove('Payment', handle(read));
  });

  it('merge their lines on a sparse update', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const [a = '', b = ''] = [10, 20].map((total) => text(pay(company, amy, total, []), 'Id'));
    const made = deposit(company, [linked('Payment', a, 10)]);
    const account = made.DepositToAccountRef;
    const more = { DepositToAccountRef: account ?? null, Line: [linked('Payment', b, 20)] };
    expect(company.update('Deposit', { ...handle(made), sparse: true, ...more }).TotalAmt).toBe(30);
  });

  it('to A/R need a customer and count as a credit', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const bill = text(invoice(company, amy, 30), 'Id');
    const ar = 'Accounts Receivable (A/R)';
    expect(faultOf(() => deposit(company, [direct(company, ar, 30)])).code).toBe('6000');
    const made = deposit(company, [direct(company, ar, 30, amy)]);
    expect(company.read('Customer', amy).Balance).toBe(0);
    pay(company, amy, 0, [
      ['Invoice', bill, 30],
      ['Deposit', text(made, 'Id'), 30],
    ]);
    expect(company.read('Invoice', bill).Balance).toBe(0);
  });

  it('go to Bank or Other Current Asset accounts only (6430)', () => {
    const { company } = start();
    const body = { Line: [direct(company, 'Sales', 5)] };
    const into = (name: string) => ({
      DepositToAccountRef: { value: idOf(company, 'Account', name) },
    });
    expect(faultOf(() => company.create('Deposit', { ...body, ...into('Rent') })).code).toBe(
      '6430',
    );
    expect(faultOf(() => company.create('Deposit', body)).code).toBe('2020');
    company.create('Deposit', { ...body, ...into('Savings') });
  });
});

describe('purchases', () => {
  const refund = (
    company: Company,
    customerId: string | undefined,
    amount: number,
  ): JsonObject => ({
    PaymentType: 'Check',
    AccountRef: { value: idOf(company, 'Account', 'Chequing') },
    ...(customerId === undefined ? {} : { EntityRef: { value: customerId, type: 'Customer' } }),
    Line: [
      {
        Amount: amount,
        DetailType: 'AccountBasedExpenseLineDetail',
        AccountBasedExpenseLineDetail: {
          AccountRef: { value: idOf(company, 'Account', 'Accounts Receivable (A/R)') },
        },
      },
    ],
  });

  it('on A/R refund a customer', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const credit = company.create('CreditMemo', {
      CustomerRef: { value: amy },
      Line: [line(company, { amount: 25 })],
    });
    expect(faultOf(() => company.create('Purchase', refund(company, undefined, 25))).code).toBe(
      '6000',
    );
    const cheque = company.create('Purchase', refund(company, amy, 25));
    expect(company.read('Customer', amy).Balance).toBe(0);
    pay(company, amy, 0, [
      ['Check', text(cheque, 'Id'), 25],
      ['CreditMemo', text(credit, 'Id'), 25],
    ]);
    const open = company.ledger().documents.map((one) => one.openArCents);
    expect(open.every((cents) => cents === 0)).toBe(true);
    expect(faultOf(() => company.void('Purchase', handle(cheque))).code).toBe('500');
  });

  it('need a way of payment, an account that fits it, and a tax code in Canada', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const body = refund(company, amy, 5);
    const { PaymentType: _type, ...without } = body;
    expect(faultOf(() => company.create('Purchase', without))).toMatchObject({
      code: '2020',
      element: 'PaymentType',
    });
    expect(
      faultOf(() => company.create('Purchase', { ...body, PaymentType: 'CreditCard' })).code,
    ).toBe('6430');
    const rent = {
      Amount: 5,
      DetailType: 'AccountBasedExpenseLineDetail',
      AccountBasedExpenseLineDetail: { AccountRef: { value: idOf(company, 'Account', 'Rent') } },
    };
    expect(faultOf(() => company.create('Purchase', { ...body, Line: [rent] })).detail).toContain(
      'GST/HST',
    );
  });
});

describe('attachments', () => {
  it('are notes or files on documents', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const bill = text(invoice(company, amy, 5), 'Id');
    const link = { EntityRef: { type: 'Invoice', value: bill } };
    const made = company.create('Attachable', { Note: 'see TPS', AttachableRef: [link] });
    expect(company.query("select * from Attachable where Note = 'see TPS'")).toMatchObject({
      maxResults: 1,
    });
    const next = company.update('Attachable', {
      ...handle(made),
      Note: 'x',
      AttachableRef: [link],
    });
    company.remove('Attachable', handle(next));
    expect(company.query('select * from Attachable')).toEqual({});
    expect(faultOf(() => company.create('Attachable', {})).code).toBe('2020');
  });
});
