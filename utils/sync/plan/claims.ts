/**
 * Whose twin a document says it is, by the tag that it carries. A tag is a hint and never a proof:
 * people copy documents with their memo, type what looks like a tag, and edit what they copied.
 */
import { splitId } from '../../ledger/document-id';
import { parseMarker } from '../../ledger/marker';
import { otherSide, type Side } from '../../ledger/side';
import { ownerOf, twinOf } from '../owner';
import type { Scene } from '../scene';
import type { Doc, DocumentRules } from './document-rules';

/** The document of the other book that a tag names. */
export interface Named {
  readonly side: Side;
  readonly id: string;
}

/** Whom the tag names; null without a tag, and for one that says nothing about twins. */
export function namedBy(doc: Doc): Named | null {
  // A payment of 0.00 only applies a journal entry, whose tag it carries along.
  if (doc.kind === 'payment' && doc.amountCents === 0) return null;
  const marker = parseMarker(doc.marker, doc.kind);
  if (marker?.type !== doc.kind || marker.side === doc.side) return null;
  // What a conversion replaced is gone: the adjustment that names it is nobody's twin.
  return splitId(marker.id).list === 'credit' ? null : { side: marker.side, id: marker.id };
}

/** The tag came along when the document was copied: the one that it names is another's twin. */
export function isCopiedTag(
  { links }: Pick<Scene, 'links'>,
  doc: Doc,
  { side, id }: Named,
): boolean {
  const twin = links.twin(side, doc.kind, id);
  return twin !== null && twin !== doc.id;
}

/** Do two documents agree in what a tag must be borne out by: the client, and number or total? */
export type Agreement = 'number and total' | 'number or total' | 'neither';

export function agreement<D extends Doc>(
  scene: Scene,
  rules: Pick<DocumentRules<D>, 'amount' | 'reference'>,
  one: D,
  other: D,
): Agreement {
  const owner = ownerOf(scene, one.side, one.clientId);
  const twin = twinOf(scene, one.side, owner);
  if (twin === null || twin !== ownerOf(scene, otherSide(one.side), other.clientId)) {
    return 'neither';
  }
  const [number, otherNumber] = [one, other].map((doc) => rules.reference(doc).toLowerCase());
  const sameNumber = number === otherNumber && (number !== '' || one.kind === 'payment');
  const sameTotal = rules.amount(one) === rules.amount(other);
  if (sameNumber && sameTotal) return 'number and total';
  // Without a number, a payment is told by its amount alone.
  return sameTotal || (sameNumber && number !== '') ? 'number or total' : 'neither';
}
