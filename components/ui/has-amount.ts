import type { DocumentType, Verb } from '../../utils/views/views';

/** A client carries no money, and storing a link to pay moves none. */
export function hasAmount(change: { type: DocumentType; verb: Verb }): boolean {
  return change.type !== 'client' && change.verb !== 'paymentLink';
}
