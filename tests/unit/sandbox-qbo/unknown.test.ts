/** The other sides of what nobody here has seen, one by one: that each switch does what it says. */
import { describe, expect, it } from 'vitest';
import { customer, faultOf, idOf, invoice, line, REALM, rows, start, text } from './fixture';
import { call, replyOf } from './http';

const TOMORROW = '2026-03-03';

describe('nobody here has seen', () => {
  it('whether balances count what is dated in the future', () => {
    const { company, qbo } = start();
    const amy = customer(company, 'Amy');
    invoice(company, amy, 10);
    invoice(company, amy, 5, { TxnDate: TOMORROW });
    const receivable = () => {
      const [account] = rows(
        company,
        "select * from Account where AccountType = 'Accounts Receivable'",
      );
      return account?.CurrentBalance;
    };
    const shown = () => [receivable(), company.read('Customer', amy).Balance];
    expect(shown()).toEqual([15, 15]);
    qbo.switches.futureDated = 'notInAccounts';
    expect(shown()).toEqual([10, 15]);
    qbo.switches.futureDated = 'nowhere';
    expect(shown()).toEqual([10, 10]);
    expect(rows(company, "select * from Customer where Balance > '12'")).toEqual([]);
  });

  it('what becomes of three decimals, and of a tax line without its rate', () => {
    const { company, qbo } = start();
    const amy = customer(company, 'Amy');
    const sent = (amount: number) => ({
      CustomerRef: { value: amy },
      Line: [{ ...line(company, { amount: 10 }), Amount: amount }],
    });
    expect(company.create('Invoice', sent(10.5)).TotalAmt).toBe(10.5);
    expect(faultOf(() => company.create('Invoice', sent(10.005))).code).toBe('6000');
    qbo.switches.threeDecimals = 'rounded';
    expect(company.create('Invoice', sent(10.005)).TotalAmt).toBe(10.01);
    const TaxLine = [{ Amount: 1, DetailType: 'TaxLineDetail', TaxLineDetail: {} }];
    const taxed = { ...sent(10), TxnTaxDetail: { TaxLine } };
    expect(faultOf(() => company.create('Invoice', taxed)).code).toBe('2020');
    qbo.switches.taxLineWithoutRate = 'computed';
    expect(company.create('Invoice', taxed).TotalAmt).toBe(10);
  });

  it('whether queries know != and a doubled quote', () => {
    const { company, qbo } = start();
    customer(company, 'Amy');
    customer(company, "O'Brien");
    const other = "select * from Customer where DisplayName != 'Amy'";
    const doubled = "select * from Customer where DisplayName = 'O''Brien'";
    expect(faultOf(() => company.query(other)).code).toBe('4000');
    expect(faultOf(() => company.query(doubled)).code).toBe('4000');
    qbo.switches.notEqual = 'accepted';
    qbo.switches.doubledQuote = 'accepted';
    for (const query of [other, other.replace('!=', '<>'), doubled]) {
      expect(rows(company, query).map((row) => row.DisplayName)).toEqual(["O'Brien"]);
    }
    const escaped = "select * from Customer where DisplayName = 'O\\'Brien'";
    expect(rows(company, escaped)).toHaveLength(1);
  });

  it('the words for too much applied, and for an account of the wrong type', () => {
    const { company, qbo } = start();
    const amy = customer(company, 'Amy');
    const id = text(invoice(company, amy, 10), 'Id');
    const income = idOf(company, 'Account', 'Services');
    const pay = (amount: number, account?: string) =>
      faultOf(() =>
        company.create('Payment', {
          CustomerRef: { value: amy },
          TotalAmt: 20,
          ...(account ? { DepositToAccountRef: { value: account } } : {}),
          Line: [{ Amount: amount, LinkedTxn: [{ TxnId: id, TxnType: 'Invoice' }] }],
        }),
      );
    expect(pay(11)).toMatchObject({ code: '6000', detail: expect.stringContaining('unexpected') });
    expect(pay(5, income)).toMatchObject({ code: '6430', detail: 'Invalid account type' });
    qbo.switches.refusalWords = 'sentence';
    expect(pay(11).detail).toContain('greater than its open balance');
    expect(pay(5, income).detail).toContain('select a different type');
  });

  it('how long a request id is remembered', async () => {
    const scene = start();
    const send = (id: string) =>
      call(scene, `customer?requestid=${id}`, { DisplayName: `C ${id}` });
    const first = await send('a');
    expect((await send('a')).body).toEqual(first.body);
    scene.clock.advance(11 * 60_000);
    expect((await send('a')).status).toBe(400);
    scene.qbo.switches.requestIdKept = 'always';
    const other = await send('b');
    scene.clock.advance(11 * 60_000);
    expect((await send('b')).body).toMatchObject({ Customer: other.body.Customer });
  });

  it('whether what was reconciled can be changed', () => {
    const { company, qbo } = start();
    const amy = customer(company, 'Amy');
    const made = company.create('Payment', { CustomerRef: { value: amy }, TotalAmt: 20 });
    const id = text(made, 'Id');
    company.reconcile('Payment', id);
    const now = () => ({ Id: id, SyncToken: text(company.read('Payment', id), 'SyncToken') });
    const edit = () => company.update('Payment', { ...now(), sparse: true, PrivateNote: 'x' });
    expect(faultOf(edit).detail).toContain('reconciled');
    expect(faultOf(() => company.remove('Payment', now())).code).toBe('6000');
    qbo.switches.reconciled = 'editable';
    expect(edit().PrivateNote).toBe('x');
  });

  it('whether a name may be blank, and JSON come as text/plain', async () => {
    const scene = start();
    const blank = () => scene.company.create('Customer', { DisplayName: '  ' });
    expect(faultOf(blank).code).toBe('2020');
    scene.qbo.switches.blankName = 'accepted';
    expect(text(blank(), 'Id')).not.toBe('');
    const plain = () =>
      call(scene, 'customer', { DisplayName: 'Amy' }, { 'Content-Type': 'text/plain' });
    expect((await plain()).status).toBe(415);
    scene.qbo.switches.plainTextBody = 'accepted';
    expect((await plain()).status).toBe(200);
  });
});

describe('what comes by itself, or from elsewhere', () => {
  it('a recurring invoice has the memo of its template, and a number of QuickBooks', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const made = invoice(company, amy, 10, {
      PrivateNote: 'Monthly [TPS invoice 7]',
      DocNumber: '1042',
    });
    const next = company.recur(text(made, 'Id'));
    expect(next).toMatchObject({
      DocNumber: '1043',
      PrivateNote: 'Monthly [TPS invoice 7]',
      RecurDataRef: { value: made.Id },
      TotalAmt: 10,
    });
  });

  it('a tip and shipping are lines of products that nobody made', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const bare = line(company, { amount: 10 });
    const detail = Object(bare.SalesItemLineDetail);
    for (const value of ['GRATUITY_ITEM_ID', 'SHIPPING_ITEM_ID']) {
      const made = company.create('Invoice', {
        CustomerRef: { value: amy },
        Line: [{ ...bare, SalesItemLineDetail: { ...detail, ItemRef: { value } } }],
      });
      expect(made).toMatchObject({ Line: [{ SalesItemLineDetail: { ItemRef: { value } } }, {}] });
    }
  });

  it('a customer in another currency has a receivable of that currency', () => {
    const { company } = start();
    const dollars = { CurrencyRef: { value: 'USD' } };
    expect(faultOf(() => customer(company, 'Amy', dollars)).detail).toContain('Multicurrency');
    const { SyncToken = '0' } = company.read('Preferences', '1');
    company.update('Preferences', {
      Id: '1',
      SyncToken,
      sparse: true,
      CurrencyPrefs: { MultiCurrencyEnabled: true, HomeCurrency: { value: 'CAD' } },
    });
    const amy = customer(company, 'Amy', dollars);
    invoice(company, customer(company, 'Bill'), 7);
    const made = invoice(company, amy, 10);
    expect(made).toMatchObject({ CurrencyRef: { value: 'USD' }, ExchangeRate: 1.35, Balance: 10 });
    const all = rows(company, "select * from Account where AccountType = 'Accounts Receivable'");
    expect(
      all.map(({ CurrencyRef, CurrentBalance }) => [Object(CurrencyRef).value, CurrentBalance]),
    ).toEqual([
      ['CAD', 7],
      ['USD', 10],
    ]);
    const change = { Id: amy, SyncToken: '0', sparse: true, CurrencyRef: { value: 'CAD' } };
    expect(faultOf(() => company.update('Customer', change)).code).toBe('6000');
  });

  it('a line of billed time keeps its link while it is sent with it', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const LinkedTxn = [{ TxnId: '77', TxnType: 'TimeActivity' }];
    const made = company.create('Invoice', {
      CustomerRef: { value: amy },
      Line: [{ ...line(company, { amount: 10 }), LinkedTxn }],
    });
    expect(made).toMatchObject({ Line: [{ LinkedTxn }, {}] });
  });

  it('a statement charge is an invoice whose lines are in no answer', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const made = company.chargeOnStatement(amy, 1_250);
    expect(made).toMatchObject({ TotalAmt: 12.5, Balance: 12.5 });
    const details = Object(made).Line.map((one: { DetailType: string }) => one.DetailType);
    expect(details).not.toContain('SalesItemLineDetail');
    expect(company.read('Customer', amy).Balance).toBe(12.5);
  });
});

describe('what outside clients send', () => {
  it('blank numbers, flags and dates are none; a price of nothing says nothing of the amount', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const bare = line(company, { amount: 10 });
    const detail = Object(bare.SalesItemLineDetail);
    const made = company.create('Invoice', {
      CustomerRef: { value: amy },
      TotalAmt: '',
      ApplyTaxAfterDiscount: '',
      TxnDate: '',
      DueDate: '',
      Line: [{ ...bare, SalesItemLineDetail: { ...detail, UnitPrice: 0, Qty: 0 } }],
    });
    expect(made).toMatchObject({ TotalAmt: 10, TxnDate: '2026-03-02' });
  });

  it('an upload with bare line feeds', async () => {
    const scene = start();
    const body = [
      '',
      '--B',
      'Content-Disposition: form-data; name="file_metadata_01"',
      'Content-Type: application/json',
      '',
      '{"FileName":"a.txt","ContentType":"text/plain"}',
      '--B',
      'Content-Disposition: form-data; name="file_content_01"',
      'Content-Type: text/plain',
      '',
      'hello',
      '--B--',
      '',
    ].join('\n');
    const request = new Request(`https://quickbooks.api.intuit.com/v3/company/${REALM}/upload`, {
      method: 'POST',
      headers: {
        Authorization: 'Bearer token',
        Accept: 'application/json',
        'Content-Type': 'multipart/form-data; boundary=B',
      },
      body,
    });
    const { status, body: reply } = await replyOf(await scene.qbo.api.fetch(request));
    expect([status, reply]).toMatchObject([
      200,
      { AttachableResponse: [{ Attachable: { FileName: 'a.txt', Size: 5 } }] },
    ]);
  });

  it('US tax codes come with three that nobody made, before those that were asked for', () => {
    const { company } = start('US');
    const found = rows(company, 'select * from TaxCode maxresults 1').map(({ Id }) => Id);
    expect(found).toEqual(['TAX', 'NON', 'CustomSalesTax', '2']);
    expect(rows(start('CA').company, 'select * from TaxCode maxresults 1')).toHaveLength(1);
  });

  it('attachables are found by their tag', () => {
    const { company } = start();
    company.create('Attachable', { Note: 'a', Tag: 'Testing' });
    company.create('Attachable', { Note: 'b' });
    expect(rows(company, "select * from Attachable where Tag = 'Testing'")).toHaveLength(1);
  });
});
