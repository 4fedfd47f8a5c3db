/** People at work on payments and adjustments in TPS. */
import { toCents } from '../world/card';
import { money, pickOr, recently, reword, type WorkScene, words } from './scene';

type Application = { documentType: 'invoice' | 'adjustment'; documentId: number; amount: string };

/** Puts up to `cents` on open invoices of the client, in a random way. */
function spread(scene: WorkScene, clientId: number, cents: number): Application[] {
  const { books, random } = scene;
  const open = books.invoices
    .all()
    .filter((one) => one.clientId === clientId && one.status === 'outstanding');
  let left = cents;
  const applications: Application[] = [];
  for (const invoice of random.shuffle(open).slice(0, random.int(0, 3))) {
    const most = Math.min(left, toCents(invoice.balance));
    if (most <= 0) continue;
    const part = random.chance(0.6) ? most : random.int(1, most);
    left -= part;
    applications.push({ documentType: 'invoice', documentId: invoice.id, amount: money(part) });
  }
  return applications;
}

function clientWithInvoices({ books, random }: WorkScene): number {
  const ids = books.invoices
    .all()
    .flatMap((one) => (one.status === 'outstanding' ? [one.clientId] : []));
  return pickOr(random, [...new Set(ids)]);
}

export function tpsPayment(scene: WorkScene): void {
  const { books, random } = scene;
  const clientId = clientWithInvoices(scene);
  const owed = toCents(books.clients.get(clientId).arBalance);
  const cents = random.chance(0.4) && owed > 0 ? owed : random.int(100, 60_000);
  books.payments.create({
    clientId,
    date: recently(scene, 10),
    bankAccountId: books.reference.bankAccounts[0]?.id,
    paymentMethodId: random.chance(0.8) ? pickOr(random, books.reference.paymentMethods).id : null,
    reference: random.chance(0.6) ? String(random.int(1000, 9999)) : '',
    description: random.chance(0.4) ? words(random) : '',
    amount: money(cents),
    applications: spread(scene, clientId, cents),
  });
}

function livePayment({ books, random }: WorkScene) {
  return pickOr(
    random,
    books.payments.all().filter(({ status }) => status === 'posted'),
  );
}

export function tpsPaymentEdit(scene: WorkScene): void {
  const { books, random } = scene;
  const payment = livePayment(scene);
  const raised = toCents(payment.amount) + random.int(1, 5_000);
  const change = random.pick([
    { reference: String(random.int(1000, 9999)) },
    { description: reword(payment.description, words(random)) },
    { date: recently(scene, 10) },
    { amount: money(raised) },
  ]);
  books.patch('payment', payment.id, change);
}

/** Detach, attach, or both. */
export function tpsReapply(scene: WorkScene): void {
  const { books, random } = scene;
  const payment = livePayment(scene);
  books.payments.setApplications(payment.id, { applications: [] });
  if (random.chance(0.35)) return;
  const applications = spread(scene, payment.clientId, toCents(payment.amount));
  books.payments.setApplications(payment.id, { applications });
}

export function tpsPaymentVoid(scene: WorkScene): void {
  scene.books.payments.void(livePayment(scene).id);
}

export function tpsPaymentRemove(scene: WorkScene): void {
  scene.books.payments.remove(livePayment(scene).id);
}

export function tpsIncrease(scene: WorkScene): void {
  const { books, random } = scene;
  books.adjustments.create({
    clientId: clientWithInvoices(scene),
    direction: 'increase',
    date: recently(scene, 10),
    description: words(random),
    amount: money(random.int(100, 20_000)),
  });
}

export function tpsDecrease(scene: WorkScene): void {
  const { books, random } = scene;
  const clientId = clientWithInvoices(scene);
  const cents = random.int(100, 20_000);
  books.adjustments.create({
    clientId,
    direction: 'decrease',
    date: recently(scene, 10),
    description: words(random),
    amount: money(cents),
    applications: spread(scene, clientId, cents),
  });
}

/** A prepayment is paid back: moved onto an increase. */
export function tpsRefund(scene: WorkScene): void {
  const { books, random } = scene;
  const prepaid = books.payments
    .all()
    .filter((one) => one.status === 'posted' && toCents(one.unapplied) > 0);
  const payment = pickOr(random, prepaid);
  const unapplied = toCents(payment.unapplied);
  const increase = books.adjustments.create({
    clientId: payment.clientId,
    direction: 'increase',
    date: recently(scene, 5),
    description: 'Refund',
    amount: payment.unapplied,
  });
  books.payments.setApplications(payment.id, {
    applications: [
      ...payment.applications,
      { documentType: 'adjustment', documentId: increase.id, amount: money(unapplied) },
    ],
  });
}

function liveAdjustment({ books, random }: WorkScene) {
  return pickOr(
    random,
    books.adjustments.all().filter(({ status }) => status === 'posted'),
  );
}

export function tpsAdjustmentEdit(scene: WorkScene): void {
  const adjustment = liveAdjustment(scene);
  const cents = toCents(adjustment.amount) + scene.random.int(1, 900);
  scene.books.patch('adjustment', adjustment.id, { amount: money(cents) });
}

export function tpsAdjustmentVoid(scene: WorkScene): void {
  scene.books.adjustments.void(liveAdjustment(scene).id);
}

export function tpsAdjustmentRemove(scene: WorkScene): void {
  scene.books.adjustments.remove(liveAdjustment(scene).id);
}
