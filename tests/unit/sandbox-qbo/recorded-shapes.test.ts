import { describe, expect, it } from 'vitest';
import { customer, faultOf, handle, idOf, line, rows, start, text } from './fixture';

describe('what recordings show', () => {
  it('a subtotal stands before discounts (minimul/qbo_api all/sales_receipts.yml)', () => {
    const { company } = start('US');
    const discount = { Amount: 5, DetailType: 'DiscountLineDetail', DiscountLineDetail: {} };
    const made = company.create('SalesReceipt', {
      CustomerRef: { value: customer(company, 'Amy') },
      Line: [line(company, { amount: 50 }), discount],
    });
    expect(made).toMatchObject({
      TotalAmt: 45,
      Line: [
        { DetailType: 'SalesItemLineDetail' },
        { DetailType: 'SubTotalLineDetail', Amount: 50 },
        { DetailType: 'DiscountLineDetail' },
      ],
    });
  });

  it('names order by code points: PG&E before Pam Seitz (all/vendors_by_5.yml)', () => {
    const { company } = start();
    for (const name of ['Pam Seitz', 'PG&E', 'Norton']) customer(company, name);
    const names = rows(company, 'select * from Customer').map((row) => row.DisplayName);
    expect(names).toEqual(['Norton', 'PG&E', 'Pam Seitz']);
    const norton = { Id: '3', SyncToken: '0', sparse: true, DisplayName: 'Zoe' };
    company.update('Customer', norton);
    faultOf(() => customer(company, 'Zoe'));
    const after = rows(company, 'select * from Customer').map((row) => row.DisplayName);
    expect(after).toEqual(['PG&E', 'Pam Seitz', 'Zoe']);
  });

  it('a query row carries the tax code of a customer only when it was chosen', () => {
    const { company } = start('US');
    customer(company, 'Amy');
    customer(company, 'Bill', { DefaultTaxCodeRef: { value: '1' } });
    const [amy, bill] = rows(company, 'select * from Customer');
    expect(amy).not.toHaveProperty('DefaultTaxCodeRef');
    expect(bill).toMatchObject({ DefaultTaxCodeRef: { value: '1' } });
    expect(company.read('Customer', '1')).toMatchObject({ DefaultTaxCodeRef: { value: '2' } });
  });

  it('NULL is a reserved word (Boulevard/ExQuickBooks query_error.json)', () => {
    const { company } = start();
    const fault = faultOf(() => company.query('SELECT * FROM NULL'));
    expect(fault).toMatchObject({ code: '4000' });
    expect(fault.detail).toBe(
      'QueryParserError: Encountered " "null" "NULL "" at line 1, column 15.\nWas expecting:\n    <IDENTIFIER> ...\n    ',
    );
  });

  it('sales forms show the custom fields that Preferences define', () => {
    const { company } = start('US');
    const field = (Name: string, more: object) => ({ Name: `SalesFormsPrefs.${Name}`, ...more });
    company.update('Preferences', {
      ...handle(company.read('Preferences', '1')),
      sparse: true,
      SalesFormsPrefs: {
        CustomField: [
          { CustomField: [field('UseSalesCustom1', { BooleanValue: true })] },
          { CustomField: [field('SalesCustomName1', { StringValue: 'Crew #' })] },
        ],
      },
    });
    const form = {
      CustomerRef: { value: customer(company, 'Amy') },
      Line: [line(company, { amount: 50 })],
    };
    const crew = { DefinitionId: '1', Name: 'Crew #', Type: 'StringType' };
    expect(company.create('Invoice', form).CustomField).toEqual([crew]);
    const filled = [{ DefinitionId: '1', StringValue: '102' }];
    expect(company.create('Invoice', { ...form, CustomField: filled }).CustomField).toEqual([
      { ...crew, StringValue: '102' },
    ]);
  });
});

describe('changes of 2025 (Intuit blog 2025-08-13)', () => {
  it('addresses carry ISO-3 countries and no coordinates', () => {
    const { company, qbo } = start();
    const BillAddr = { Line1: '1 Main', Country: 'Canada', Lat: '45.5', Long: 'INVALID' };
    const amy = customer(company, 'Amy', { BillAddr });
    expect(company.read('Customer', amy).BillAddr).toEqual({ Line1: '1 Main', Country: 'CAN' });
    const bill = company.create('Invoice', {
      CustomerRef: { value: amy },
      ShipAddr: { Country: 'US' },
      Line: [line(company, { amount: 5 })],
    });
    expect(bill).toMatchObject({ BillAddr: { Country: 'CAN' }, ShipAddr: { Country: 'USA' } });
    expect(JSON.stringify(bill)).not.toContain('INVALID');
    qbo.switches.addressCountry = 'asSent';
    expect(company.read('Customer', amy).BillAddr).toEqual({ Line1: '1 Main', Country: 'Canada' });
  });
});

describe('sending', () => {
  it('works in a closed period, and wants a good address', () => {
    const { company } = start();
    const bill = company.create('Invoice', {
      CustomerRef: { value: customer(company, 'Amy') },
      TxnDate: '2025-01-05',
      Line: [line(company, { amount: 5 })],
    });
    company.update('Preferences', {
      ...handle(company.read('Preferences', '1')),
      sparse: true,
      AccountingInfoPrefs: { BookCloseDate: '2025-12-31' },
    });
    const id = text(bill, 'Id');
    expect(company.send('Invoice', id, 'a@firm.example')).toMatchObject({
      EmailStatus: 'EmailSent',
      BillEmail: { Address: 'a@firm.example' },
      SyncToken: '1',
    });
    expect(faultOf(() => company.send('Invoice', id, 'nobody')).code).toBe('2210');
    expect(faultOf(() => company.send('Invoice', '99', 'a@firm.example')).code).toBe('610');
  });
});

describe('sparse updates', () => {
  it('of purchases and deposits still name how they were paid (laf-rge/quickbooks-mcp)', () => {
    const { company } = start();
    const bank = { value: idOf(company, 'Account', 'Savings') };
    const rent = { value: idOf(company, 'Account', 'Rent') };
    const exempt = { value: idOf(company, 'TaxCode', 'Exempt') };
    const purchase = company.create('Purchase', {
      PaymentType: 'Cash',
      AccountRef: bank,
      Line: [
        {
          Amount: 4,
          DetailType: 'AccountBasedExpenseLineDetail',
          AccountBasedExpenseLineDetail: { AccountRef: rent, TaxCodeRef: exempt },
        },
      ],
    });
    const note = { sparse: true, PrivateNote: 'x' };
    const bare = faultOf(() => company.update('Purchase', { ...handle(purchase), ...note }));
    expect(bare).toMatchObject({ code: '2020', element: 'PaymentType' });
    const named = { ...handle(purchase), ...note, PaymentType: 'Cash' };
    expect(company.update('Purchase', named).PrivateNote).toBe('x');
    const deposit = company.create('Deposit', {
      DepositToAccountRef: bank,
      Line: [
        { Amount: 3, DetailType: 'DepositLineDetail', DepositLineDetail: { AccountRef: rent } },
      ],
    });
    const lost = faultOf(() => company.update('Deposit', { ...handle(deposit), ...note }));
    expect(lost).toMatchObject({ code: '2020', element: 'DepositToAccountRef' });
  });
});

describe('change data capture', () => {
  it('reports what came and went at once, and refuses names that are none', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const bill = company.create('Invoice', {
      CustomerRef: { value: amy },
      Line: [line(company, { amount: 5 })],
    });
    company.remove('Invoice', handle(bill));
    expect(company.cdc(['Invoice'], '2026-03-01T00:00:00Z')).toMatchObject({
      CDCResponse: [{ QueryResponse: [{ Invoice: [{ status: 'Deleted', Id: '1' }] }] }],
    });
    expect(faultOf(() => company.cdc(['Custmoer'], '2026-03-01T00:00:00Z')).code).toBe('4001');
    expect(faultOf(() => company.cdc([''], '2026-03-01T00:00:00Z')).code).toBe('2020');
    expect(company.cdc(['Estimate'], '2026-03-01T00:00:00Z')).toMatchObject({
      CDCResponse: [{ QueryResponse: [{}] }],
    });
  });
});
