/**
 * After a write whose answer never came: was it carried out? Looked up in the system itself, by
 * marker for a create and by state for the rest. Nothing is ever sent again before this says no.
 */
import { absCents, type Cents, cents } from '../ledger/cents';
import { applicationsOf } from '../ledger/content';
import type { Draft } from '../ledger/drafts';
import { type Except, isVoid } from '../ledger/except';
import { isLinkable, type Linkable, type LinkIndex } from '../ledger/link';
import type { BooksPort } from '../port/books-port';
import { type Intent, isNew } from '../sync/intent';
import { draftHeld } from '../sync/translate/draft-held';
import { actHolds } from './send';

export type Outcome =
  | { readonly carriedOut: true; readonly result: Linkable | null }
  | { readonly carriedOut: false };

const NOT: Outcome = { carriedOut: false };

/** @param since it was not sent before: only what came after this reading of the books can be it */
export async function lookUp(
  port: BooksPort,
  intent: Intent,
  draft: Draft | null,
  toleranceCents: number,
  since: string | null,
  links: LinkIndex,
): Promise<Outcome> {
  if (isNew(intent)) {
    if (!draft) return NOT;
    if (draft.marker === null) throw new Error(`no tag to look for: ${intent.key}`);
    const found = await port.findByMarker(draft.marker, draft, since, exceptFor(intent, links));
    return found && isLinkable(found) ? { carriedOut: true, result: found } : NOT;
  }
  // The original of a conversion is read before it is sent again anyhow.
  if (!intent.target) return NOT;
  const current = await port.read(intent.type, intent.target.id);
  if (intent.does === 'delete') {
    // TPS keeps a deleted client, to be restored.
    const gone = !current || (current.kind === 'client' && current.status === 'deleted');
    return gone ? { carriedOut: true, result: null } : NOT;
  }
  if (!current || !isLinkable(current)) return NOT;
  return isSo(intent, current, draft, toleranceCents) ? { carriedOut: true, result: current } : NOT;
}

/** Does the target stand there as the intent wants it? */
function isSo(
  intent: Intent,
  current: Linkable,
  draft: Draft | null,
  toleranceCents: number,
): boolean {
  switch (intent.does) {
    case 'act':
    case 'renumber':
      return actHolds(intent, current);
    case 'void':
      return isVoided(current);
    case 'update':
    case 'detach':
    case 'restore':
      return draft !== null && draftHeld(draft, current, toleranceCents);
    case 'create':
    case 'reenter':
    case 'replace':
    case 'link':
    case 'delete':
      return false;
  }
}

/**
 * What is entered anew carries the tag of the one that it replaces, and of those before that one,
 * which are void. Of two that a person took apart the one carries the tag of the other. And what is
 * linked to another document is that one's twin, whatever its tag says.
 */
function exceptFor(intent: Intent, links: LinkIndex): Except {
  const { record, to, type, linkId } = intent;
  const notTwins = (intent.does === 'create' && intent.notTwins) || [];
  const isAnew = record.side === to;
  const isAgain = isAnew || linkId !== null;
  return (found) => {
    if (notTwins.includes(found.id)) return true;
    if (isAgain && isVoid(found)) return true;
    if (isAnew && found.id === record.id) return true;
    const twin = isAnew ? null : links.twin(to, type, found.id);
    return twin !== null && twin !== record.id;
  };
}

export function isVoided(record: Linkable): boolean {
  return record.kind !== 'client' && record.voided;
}

/** What the system made of our write, compared with what was sent. */
export type ReadBack =
  | { readonly verdict: 'same' }
  /** A few cents of tax: told as a warning. */
  | { readonly verdict: 'residue'; readonly residueCents: Cents }
  /** Not what was meant: to be taken back. */
  | { readonly verdict: 'wrong'; readonly residueCents: Cents };

export function compareReadBack(result: Linkable, draft: Draft, toleranceCents: number): ReadBack {
  const residue = residueOf(result, draft);
  if (residue === null) return { verdict: 'wrong', residueCents: cents(0) };
  if (residue === 0) return { verdict: 'same' };
  return absCents(residue) <= toleranceCents
    ? { verdict: 'residue', residueCents: residue }
    : { verdict: 'wrong', residueCents: residue };
}

/** Cents by which the stored total differs; null when something else than the total is off. */
function residueOf(result: Linkable, draft: Draft): Cents | null {
  if (result.kind === 'client') return cents(0);
  if (draft.kind === 'invoice' && result.kind === 'invoice') {
    if (result.number !== draft.number || result.clientId !== draft.clientId) return null;
    return cents(result.totalCents - draft.totalCents);
  }
  if (draft.kind === 'payment' && result.kind === 'payment') {
    const applied = applicationsOf(result.applications).join();
    if (applied !== applicationsOf(draft.applications).join()) return null;
    return result.clientId === draft.clientId
      ? cents(result.amountCents - draft.amountCents)
      : null;
  }
  return null;
}
