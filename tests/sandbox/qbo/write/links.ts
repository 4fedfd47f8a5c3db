import type { Book } from '../book/book';
import { receivableOf, unappliedCents } from '../book/open';
import { businessError } from '../fault';
import { paymentFacts } from '../kinds/payment/facts';
import { type Application, keyOf, type Rec } from '../store/record';

/** Marks a record as changed by the system. */
export function touch(book: Book, rec: Rec, bumpsSyncToken: boolean): void {
  const syncToken = rec.syncToken + (bumpsSyncToken ? 1 : 0);
  book.store.put({ ...rec, syncToken, updatedMs: book.nowMs() });
}

/** Customers whose balance moved have a new LastUpdatedTime (recorded: minimul/qbo_api, Amy). */
export function touchCustomers(book: Book, before: Rec | undefined, after: Rec): void {
  const moved = new Map<string, number>();
  const count = (rec: Rec | undefined, sign: 1 | -1): void => {
    if (!rec || rec.deleted) return;
    for (const { customerId, cents } of rec.facts?.postings ?? []) {
      if (customerId) moved.set(customerId, (moved.get(customerId) ?? 0) + sign * cents);
    }
  };
  count(before, -1);
  count(after, 1);
  for (const [id, cents] of moved) {
    const customer = book.store.get('Customer', id);
    if (customer && cents !== 0) touch(book, customer, false);
  }
}

function appliedByTarget(rec: Rec | undefined): Map<string, Application & { sum: number }> {
  const out = new Map<string, Application & { sum: number }>();
  for (const application of rec && !rec.deleted ? (rec.facts?.applications ?? []) : []) {
    const key = keyOf(application.entity, application.id);
    out.set(key, { ...application, sum: (out.get(key)?.sum ?? 0) + application.cents });
  }
  return out;
}

/** Documents whose open balance a payment changed get a new LastUpdatedTime and SyncToken, it is thought. */
export function touchTargets(
  book: Book,
  before: Rec | undefined,
  after: Rec,
  exceptKey?: string,
): void {
  if (!book.switches.paymentStampsTarget) return;
  const old = appliedByTarget(before);
  const now = appliedByTarget(after);
  for (const [key, application] of new Map([...old, ...now])) {
    if (key === exceptKey || (old.get(key)?.sum ?? 0) === (now.get(key)?.sum ?? 0)) continue;
    const target = book.store.get(application.entity, application.id);
    if (target && !target.deleted) touch(book, target, book.switches.paymentBumpsSyncToken);
  }
}

/** Lowers the charges of a payment until it applies no more than it has. */
function withinMeans(payment: Rec, applications: readonly Application[]): readonly Application[] {
  const facts = payment.facts;
  if (!facts) return applications;
  let missing = -unappliedCents({ ...payment, facts: { ...facts, applications } });
  const out: Application[] = [];
  for (const application of [...applications].reverse()) {
    if (application.kind === 'charge' && missing > 0) {
      const cut = Math.min(missing, application.cents);
      missing -= cut;
      out.unshift({ ...application, cents: application.cents - cut });
    } else {
      out.unshift(application);
    }
  }
  return out.filter((application) => application.cents > 0);
}

function reapply(
  book: Book,
  payment: Rec,
  applications: readonly Application[],
  causeKey: string,
): void {
  const kept = withinMeans(payment, applications);
  const facts = paymentFacts(book, payment.body, payment.facts?.totalCents ?? 0, kept);
  const next: Rec = {
    ...payment,
    facts,
    syncToken: payment.syncToken + 1,
    updatedMs: book.nowMs(),
  };
  book.store.put(next);
  touchTargets(book, payment, next, causeKey);
  touchCustomers(book, payment, next);
}

/** What payments may still apply to a document, per customer and direction. */
function allowance(rec: Rec, application: Application): number {
  if (rec.deleted) return 0;
  const whole = receivableOf(rec, application.customerId);
  return Math.max(0, application.kind === 'charge' ? whole : -whole);
}

/**
 * After a document became smaller, was voided, deleted or moved to another customer: takes back
 * what no longer fits, from the latest payment first. Those payments keep it as unapplied.
 */
export function releaseApplications(book: Book, rec: Rec, mode: 'unlink' | 'refuse'): void {
  const key = keyOf(rec.entity, rec.id);
  const used = new Map<string, number>();
  for (const paymentId of book.store.paymentsOn(key)) {
    const payment = book.store.get('Payment', paymentId);
    if (!payment) continue;
    let changed = false;
    const applications = (payment.facts?.applications ?? []).map((application) => {
      if (keyOf(application.entity, application.id) !== key) return application;
      const group = `${application.customerId} ${application.kind}`;
      const left = allowance(rec, application) - (used.get(group) ?? 0);
      const cents = Math.max(0, Math.min(left, application.cents));
      used.set(group, (used.get(group) ?? 0) + cents);
      changed ||= cents !== application.cents;
      return { ...application, cents };
    });
    if (!changed) continue;
    if (mode === 'refuse') {
      throw businessError('You must unlink this transaction from its payments first.');
    }
    reapply(
      book,
      payment,
      applications.filter((application) => application.cents > 0),
      key,
    );
  }
}
