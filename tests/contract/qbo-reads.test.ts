import { beforeEach, describe, expect, it } from 'vitest';
import { cents } from '../../utils/ledger/cents';
import type { JsonObject } from '../sandbox/qbo';
import { clientDraft, invoiceDraft, paymentDraft } from './scene/drafts';
import { ACCOUNT, arAccountId, enterJournal } from './scene/qbo-office';
import { type QboScene, qboScene, REALM } from './scene/qbo-scene';
import { asInvoice, asPayment, foreignOf } from './scene/records';

let scene: QboScene;
let clientId: string;
let invoiceId: string;
let key = 0;
const nextKey = (): string => `key-${++key}`;
const ignore = (): void => {};

const hundred = (change: Partial<Parameters<typeof invoiceDraft>[0]> = {}) =>
  invoiceDraft({
    clientId,
    lines: [
      { codeId: '3', description: '', quantity: '1', amountCents: cents(100_00), taxKey: '3' },
    ],
    taxes: [],
    totalCents: cents(100_00),
    ...change,
  });

function salesLine(amount: number) {
  return {
    Amount: amount,
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: { ItemRef: { value: '1' }, TaxCodeRef: { value: '3' } },
  };
}

function journal(postingType: 'Debit' | 'Credit', amount: number) {
  const entry = { postingType, amount, accountId: ACCOUNT.chequing };
  return enterJournal({ company: scene.company, clientId }, entry);
}

beforeEach(async () => {
  scene = await qboScene();
  clientId = (await scene.port.create(clientDraft(), nextKey())).id;
  invoiceId = (await scene.port.create(hundred(), nextKey())).id;
});

describe('a full pull', () => {
  it('reads every record, counts them and takes the server’s time', async () => {
    await scene.port.create(paymentDraft({ clientId, bankId: '6' }), nextKey());
    const counts: number[] = [];
    const pull = await scene.port.pullAll((count) => counts.push(count));
    expect(pull).toMatchObject({ full: true, deleted: [] });
    expect(pull.records.map(({ kind }) => kind)).toEqual(['client', 'invoice', 'payment']);
    expect(counts.at(-1)).toBe(3);
    expect(pull.watermark).toMatch(/^2026-03-02T15:00:\d\d\.\d{3}Z$/);
  });

  it('reads more than a page, each row once', async () => {
    const total = 2_050;
    for (let n = 0; n < total; n += 1) {
      scene.company.create('Customer', { DisplayName: `Client ${n}` });
    }
    const { records } = await scene.port.pullAll(ignore);
    const ids = records.filter(({ kind }) => kind === 'client').map(({ id }) => id);
    expect(new Set(ids).size).toBe(total + 1);
    expect(ids.length).toBe(total + 1);
    expect(scene.site.sent.some(({ url }) => url.includes('STARTPOSITION+1961'))).toBe(true);
  });

  it('reads a list again when rows went while it was read', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 1_500; n += 1) {
      const made = scene.company.create('Invoice', {
        CustomerRef: { value: clientId },
        GlobalTaxCalculation: 'TaxExcluded',
        Line: [salesLine(1)],
      });
      ids.push(String(made.Id));
    }
    scene.site.mishap({
      when: ({ url }) => /FROM\+Invoice.*STARTPOSITION\+981\b/.test(url),
      before: () => {
        for (const id of ids.slice(0, 50)) {
          scene.company.remove('Invoice', { Id: id, SyncToken: '0' });
        }
      },
    });
    const { records } = await scene.port.pullAll(ignore);
    const found = new Set(records.filter(({ kind }) => kind === 'invoice').map(({ id }) => id));
    for (const id of ids.slice(50)) expect(found.has(id)).toBe(true);
  });

  it('shows inactive customers, sub-customers and projects', async () => {
    const sub = scene.company.create('Customer', {
      DisplayName: 'Chalet',
      Job: true,
      ParentRef: { value: clientId },
    });
    scene.company.createProject(clientId, 'Audit 2026');
    const inactive = scene.company.create('Customer', { DisplayName: 'Gone' });
    scene.company.update('Customer', {
      Id: String(inactive.Id),
      SyncToken: '0',
      sparse: true,
      Active: false,
    });
    const { records } = await scene.port.pullAll(ignore);
    const clients = records.filter((record) => record.kind === 'client');
    expect(clients.find(({ id }) => id === String(sub.Id))).toMatchObject({
      parentId: clientId,
      isProject: false,
    });
    expect(clients.find(({ name }) => name === 'Audit 2026')).toMatchObject({ isProject: true });
    expect(clients.find(({ name }) => name === 'Gone')).toMatchObject({ status: 'inactive' });
  });

  it('reports A/R as QBO has it', async () => {
    const { totalCents, byClient } = await scene.port.receivable();
    expect(totalCents).toBe(10000);
    expect([...byClient]).toEqual([[clientId, 10000]]);
  });
});

describe('documents that TPS does not know', () => {
  const link = (type: string, id: unknown, amount: number) => ({
    Amount: amount,
    LinkedTxn: [{ TxnId: String(id), TxnType: type }],
  });

  it('credit memo: what remains of it', async () => {
    scene.company.create('CreditMemo', {
      CustomerRef: { value: clientId },
      GlobalTaxCalculation: 'TaxExcluded',
      Line: [salesLine(45)],
    });
    const [row] = foreignOf((await scene.port.pullAll(ignore)).records);
    expect(row).toMatchObject({
      foreignType: 'creditMemo',
      clientId,
      totalCents: 4500,
      openCents: -4500,
    });
  });

  it('journal entry: its A/R lines less what payments took', async () => {
    const entry = journal('Credit', 30);
    scene.company.create('Payment', {
      CustomerRef: { value: clientId },
      TotalAmt: 0,
      Line: [link('Invoice', invoiceId, 12), link('JournalEntry', entry.Id, 12)],
    });
    const { records } = await scene.port.pullAll(ignore);
    expect(foreignOf(records)).toMatchObject([
      { foreignType: 'journalEntry', clientId, totalCents: 3000, openCents: -1800 },
    ]);
    const payment = asPayment(records.find(({ kind }) => kind === 'payment'));
    expect(payment.applications.map(({ to, amountCents }) => [to, amountCents])).toEqual([
      ['invoice', 1200],
      ['other', -1200],
    ]);
  });

  it('refund cheque and deposit on A/R; others are dropped', async () => {
    const cheque = (accountId: string) => ({
      PaymentType: 'Check',
      AccountRef: { value: '6' },
      EntityRef: { value: clientId, type: 'Customer' },
      Line: [
        {
          Amount: 15,
          DetailType: 'AccountBasedExpenseLineDetail',
          AccountBasedExpenseLineDetail: {
            AccountRef: { value: accountId },
            TaxCodeRef: { value: '3' },
          },
        },
      ],
    });
    const refund = scene.company.create('Purchase', cheque(arAccountId(scene.company)));
    const other = scene.company.create('Purchase', cheque('13'));
    scene.company.create('Deposit', {
      DepositToAccountRef: { value: '6' },
      Line: [
        {
          Amount: 5,
          DetailType: 'DepositLineDetail',
          DepositLineDetail: {
            AccountRef: { value: arAccountId(scene.company) },
            Entity: { value: clientId, type: 'CUSTOMER' },
          },
        },
      ],
    });
    const rows = foreignOf((await scene.port.pullAll(ignore)).records);
    expect(rows.map(({ foreignType, openCents }) => [foreignType, openCents])).toEqual([
      ['deposit', -500],
      ['cheque', 1500],
    ]);
    const { totalCents } = await scene.port.receivable();
    expect(totalCents).toBe(10000 + 1500 - 500);
    // One by one, as the ledger has it once a person takes it; another cheque is none.
    expect(await scene.port.read('invoice', `Q${refund.Id}`)).toMatchObject({
      id: `Q${refund.Id}`,
      invoiceKind: 'adjustment',
      clientId,
      totalCents: 1500,
    });
    expect(await scene.port.read('invoice', `Q${other.Id}`)).toBeNull();
    expect(await scene.port.read('invoice', 'Q999999')).toBeNull();
  });

  it('a payment that is applied to a refund cheque, read and written again', async () => {
    const refund = scene.company.create('Purchase', {
      PaymentType: 'Check',
      AccountRef: { value: '6' },
      EntityRef: { value: clientId, type: 'Customer' },
      Line: [
        {
          Amount: 15,
          DetailType: 'AccountBasedExpenseLineDetail',
          AccountBasedExpenseLineDetail: { AccountRef: { value: arAccountId(scene.company) } },
        },
      ],
    });
    const applications = [
      { to: 'invoice', id: `Q${refund.Id}`, amountCents: cents(1500) },
    ] as const;
    const draft = paymentDraft({ clientId, bankId: '4', amountCents: cents(1500), applications });
    const payment = asPayment(await scene.port.create(draft, nextKey()));
    expect(payment).toMatchObject({ applications, unappliedCents: 0 });
    expect(scene.company.read('Payment', payment.id).Line).toMatchObject([
      link('Check', refund.Id, 15),
    ]);
  });

  it('a payment in a bank deposit is marked', async () => {
    const draft = paymentDraft({ clientId, bankId: '4' });
    const payment = await scene.port.create(draft, nextKey());
    scene.company.create('Deposit', {
      DepositToAccountRef: { value: '6' },
      Line: [
        { Amount: 100, LinkedTxn: [{ TxnId: payment.id, TxnType: 'Payment', TxnLineId: '0' }] },
      ],
    });
    expect(asPayment(await scene.port.read('payment', payment.id)).deposited).toBe(true);
  });

  it('invoices that cannot be expressed say why', async () => {
    const odd = (line: JsonObject) =>
      scene.company.create('Invoice', {
        CustomerRef: { value: clientId },
        GlobalTaxCalculation: 'TaxExcluded',
        Line: [salesLine(100), line],
      });
    const discount = odd({
      Amount: 10,
      DetailType: 'DiscountLineDetail',
      DiscountLineDetail: { PercentBased: false },
    });
    const read = asInvoice(await scene.port.read('invoice', String(discount.Id)));
    expect(read).toMatchObject({ oddity: 'discountLine', totalCents: 9000 });
  });
});

describe('who is signed in', () => {
  it('says name, country and settings', async () => {
    const [prefs] = [scene.company.read('Preferences', '1')];
    scene.company.update('Preferences', {
      Id: '1',
      SyncToken: String(prefs.SyncToken),
      sparse: true,
      AccountingInfoPrefs: { BookCloseDate: '2025-12-31' },
    });
    expect(await scene.port.identify()).toEqual({
      id: REALM,
      name: 'Cabinet Roy',
      country: 'CA',
      currency: 'CAD',
      closedUntil: '2025-12-31',
      customNumbers: true,
      mayWrite: true,
    });
  });
});
