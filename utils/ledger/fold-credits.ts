/**
 * QBO applies a journal entry in credit by payments of 0.00 that name the entry and the invoices.
 * TPS knows one document, the adjustment with its applications: so those payments are no documents
 * of their own here, and what they apply belongs to the entry.
 */
import { type Cents, cents, negateCents, sumCents, ZERO } from './cents';
import type { Application, Payment } from './entities';

/**
 * The payments without those of 0.00 that only spend one credit of their own client; that credit
 * (an entry for which `isCredit` holds) has their applications, one for each invoice. Its `version`
 * then names its parts and theirs, `2/91:3`, and changes with each. `unappliedCents` was right
 * before and stays. A payment that brings money too, or mixes credits, stays as it is.
 */
export function foldCredits<P extends Payment>(
  payments: ReadonlyMap<string, P>,
  isCredit: (payment: P) => boolean,
): Map<string, P> {
  const partsOf = new Map<string, P[]>();
  const folded = new Map<string, P>();
  for (const [id, payment] of payments) {
    const credit = creditSpentBy(payment, payments);
    if (!credit || !isCredit(credit)) folded.set(id, payment);
    else partsOf.set(credit.id, [...(partsOf.get(credit.id) ?? []), payment]);
  }
  for (const [id, parts] of partsOf) {
    const credit = folded.get(id);
    if (credit) folded.set(id, joined(credit, parts));
  }
  return folded;
}

/** The one credit that a payment of 0.00 applies to invoices; null for every other payment. */
function creditSpentBy<P extends Payment>(payment: P, payments: ReadonlyMap<string, P>): P | null {
  if (payment.amountCents !== 0 || payment.unappliedCents !== 0) return null;
  const paid = payment.applications.filter(({ to }) => to === 'invoice');
  const spent = payment.applications.filter(({ to }) => to !== 'invoice');
  const creditIds = new Set(spent.map(({ id }) => id));
  const [creditId] = creditIds;
  if (creditId === undefined || creditIds.size > 1 || paid.length === 0) return null;
  if (paid.some(({ amountCents }) => amountCents <= 0)) return null;
  if (total(paid) !== negateCents(total(spent))) return null;
  const credit = payments.get(creditId);
  const isEntry = credit?.booking === 'journalEntry' && credit.clientId === payment.clientId;
  return isEntry ? credit : null;
}

function joined<P extends Payment>(credit: P, parts: readonly P[]): P {
  const [own = '', before] = credit.version.split('/');
  const known = new Map((before?.split(',') ?? []).map((text) => part(text)));
  // A part that the version names is in the entry already.
  const fresh = parts.filter(({ id }) => !known.has(id));
  for (const { id, version } of fresh) known.set(id, version);
  const named = [...known].sort(([a], [b]) => byNumber(a, b)).map((pair) => pair.join(':'));
  const all = [credit, ...fresh];
  return {
    ...credit,
    version: `${own}/${named.join(',')}`,
    modifiedAt:
      all
        .map(({ modifiedAt }) => modifiedAt)
        .sort()
        .at(-1) ?? credit.modifiedAt,
    applications: perInvoice(
      all.flatMap(({ applications }) => applications.filter(({ to }) => to === 'invoice')),
    ),
    deposited: all.some(({ deposited }) => deposited),
  };
}

function part(text: string): [string, string] {
  const [id = '', version = ''] = text.split(':');
  return [id, version];
}

function perInvoice(applications: readonly Application[]): Application[] {
  const sums = new Map<string, Cents>();
  for (const { id, amountCents } of applications) {
    sums.set(id, cents((sums.get(id) ?? ZERO) + amountCents));
  }
  return [...sums]
    .sort(([a], [b]) => byNumber(a, b))
    .map(([id, amountCents]) => ({ to: 'invoice', id, amountCents }));
}

function total(applications: readonly Application[]): Cents {
  return sumCents(applications.map(({ amountCents }) => amountCents));
}

/** Ids are digits without leading zeros. */
function byNumber(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
