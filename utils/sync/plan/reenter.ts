/**
 * What a run voided or deleted stands there no more, and no system gives it back: an undo enters it
 * anew, from the journal, with its applications and under its number.
 */

import { AGAIN } from '../../ledger/document-id';
import type { Draft } from '../../ledger/drafts';
import type { Linkable } from '../../ledger/link';
import { markerText } from '../../ledger/marker';
import { sideKey } from '../../ledger/record-key';
import { otherSide, type Side } from '../../ledger/side';
import { TRAITS } from '../../ledger/traits';
import { type Phrase, phrase } from '../../wording/phrase';
import type { Intent } from '../intent';
import type { Scene } from '../scene';
import type { Doc } from './document-rules';

/** Why it cannot be entered anew as it was; null when it can. */
export function cannotReenter({ now }: Scene, doc: Doc): Phrase | null {
  const { side, id } = doc;
  const values = { number: doc.kind === 'invoice' ? doc.number : doc.reference, system: side };
  if (doc.kind === 'payment') {
    const isOdd = doc.applications.some(({ to }) => to !== 'invoice');
    return isOdd ? phrase('undo.notOurs', values) : null;
  }
  if (doc.oddity !== null) return phrase('undo.notOurs', values);
  const holds = [...now[side].invoices.values()].some(
    (other) =>
      other.number !== '' &&
      other.number.toLowerCase() === doc.number.toLowerCase() &&
      // A void invoice of QBO gives its number up first.
      (other.id !== id || TRAITS[side].voidKeepsNumber),
  );
  return holds ? phrase('undo.numberHeld', values) : null;
}

/** Would an undo lose it for good? For the brake, before it is voided or deleted. */
export function isLostForGood(scene: Scene, { does, to, target }: Intent): boolean {
  if (!target || target.kind === 'client') return false;
  // A void invoice of TPS keeps its number, and TPS has each number once.
  const keepsNumber =
    does === 'void' &&
    TRAITS[to].voidKeepsNumber &&
    target.kind === 'invoice' &&
    target.number !== '';
  const others = new Map(
    [...scene.now[to].invoices.values()]
      .filter(({ id }) => id !== target.id)
      .map((one) => [one.id, one]),
  );
  const now = { ...scene.now, [to]: { ...scene.now[to], invoices: others } };
  return keepsNumber || cannotReenter({ ...scene, now }, target) !== null;
}

/**
 * The draft of a document as it was, with the tag of the twin that it had, and applied to the
 * invoices that are entered anew beside it. `anew`: their twins, by `keyAnew`.
 */
export function draftAgain(
  draft: Draft,
  before: Linkable,
  twinId: string,
  anew: ReadonlyMap<string, string>,
): Draft {
  const marker = markerText({ side: otherSide(before.side), type: before.kind, id: twinId });
  return { ...appliedAnew(draft, before.side, anew), marker };
}

/** Both systems count from small numbers: an id says nothing without its side. */
export function keyAnew({ side, id }: { readonly side: Side; readonly id: string }): string {
  return sideKey(side, id);
}

/** The same, applied to what is entered anew in place of the invoices that it was applied to. */
export function appliedAnew(draft: Draft, side: Side, anew: ReadonlyMap<string, string>): Draft {
  if (draft.kind !== 'payment') return draft;
  const applications = draft.applications.map((application) => {
    const twinId = anew.get(keyAnew({ side, id: application.id }));
    return twinId === undefined ? application : { ...application, id: `${AGAIN}${twinId}` };
  });
  return { ...draft, applications };
}
