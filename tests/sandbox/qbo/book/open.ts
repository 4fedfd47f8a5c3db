import { keyOf, type Rec } from '../store/record';
import type { Book } from './book';

/** Receivable of one customer that a document posts; positive when the customer owes it. */
export function receivableOf(rec: Rec, customerId: string): number {
  let cents = 0;
  for (const posting of rec.facts?.postings ?? []) {
    if (posting.customerId === customerId) cents += posting.cents;
  }
  return cents;
}

/** The customers whose receivable a document moves. */
export function customersOf(rec: Rec): readonly string[] {
  const ids = new Set<string>();
  for (const posting of rec.facts?.postings ?? []) {
    if (posting.customerId !== null) ids.add(posting.customerId);
  }
  return [...ids];
}

/** What a payment holds that is applied to nothing. Never negative. */
export function unappliedCents(rec: Rec): number {
  let cents = rec.facts?.totalCents ?? 0;
  for (const application of rec.facts?.applications ?? []) {
    cents += application.kind === 'credit' ? application.cents : -application.cents;
  }
  return cents;
}

/**
 * The open part of a document's receivable for one customer, signed as the receivable is:
 * an unpaid invoice is positive; an unused credit memo or payment is negative.
 */
export function openFor(book: Book, rec: Rec, customerId: string): number {
  if (rec.deleted) return 0;
  if (rec.entity === 'Payment') {
    return customerId === rec.facts?.customerId ? -unappliedCents(rec) : 0;
  }
  const whole = receivableOf(rec, customerId);
  const applied = book.store.applied.get(`${keyOf(rec.entity, rec.id)} ${customerId}`);
  return whole >= 0 ? whole - applied : whole + applied;
}

/** The open part for all customers together. */
export function openCents(book: Book, rec: Rec): number {
  if (rec.entity === 'Payment') return rec.deleted ? 0 : -unappliedCents(rec);
  let cents = 0;
  if (!book.store.isApplied(rec.entity, rec.id)) {
    return rec.deleted ? 0 : (rec.facts?.receivableCents ?? 0);
  }
  for (const customerId of customersOf(rec)) cents += openFor(book, rec, customerId);
  return cents;
}
