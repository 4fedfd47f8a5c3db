/** What stops a client, ended by the button of its need, in the panel of TPS. */
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '../sandbox/qbo';
import { atRest, syncByMessages } from './harness/by-messages';
import { aTwin, enterInvoices } from './harness/day-at-the-firm';
import { currentRun, ENDED, runBecomes } from './harness/drive-sync';
import { giveReason } from './harness/give-reason';
import { type Prepared, preparedScene, SMALL_FIRM } from './harness/prepared';
import { panelFrame } from './harness/screens';
import { TPS } from './harness/sign-in';
import { askWorker } from './harness/worker';

let scene: Prepared;
let panel: FrameLocator;
let page: Page;

beforeAll(async () => {
  scene = await preparedScene(SMALL_FIRM);
  page = scene.workspace;
  await scene.tps.goto(`${TPS}/integrations/quickbooks`);
  panel = await panelFrame(scene.tps);
});
afterEach(() => atRest(page));
afterAll(() => scene?.end());

async function press(name: string | RegExp): Promise<void> {
  await scene.tps.bringToFront();
  await panel.getByRole('button', { name }).first().click();
}

/** The end of the run that a button has started. */
async function runOf(name: string | RegExp) {
  const before = (await currentRun(page))?.id ?? null;
  await press(name);
  return runBecomes(page, before, ENDED);
}

async function qboInvoice(): Promise<Record<string, never>> {
  const { qboId: id } = await aTwin(scene.control);
  return Object(
    await scene.control.act({ system: 'qbo', do: 'update', entity: 'Invoice', id, body: {} }),
  );
}

async function inQbo(entity: string, body: JsonObject): Promise<string> {
  const made = await scene.control.act({ system: 'qbo', do: 'create', entity, body });
  return String(Object(made).Id);
}

async function accountOf(type: string): Promise<{ value: string }> {
  const company = scene.sandbox.qbo.company(scene.sandbox.realm);
  const found = company.query(`select * from Account where AccountType = '${type}'`);
  return { value: String(Object(found).Account[0].Id) };
}

test('an invoice in a closed period is dated today, and arrives', async () => {
  const { control } = scene;
  const today = new Date().toISOString().slice(0, 10);
  const closing = (BookCloseDate: string) =>
    control.act({
      system: 'qbo',
      do: 'update',
      entity: 'Preferences',
      id: '1',
      body: { AccountingInfoPrefs: { BookCloseDate } },
    });
  const [number = ''] = await enterInvoices(control, 94_001, 1);
  const { tps } = await control.ledgers();
  const id = tps.documents.find((doc) => doc.number === number)?.id;
  const date = '2026-01-05';
  await control.act({ system: 'tps', do: 'update', entity: 'invoice', id, body: { date } });
  await closing('2026-01-31');
  await syncByMessages(page, 'Closed');
  expect(await runOf('Date it today')).toMatchObject({ counts: { failed: 0 } });
  const { qbo } = await control.ledgers();
  const twins = qbo.documents.filter(({ docNumber }) => docNumber === number);
  expect(twins.map((doc) => doc.date)).toEqual([today]);
  await closing('2000-01-01');
});

test('a journal entry that credits a customer is taken into TPS as it is', async () => {
  const { control } = scene;
  const { CustomerRef } = await qboInvoice();
  const line = (PostingType: string, AccountRef: { value: string }, rest: JsonObject = {}) => ({
    Amount: 60,
    DetailType: 'JournalEntryLineDetail',
    JournalEntryLineDetail: { PostingType, AccountRef, ...rest },
  });
  const id = await inQbo('JournalEntry', {
    TxnDate: '2026-03-02',
    PrivateNote: 'Year-end file',
    Line: [
      line('Debit', await accountOf('Income')),
      line('Credit', await accountOf('Accounts Receivable'), {
        Entity: { Type: 'Customer', EntityRef: CustomerRef },
      }),
    ],
  });
  await syncByMessages(page, 'With an entry');
  expect(await runOf('Take into TPS as it is')).toMatchObject({ counts: { done: 1, failed: 0 } });
  const { tps, qbo } = await control.ledgers();
  const taken = tps.documents.filter(({ description }) => description.includes(`journal ${id}]`));
  expect(taken.map(({ totalCents }) => Math.abs(totalCents))).toEqual([60_00]);
  const entry = qbo.documents.find((doc) => doc.entity === 'JournalEntry' && doc.id === id);
  expect(entry?.deleted).toBe(false);
});

test('a refund cheque is taken into TPS as an adjustment increase', async () => {
  const { control } = scene;
  const { CustomerRef } = await qboInvoice();
  const id = await inQbo('Purchase', {
    PaymentType: 'Check',
    AccountRef: await accountOf('Bank'),
    EntityRef: { ...Object(CustomerRef), type: 'Customer' },
    TxnDate: '2026-03-02',
    Line: [
      {
        Amount: 70,
        DetailType: 'AccountBasedExpenseLineDetail',
        AccountBasedExpenseLineDetail: { AccountRef: await accountOf('Accounts Receivable') },
      },
    ],
  });
  await syncByMessages(page, 'With a refund');
  expect(await runOf('Take into TPS as it is')).toMatchObject({ counts: { done: 1, failed: 0 } });
  const { tps, qbo } = await control.ledgers();
  const taken = tps.documents.filter(({ description }) => description.includes(`cheque ${id}]`));
  expect(taken.map(({ totalCents }) => totalCents)).toEqual([70_00]);
  expect(tps.arTotalCents).toBe(qbo.arTotalCents);
});

test('a sub-customer is rolled up to its parent’s client, and its invoice arrives in TPS', async () => {
  const { control } = scene;
  const model = await qboInvoice();
  const sub = await inQbo('Customer', {
    DisplayName: 'Warehouse north',
    Job: true,
    ParentRef: model.CustomerRef,
  });
  const { ItemRef, TaxCodeRef } = Object(model).Line[0].SalesItemLineDetail;
  await inQbo('Invoice', {
    CustomerRef: { value: sub },
    DocNumber: '94100',
    TxnDate: '2026-03-02',
    GlobalTaxCalculation: 'TaxExcluded',
    Line: [
      {
        Amount: 75,
        DetailType: 'SalesItemLineDetail',
        SalesItemLineDetail: { ItemRef, TaxCodeRef },
      },
    ],
  });
  await syncByMessages(page, 'With a sub-customer');
  await press('Roll up to the parent’s client');
  const branch = async () => {
    const { clients } = await askWorker(page, 'setup.get', { reload: false });
    return clients.find(({ qbo }) => qbo?.id === sub)?.decided;
  };
  await expect.poll(branch).toBe(true);
  await syncByMessages(page, 'Rolled up');
  const { tps } = await control.ledgers();
  const { tpsId } = await aTwin(control);
  const owner = tps.documents.find(({ type, id }) => type === 'invoice' && id === tpsId)?.clientId;
  const carried = tps.documents.filter(({ number }) => number === '94100');
  expect(carried.map(({ clientId }) => clientId)).toEqual([owner]);
});

test('a client with a credit memo is excluded from the panel, with a reason, and asked about no more', async () => {
  const { control } = scene;
  const model = await qboInvoice();
  const { ItemRef, TaxCodeRef } = Object(model).Line[0].SalesItemLineDetail;
  await inQbo('CreditMemo', {
    CustomerRef: model.CustomerRef,
    TxnDate: '2026-03-02',
    GlobalTaxCalculation: 'TaxExcluded',
    Line: [
      {
        Amount: 5,
        DetailType: 'SalesItemLineDetail',
        SalesItemLineDetail: { ItemRef, TaxCodeRef },
      },
    ],
  });
  await syncByMessages(page, 'With a credit memo');
  await press('Exclude from sync');
  await giveReason(panel, 'Handled by hand', 'Exclude from sync');
  await panel
    .getByRole('button', { name: 'Convert to a TPS adjustment…' })
    .waitFor({ state: 'detached' });
  const run = await syncByMessages(page, 'Excluded');
  expect(run.tieOut?.unexplainedCents).toBe(0);
  const { tps } = await control.ledgers();
  // That of the entry and that of the refund, none of the credit memo.
  expect(tps.documents.filter(({ type }) => type === 'adjustment')).toHaveLength(2);
});
