import { applicationsOf, sameContent } from '../ledger/content';
import type { Draft } from '../ledger/drafts';
import type { Payment } from '../ledger/entities';
import type { Linkable } from '../ledger/link';

/**
 * QBO books an adjustment decrease by two documents, a journal entry and a payment of 0.00 that
 * applies it, so a try of ours can be cut off between the two. True when the record is on the way
 * from what it was to what we wanted, and nothing in it is anybody else's.
 *
 * @param before what it was, null before a create
 * @param draft what we wanted, null for a delete
 */
export function isMidway(now: Linkable, before: Linkable | null, draft: Draft | null): boolean {
  if (now.kind !== 'payment' || now.booking !== 'journalEntry' || now.voided) return false;
  const wanted = draft?.kind === 'payment' ? wantedOf(now, draft) : null;
  const ends = [before, wanted].filter((end): end is Payment => end?.kind === 'payment');
  const same = (field: keyof Payment) => ends.some((end) => end[field] === now[field]);
  if (!(['clientId', 'date', 'bankId', 'memo', 'amountCents'] as const).every(same)) return false;
  const known = new Set(ends.flatMap((end) => applicationsOf(end.applications)));
  return applicationsOf(now.applications).every((application) => known.has(application));
}

function wantedOf(now: Payment, draft: Extract<Draft, { kind: 'payment' }>): Payment {
  const { clientId, date, bankId, memo, amountCents, applications } = draft;
  return { ...now, clientId, date, bankId, memo, amountCents, applications };
}

/** Like `sameContent`, but a cut-off try of ours counts as what it started from. */
export function isAsPlanned(
  now: Linkable,
  planned: Linkable,
  draft: Draft | null,
  sentBefore: boolean,
): boolean {
  return sameContent(now, planned) || (sentBefore && isMidway(now, planned, draft));
}
