/** People at work on payments, deposits and journal entries in QuickBooks. */
import type { JsonObject } from '../../sandbox/qbo';
import { objectsAt, refAt, textAt } from '../../sandbox/qbo/json';
import { toCents } from '../world/card';
import { activeCustomer, changeInQbo, live, takeAway } from './qbo-invoices';
import { pickOr, recently, reword, type WorkScene, words } from './scene';

function openInvoices(scene: WorkScene, customerId: string | null) {
  return live(scene, 'Invoice').filter(
    (one) => one.balanceCents > 0 && (customerId === null || one.customerId === customerId),
  );
}

function spread(scene: WorkScene, customerId: string, cents: number): JsonObject[] {
  const { random } = scene;
  let left = cents;
  const lines: JsonObject[] = [];
  for (const invoice of random
    .shuffle(openInvoices(scene, customerId))
    .slice(0, random.int(0, 3))) {
    const most = Math.min(left, invoice.balanceCents);
    if (most <= 0) continue;
    const part = random.chance(0.6) ? most : random.int(1, most);
    left -= part;
    lines.push({ Amount: part / 100, LinkedTxn: [{ TxnId: invoice.id, TxnType: 'Invoice' }] });
  }
  return lines;
}

export function qboPayment(scene: WorkScene): void {
  const { company, random } = scene;
  const { customerId } = pickOr(random, openInvoices(scene, null));
  const value = customerId ?? '';
  const cents = random.int(100, 60_000);
  const lists = scene.lists();
  const method = lists.method(random.pick(['cheque', 'visa', 'transfer'] as const));
  company.create('Payment', {
    CustomerRef: { value },
    TxnDate: recently(scene, 10),
    TotalAmt: cents / 100,
    DepositToAccountRef: lists.bank,
    ...(method ? { PaymentMethodRef: method } : {}),
    ...(random.chance(0.5) ? { PaymentRefNum: String(random.int(1000, 9999)) } : {}),
    ...(random.chance(0.4) ? { PrivateNote: words(random) } : {}),
    Line: spread(scene, value, cents),
  });
}

export function qboPayOnline(scene: WorkScene): void {
  const { company, random } = scene;
  const invoice = pickOr(random, openInvoices(scene, null));
  company.payOnline(
    invoice.id,
    random.chance(0.5) ? undefined : random.int(1, invoice.balanceCents),
  );
}

export function qboPaymentEdit(scene: WorkScene): void {
  const { company, random } = scene;
  // Nobody edits a payment of 0.00 that only applies a credit.
  const real = live(scene, 'Payment').filter((one) => one.totalCents > 0);
  const { id, totalCents } = pickOr(random, real);
  const now = company.read('Payment', id);
  const change = random.pick<JsonObject>([
    { PaymentRefNum: String(random.int(1000, 9999)) },
    { PrivateNote: reword(textAt(now, 'PrivateNote') ?? '', words(random)) },
    { TxnDate: recently(scene, 10) },
    { TotalAmt: (totalCents + random.int(1, 5_000)) / 100, Line: [...objectsAt(now, 'Line')] },
  ]);
  changeInQbo(scene, 'Payment', id, change);
}

export function qboReapply(scene: WorkScene): void {
  const { company, random } = scene;
  const { id, totalCents, customerId } = pickOr(random, live(scene, 'Payment'));
  changeInQbo(scene, 'Payment', id, { Line: [] });
  if (random.chance(0.35)) return;
  const Line = spread(
    scene,
    customerId ?? refAt(company.read('Payment', id), 'CustomerRef') ?? '',
    totalCents,
  );
  changeInQbo(scene, 'Payment', id, { Line });
}

export function qboPaymentVoid(scene: WorkScene): void {
  const { id } = pickOr(scene.random, live(scene, 'Payment'));
  const SyncToken = textAt(scene.company.read('Payment', id), 'SyncToken') ?? '0';
  scene.company.void('Payment', { Id: id, SyncToken });
}

export function qboPaymentDelete(scene: WorkScene): void {
  takeAway(scene, 'remove', 'Payment');
}

/** Payments that wait in Undeposited Funds are taken to the bank. */
export function qboDeposit(scene: WorkScene): void {
  const { company, random } = scene;
  const { id } = pickOr(random, live(scene, 'Payment'));
  const amount = toCents(textAt(company.read('Payment', id), 'TotalAmt')) / 100;
  company.create('Deposit', {
    TxnDate: scene.today,
    DepositToAccountRef: scene.lists().bank,
    Line: [{ Amount: amount, LinkedTxn: [{ TxnId: id, TxnType: 'Payment', TxnLineId: '0' }] }],
  });
}

export function qboJournalEntry(scene: WorkScene): void {
  const { company, random } = scene;
  const lists = scene.lists();
  const up = random.chance(0.5);
  const line = (
    PostingType: string,
    AccountRef: JsonObject,
    rest: JsonObject = {},
  ): JsonObject => ({
    Amount: amount,
    DetailType: 'JournalEntryLineDetail',
    JournalEntryLineDetail: { PostingType, AccountRef, ...rest },
  });
  const amount = random.int(100, 9_000) / 100;
  const Entity = { Type: 'Customer', EntityRef: { value: activeCustomer(scene) } };
  company.create('JournalEntry', {
    TxnDate: recently(scene, 10),
    PrivateNote: 'Correction',
    Line: [
      line(up ? 'Debit' : 'Credit', lists.receivable, { Entity }),
      line(up ? 'Credit' : 'Debit', lists.income),
    ],
  });
}

export function qboJournalEntryDelete(scene: WorkScene): void {
  takeAway(scene, 'remove', 'JournalEntry');
}

/** Somebody ticks a payment off against the statement of the bank. */
export function qboReconcile(scene: WorkScene): void {
  scene.company.reconcile('Payment', pickOr(scene.random, live(scene, 'Payment')).id);
}
