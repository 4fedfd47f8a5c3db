import { describe, expect, it } from 'vitest';
import { customer, faultOf, handle, idOf, invoice, line, start, text } from './fixture';

describe('invoices', () => {
  it('look like the recorded one', () => {
    const { company } = start('US');
    const amy = customer(company, "Amy's Bird Sanctuary", {
      BillAddr: { Line1: '4581 Finch St.' },
    });
    const made = invoice(company, amy, 100, { DocNumber: '1043' });
    expect(made).toMatchObject({
      AllowIPNPayment: false,
      SyncToken: '0',
      DocNumber: '1043',
      TxnDate: '2026-03-02',
      DueDate: '2026-04-01',
      CurrencyRef: { value: 'USD', name: 'United States Dollar' },
      LinkedTxn: [],
      TxnTaxDetail: { TotalTax: 0 },
      CustomerRef: { value: amy, name: "Amy's Bird Sanctuary" },
      BillAddr: { Line1: '4581 Finch St.' },
      TotalAmt: 100,
      Balance: 100,
      PrintStatus: 'NeedToPrint',
      EmailStatus: 'NotSet',
    });
    expect(made.Line).toEqual([
      {
        Id: '1',
        LineNum: 1,
        Amount: 100,
        DetailType: 'SalesItemLineDetail',
        SalesItemLineDetail: {
          ItemRef: { value: '3', name: 'Bookkeeping' },
          TaxCodeRef: { value: 'NON' },
        },
      },
      { Amount: 100, DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} },
    ]);
  });

  it('are taxed per rate on the summed net, half up', () => {
    const { company, qbo } = start();
    const amy = customer(company, 'Amy');
    const taxCode = idOf(company, 'TaxCode', 'GST/QST QC - 9.975');
    const lines = [{ amount: 70 }, { amount: 70 }].map((one) => line(company, { ...one, taxCode }));
    const sent = { TotalTax: 20.96 };
    const made = invoice(company, amy, 0, { Line: lines, TxnTaxDetail: sent });
    expect(made).toMatchObject({
      TotalAmt: 160.97,
      TxnTaxDetail: {
        TotalTax: 20.97,
        TaxLine: [
          { Amount: 7, TaxLineDetail: { TaxPercent: 5, NetAmountTaxable: 140 } },
          { Amount: 13.97, TaxLineDetail: { TaxPercent: 9.975, NetAmountTaxable: 140 } },
        ],
      },
    });
    qbo.switches.taxRounding = 'perLine';
    expect(invoice(company, amy, 0, { Line: lines }).TotalAmt).toBe(160.96);
    qbo.switches.taxOverride = 'honoured';
    const kept = invoice(company, amy, 0, { Line: lines, TxnTaxDetail: { TotalTax: 20.95 } });
    expect(kept).toMatchObject({ TotalAmt: 160.95, TxnTaxDetail: { TotalTax: 20.95 } });
  });

  it('may have prices that include tax', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const taxCode = idOf(company, 'TaxCode', 'HST ON');
    const made = invoice(company, amy, 0, {
      GlobalTaxCalculation: 'TaxInclusive',
      Line: [line(company, { amount: 113, taxCode }), line(company, { amount: 10, taxCode })],
    });
    expect(made).toMatchObject({ TotalAmt: 123, TxnTaxDetail: { TotalTax: 14.15 } });
    const same = company.update('Invoice', { ...made, sparse: true });
    expect(same).toMatchObject({ TotalAmt: 123, Line: made.Line });
  });

  it('of the United States take TAX or NON and a code for the whole (recorded: 291.00 at 8 %)', () => {
    const { company } = start('US');
    const mark = customer(company, 'Mark Cho');
    const taxed = [275, 16].map((amount) => line(company, { amount, taxCode: 'TAX' }));
    const made = invoice(company, mark, 0, {
      Line: taxed,
      TxnTaxDetail: { TxnTaxCodeRef: { value: '2' } },
    });
    expect(made).toMatchObject({ TotalAmt: 314.28, TxnTaxDetail: { TotalTax: 23.28 } });
    const wrong = { Line: [line(company, { amount: 1, taxCode: '2' })] };
    expect(faultOf(() => invoice(company, mark, 0, wrong)).code).toBe('6100');
  });

  it('need a tax code on every Canadian line (6000)', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const bare = { Amount: 5, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: {} };
    expect(faultOf(() => invoice(company, amy, 0, { Line: [bare] })).detail).toBe(
      'Business Validation Error: Make sure all your transactions have a GST/HST rate before you save.',
    );
  });

  it('refuse what the service refuses', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const good = line(company, { amount: 10 });
    const detail = { ItemRef: { value: '3' }, TaxCodeRef: { value: '1' }, Qty: 2, UnitPrice: 4 };
    const cases: readonly (readonly [string, object])[] = [
      ['2020', { Line: [] }],
      ['2020', { Line: [{ Amount: 1 }] }],
      ['2010', { Line: [{ Amount: 1, DetailType: 'Nothing' }] }],
      ['6070', { Line: [{ ...good, SalesItemLineDetail: detail }] }],
      ['6000', { Line: [line(company, { amount: -1 })] }],
      ['2010', { Memo: 'x' }],
      ['2010', { Line: [{ ...good, SalesItemLineDetail: { Itemref: {} } }] }],
      ['2010', { Line: [{ ...good, Amount: 'much' }] }],
      ['2050', { DocNumber: '1234567890123456789012' }],
      ['2050', { PrivateNote: 'x'.repeat(4001) }],
      ['2050', { CustomerMemo: { value: 'x'.repeat(1001) } }],
      ['2170', { EmailStatus: 'Maybe' }],
      ['2500', { CustomerRef: { value: '999' } }],
      ['2500', { Line: [line(company, { amount: 1, item: '999' })] }],
      ['2500', { SalesTermRef: { value: '999' } }],
    ];
    const before = company.ledger();
    for (const [code, more] of cases) {
      expect(faultOf(() => invoice(company, amy, 10, { ...more })).code, JSON.stringify(more)).toBe(
        code,
      );
    }
    expect(faultOf(() => company.create('Invoice', { Line: [good] }))).toMatchObject({
      code: '2020',
      element: 'CustomerRef',
    });
    expect(company.ledger()).toEqual(before);
    expect(text(invoice(company, amy, 10), 'Id')).toBe('1');
  });

  it('name an inactive customer or item in 2500', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    company.update('Customer', { Id: amy, SyncToken: '0', sparse: true, Active: false });
    expect(faultOf(() => invoice(company, amy, 1))).toMatchObject({
      code: '2500',
      detail: expect.stringContaining('has been made inactive'),
    });
  });

  it('list the known properties when one is not known', () => {
    const { company } = start();
    const fault = faultOf(() => company.create('Invoice', { BadJson: 1 }));
    expect(fault.message).toBe('Request has invalid or unsupported property');
    expect(fault.detail).toMatch(
      /^Property Name:Unrecognized field "BadJson" \(class com\.intuit\.schema\.finance\.v3\.Invoice\), not marked as ignorable \(\d+ known properties: /,
    );
  });

  it('keep, assign or refuse numbers as Preferences say', () => {
    const { company, qbo } = start();
    const amy = customer(company, 'Amy');
    expect(invoice(company, amy, 1)).not.toHaveProperty('DocNumber');
    const first = invoice(company, amy, 1, { DocNumber: '1042' });
    expect(faultOf(() => invoice(company, amy, 1, { DocNumber: '1042' }))).toMatchObject({
      code: '6140',
      detail: expect.stringContaining(
        `DocNumber=1042 is assigned to TxnType=Invoice with TxnId=${text(first, 'Id')}`,
      ),
    });
    const body = {
      CustomerRef: { value: amy },
      DocNumber: '1042',
      Line: [line(company, { amount: 1 })],
    };
    company.create('Invoice', body, { include: ['allowduplicatedocnum'] });
    company.create('CreditMemo', body);
    qbo.switches.duplicateDocNumberScope = 'salesForms';
    const again = () => company.create('SalesReceipt', { ...body, CustomerRef: { value: amy } });
    expect(faultOf(again).code).toBe('6140');
    company.update('Preferences', {
      ...handle(company.read('Preferences', '1')),
      sparse: true,
      SalesFormsPrefs: { CustomTxnNumbers: false },
    });
    expect(invoice(company, amy, 1).DocNumber).toBe('1043');
    expect(invoice(company, amy, 1, { DocNumber: 'X-7' }).DocNumber).toBe('X-7');
    qbo.switches.docNumberWhenAutomatic = 'replaced';
    expect(invoice(company, amy, 1, { DocNumber: 'Y-1' }).DocNumber).toBe('X-8');
    expect(invoice(company, amy, 1, { DocNumber: 'AUTO_GENERATE' }).DocNumber).toBe('X-9');
  });

  it('have discounts, before or after tax', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const taxCode = idOf(company, 'TaxCode', 'GST');
    const discount = {
      DetailType: 'DiscountLineDetail',
      DiscountLineDetail: { PercentBased: true, DiscountPercent: 10 },
    };
    const lines = [line(company, { amount: 100, taxCode }), discount];
    expect(invoice(company, amy, 0, { Line: lines, ApplyTaxAfterDiscount: true }).TotalAmt).toBe(
      94.5,
    );
    expect(invoice(company, amy, 0, { Line: lines, ApplyTaxAfterDiscount: false }).TotalAmt).toBe(
      95,
    );
  });

  it('replace all lines on update and keep the ids of those that come back', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const made = invoice(company, amy, 0, {
      Line: [1, 2].map((amount) => line(company, { amount })),
    });
    const kept = { ...line(company, { amount: 5 }), Id: '2' };
    const next = company.update('Invoice', {
      ...handle(made),
      sparse: true,
      Line: [kept, line(company, { amount: 7 })],
    });
    expect(next.TotalAmt).toBe(12);
    expect(next.Line).toMatchObject([{ Id: '2', LineNum: 1 }, { Id: '3', LineNum: 2 }, {}]);
  });
});

describe('credit memos and receipts', () => {
  it('lower the balance at once and show what remains', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const made = company.create('CreditMemo', {
      CustomerRef: { value: amy },
      Line: [line(company, { amount: 40 })],
    });
    expect(made).toMatchObject({ TotalAmt: 40, RemainingCredit: 40, Balance: 40 });
    expect(company.read('Customer', amy).Balance).toBe(-40);
  });

  it('apply themselves when Preferences say so', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const bill = invoice(company, amy, 100);
    company.update('Preferences', {
      ...handle(company.read('Preferences', '1')),
      sparse: true,
      SalesFormsPrefs: { AutoApplyCredit: true },
    });
    const memo = company.create('CreditMemo', {
      CustomerRef: { value: amy },
      Line: [line(company, { amount: 40 })],
    });
    expect(memo).toMatchObject({ RemainingCredit: 0, SyncToken: '1' });
    expect(company.read('Invoice', text(bill, 'Id')).Balance).toBe(60);
  });

  it('of sales go to Undeposited Funds, refunds need an account', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const body = { CustomerRef: { value: amy }, Line: [line(company, { amount: 10 })] };
    const receipt = company.create('SalesReceipt', body);
    expect(receipt).toMatchObject({
      Balance: 0,
      TotalAmt: 10,
      DepositToAccountRef: { name: 'Undeposited Funds' },
    });
    expect(faultOf(() => company.create('RefundReceipt', body)).code).toBe('2020');
    const bank = { DepositToAccountRef: { value: idOf(company, 'Account', 'Chequing') } };
    company.create('RefundReceipt', { ...body, ...bank });
    expect(company.read('Customer', amy).Balance).toBe(0);
  });
});
