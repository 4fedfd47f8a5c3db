/** Documents through another client, over real sockets. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../sandbox/qbo';
import { accountNamed, exempt, handleOf, idOf, rowsOf, salesForm, useSandbox } from './scene';

const scene = useSandbox();
let amy: JsonObject = {};
beforeEach(async () => {
  amy = await scene.client.done('createCustomer', { DisplayName: 'Amy' });
});

const invoiceOf = async (dollars: number, more: JsonObject = {}): Promise<JsonObject> =>
  scene.client.done('createInvoice', await salesForm(scene.client, amy, dollars, more));

function paymentOf(dollars: number, links: readonly (readonly [string, JsonObject, number])[]) {
  return {
    CustomerRef: { value: idOf(amy) },
    TotalAmt: dollars,
    Line: links.map(([TxnType, target, part]) => ({
      Amount: part,
      LinkedTxn: [{ TxnId: idOf(target), TxnType }],
    })),
  };
}

describe('node-quickbooks and documents', () => {
  it('invoices: create, find, update, send, print, void, delete', async () => {
    const { client } = scene;
    const made = await invoiceOf(100, { DocNumber: 'N-1' });
    expect(made).toMatchObject({ DocNumber: 'N-1', TotalAmt: 100, Balance: 100 });
    const again = await client.ask(
      'createInvoice',
      await salesForm(client, amy, 1, { DocNumber: 'N-1' }),
    );
    expect(again).toMatchObject({ status: 400, fault: '6140' });
    const allowed = { DocNumber: 'N-1', allowDuplicateDocNum: true };
    const twin = await client.done('createInvoice', await salesForm(client, amy, 1, allowed));
    expect(await client.done('deleteInvoice', idOf(twin))).toMatchObject({
      Invoice: { status: 'Deleted' },
    });
    expect(await client.ask('getInvoice', idOf(twin))).toMatchObject({ fault: '610' });
    const found = await client.done('findInvoices', { DocNumber: 'N-1' });
    expect(rowsOf(found, 'Invoice').map(idOf)).toEqual([idOf(made)]);
    await client.done('updateInvoice', { ...handleOf(made), PrivateNote: 'mine' });
    const stale = await client.ask('updateInvoice', { ...handleOf(made), PrivateNote: 'late' });
    expect(stale).toMatchObject({ status: 400, fault: '5010' });
    const sent = await client.done('sendInvoicePdf', idOf(made), 'a@firm.example');
    expect(sent).toMatchObject({ EmailStatus: 'EmailSent', PrivateNote: 'mine' });
    expect((await client.ask('getInvoicePdf', idOf(made))).fault).toBeNull();
    const voided = await client.done('voidInvoice', idOf(made));
    expect(voided).toMatchObject({ Invoice: { TotalAmt: 0, Balance: 0 } });
  });

  it('payments: apply, void, delete', async () => {
    const { client } = scene;
    const bill = await invoiceOf(80);
    const paid = await client.done('createPayment', paymentOf(100, [['Invoice', bill, 80]]));
    expect(paid).toMatchObject({ UnappliedAmt: 20 });
    expect(await client.done('getInvoice', idOf(bill))).toMatchObject({
      Balance: 0,
      SyncToken: '1',
    });
    expect(await client.done('voidPayment', handleOf(paid))).toMatchObject({ TotalAmt: 0 });
    expect(await client.done('getInvoice', idOf(bill))).toMatchObject({ Balance: 80 });
    const other = await client.done('createPayment', paymentOf(30, [['Invoice', bill, 30]]));
    await client.done('deletePayment', idOf(other));
    expect(await client.done('getInvoice', idOf(bill))).toMatchObject({ Balance: 80 });
  });

  it('credit memos and journal entries settle invoices by payments of 0.00', async () => {
    const { client } = scene;
    const bill = await invoiceOf(50);
    const memo = await client.done('createCreditMemo', await salesForm(client, amy, 20));
    expect(memo).toMatchObject({ RemainingCredit: 20 });
    const joined = paymentOf(0, [
      ['Invoice', bill, 20],
      ['CreditMemo', memo, 20],
    ]);
    await client.done('createPayment', joined);
    expect(await client.done('getCreditMemo', idOf(memo))).toMatchObject({ RemainingCredit: 0 });
    const side = async (PostingType: string, account: string, more: JsonObject = {}) => ({
      Amount: 30,
      DetailType: 'JournalEntryLineDetail',
      JournalEntryLineDetail: {
        PostingType,
        AccountRef: await accountNamed(client, account),
        ...more,
      },
    });
    const Entity = { Type: 'Customer', EntityRef: { value: idOf(amy) } };
    const entry = await client.done('createJournalEntry', {
      Line: [
        await side('Debit', 'Bad debt expense'),
        await side('Credit', 'Accounts Receivable (A/R)', { Entity }),
      ],
    });
    const written = [
      ['Invoice', bill, 30],
      ['JournalEntry', entry, 30],
    ] as const;
    await client.done('createPayment', paymentOf(0, written));
    expect(await client.done('getInvoice', idOf(bill))).toMatchObject({ Balance: 0 });
    const lone = await client.ask('createJournalEntry', { Line: [await side('Debit', 'Rent')] });
    expect(lone.status).toBe(400);
  });

  it('deposits hold payments fast', async () => {
    const { client } = scene;
    const paid = await client.done('createPayment', paymentOf(40, []));
    const deposit = await client.done('createDeposit', {
      DepositToAccountRef: await accountNamed(client, 'Chequing'),
      Line: [
        { Amount: 40, LinkedTxn: [{ TxnId: idOf(paid), TxnType: 'Payment', TxnLineId: '0' }] },
      ],
    });
    expect(deposit).toMatchObject({ TotalAmt: 40 });
    expect(await client.ask('deletePayment', idOf(paid))).toMatchObject({ fault: '6540' });
    await client.done('deleteDeposit', idOf(deposit));
    expect((await client.ask('deletePayment', idOf(paid))).fault).toBeNull();
  });

  it('purchases refund a customer', async () => {
    const { client } = scene;
    const paid = await client.done('createPayment', paymentOf(25, []));
    const cheque = await client.done('createPurchase', {
      PaymentType: 'Check',
      AccountRef: await accountNamed(client, 'Chequing'),
      EntityRef: { value: idOf(amy), type: 'Customer' },
      Line: [
        {
          Amount: 25,
          DetailType: 'AccountBasedExpenseLineDetail',
          AccountBasedExpenseLineDetail: {
            AccountRef: await accountNamed(client, 'Accounts Receivable (A/R)'),
            TaxCodeRef: await exempt(client),
          },
        },
      ],
    });
    const link = [['Check', cheque, 25]] as const;
    const joined = { ...paymentOf(25, link), ...handleOf(paid) };
    expect(await client.done('updatePayment', joined)).toMatchObject({ UnappliedAmt: 0 });
    expect((await client.ask('deletePurchase', idOf(cheque))).fault).toBe('6000');
    const free = { ...paymentOf(25, []), ...handleOf(await client.done('getPayment', idOf(paid))) };
    expect(await client.done('updatePayment', free)).toMatchObject({ UnappliedAmt: 25 });
    expect((await client.ask('deletePurchase', idOf(cheque))).fault).toBeNull();
  });
});
