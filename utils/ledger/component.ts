/**
 * Which documents hang together through applications. Only an open document makes a difference to
 * A/R, but it cannot be right on the other side without the payments that made it what it is, and
 * those not without the other invoices that they paid: so a group with anything open in it is in
 * scope as a whole, and a group that is settled to the last document is left out.
 */
import type { Invoice, Payment } from './entities';
import { each, inOneGo, type Steps } from './steps';

/** Some milliseconds of work. */
const MANY = 5_000;

export interface DocumentGroup {
  readonly invoices: readonly Invoice[];
  readonly payments: readonly Payment[];
  readonly open: boolean;
}

/** What was worked out of books that are never changed, by their payments and invoices. */
const known = new WeakMap<
  ReadonlyMap<string, Payment>,
  { readonly of: ReadonlyMap<string, Invoice>; readonly groups: readonly DocumentGroup[] }
>();

/** Groups all documents of one side; of the same books the same groups, worked out once. */
export function documentGroups(
  invoices: ReadonlyMap<string, Invoice>,
  payments: ReadonlyMap<string, Payment>,
): readonly DocumentGroup[] {
  return inOneGo(groupSteps(invoices, payments));
}

/** The same in steps: who asks afterwards has them at once. */
export function* groupSteps(
  invoices: ReadonlyMap<string, Invoice>,
  payments: ReadonlyMap<string, Payment>,
): Steps<readonly DocumentGroup[]> {
  const last = known.get(payments);
  if (last?.of === invoices) return last.groups;
  const groups = yield* grouped(invoices, payments);
  known.set(payments, { of: invoices, groups });
  return groups;
}

function* grouped(
  invoices: ReadonlyMap<string, Invoice>,
  payments: ReadonlyMap<string, Payment>,
): Steps<DocumentGroup[]> {
  const paymentsOf = new Map<string, Payment[]>();
  for (const payment of payments.values()) {
    for (const application of payment.applications) {
      if (application.to !== 'invoice') continue;
      const list = paymentsOf.get(application.id);
      if (list) list.push(payment);
      else paymentsOf.set(application.id, [payment]);
    }
  }
  const seen = new Set<Invoice | Payment>();
  const groups: DocumentGroup[] = [];
  for (const list of [invoices, payments]) {
    yield* each<Invoice | Payment>(list.values(), MANY, (start) => {
      if (!seen.has(start)) groups.push(collect(start, invoices, paymentsOf, seen));
    });
  }
  return groups;
}

function collect(
  start: Invoice | Payment,
  invoices: ReadonlyMap<string, Invoice>,
  paymentsOf: ReadonlyMap<string, Payment[]>,
  seen: Set<Invoice | Payment>,
): DocumentGroup {
  const found: { invoices: Invoice[]; payments: Payment[] } = { invoices: [], payments: [] };
  const queue: (Invoice | Payment)[] = [start];
  seen.add(start);
  const visit = (next: Invoice | Payment | undefined) => {
    if (!next || seen.has(next)) return;
    seen.add(next);
    queue.push(next);
  };
  for (let record = queue.pop(); record; record = queue.pop()) {
    if (record.kind === 'invoice') {
      found.invoices.push(record);
      for (const payment of paymentsOf.get(record.id) ?? []) visit(payment);
    } else {
      found.payments.push(record);
      for (const application of record.applications) {
        if (application.to === 'invoice') visit(invoices.get(application.id));
      }
    }
  }
  const open =
    found.invoices.some((invoice) => invoice.balanceCents !== 0) ||
    found.payments.some((payment) => payment.unappliedCents !== 0);
  return { ...found, open };
}
