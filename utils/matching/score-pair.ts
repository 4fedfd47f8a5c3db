/**
 * What speaks for two clients being one, in points and in words.
 *
 * The points are weights of evidence, set by hand and measured on labelled sets
 * (`npm run bench:matching`). `sure` is a rule of its own, not a number: no sum of weak hints makes
 * a pair that is accepted without being looked at.
 */
import type { QboId, TpsId } from '../ledger/ids';
import { type Phrase, phrase } from '../wording/phrase';
import type { Books } from './book-index';
import { compareNames } from './compare-names';
import { addContact } from './contact-evidence';
import { Evidence } from './evidence';
import { addIdentity } from './identity-evidence';
import { addInvoices } from './invoice-evidence';
import type { NameEvidence } from './name-evidence';
import type { ProfileOn } from './profile';

export interface ScoredPair {
  readonly tpsId: TpsId;
  readonly qboId: QboId;
  /** Sum of the evidence; may pass 100. */
  readonly points: number;
  /** Good enough to accept unseen, as long as nobody else looks as much alike. */
  readonly sure: boolean;
  readonly reasons: readonly Phrase[];
}

/** Less is no proposal. */
const PROPOSAL_MIN = 30;
const SURE_MIN = 60;
const SUB_CUSTOMER_POINTS = -10;

/** Null when the two are not alike enough to be proposed. */
export function scorePair(
  tps: ProfileOn<'tps'>,
  qbo: ProfileOn<'qbo'>,
  books: Books,
): ScoredPair | null {
  const name = compareNames(tps.name, qbo.name);
  const isSub = qbo.client.parentId !== null;
  const evidence = new Evidence();
  evidence.points = name.points;
  evidence.reasons.push(...name.reasons);
  addIdentity(evidence, tps, qbo);
  const before = evidence.points;
  addContact(evidence, tps, qbo, books);
  // A house, an owner and his companies, a branch and its parent have their contacts in common.
  const fromContact = evidence.points - before;
  if ((name.grade === 'apart' || isSub) && fromContact > 0) {
    evidence.points -= Math.floor(fromContact / 2);
  }
  addInvoices(evidence, tps, qbo, books);
  if (isSub) evidence.add(SUB_CUSTOMER_POINTS, phrase('match.subCustomer'));
  const { points, reasons } = evidence;
  if (points < PROPOSAL_MIN) return null;
  const sure = isSure(name, evidence, isSub);
  return { tpsId: tps.client.id, qboId: qbo.client.id, points, sure, reasons };
}

function isSure(name: NameEvidence, evidence: Evidence, isSub: boolean): boolean {
  if (evidence.marker) return true;
  if (evidence.points < SURE_MIN || evidence.otherCode || isSub) return false;
  const { ownEmail, ownPhone, address } = evidence;
  const proof = evidence.code || evidence.invoices;
  switch (name.grade) {
    case 'same':
      return evidence.borneOut || !evidence.contradicted;
    case 'near':
      return proof || ownEmail || (ownPhone && address);
    case 'apart':
      return proof;
    case 'none':
      return proof && (ownEmail || ownPhone || address);
  }
}
