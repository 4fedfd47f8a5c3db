import { PLANNED } from '../../ledger/document-id';
import type { Draft } from '../../ledger/drafts';
import { SIDES } from '../../ledger/side';
import type { Phrase } from '../../wording/phrase';
import type { Gate } from '../gate';
import { ownerOf, twinOf } from '../owner';
import type { Scene } from '../scene';
import { closedPhrase, datedOn } from './document-plan';
import type { Doc, DocumentRules } from './document-rules';

export type Likeness = 'same' | 'differs' | { readonly obstacle: Phrase };

/** Compares documents of the two sides by what each would be on the other. */
export class TwinLikeness<D extends Doc> {
  constructor(
    private readonly scene: Scene,
    private readonly rules: DocumentRules<D>,
  ) {}

  /**
   * Does a twin that we wrote say something else by now, so that somebody changed one of them? A
   * mapping may be one way only (two items of QBO for one work code), so either direction will do.
   */
  of(doc: D, twin: D, gate: Gate): Likeness {
    const client = (gate.open ? gate.twinId : null) ?? twin.clientId;
    const there = this.#says(doc, client, twin);
    if (there === 'same') return there;
    const clientBack = twinOf(this.scene, twin.side, twin.clientId) ?? PLANNED;
    const back = this.#says(twin, clientBack, doc);
    return back === 'same' ? back : there;
  }

  #says(doc: D, client: string, twin: D): Likeness {
    const translation = this.rules.translate(doc, client, { needs: [], base: null });
    if ('obstacle' in translation) return translation;
    const { scene } = this;
    const draft = sameOwner(scene, translation.draft, twin);
    // Of a closed period: a person may have had it dated on another day.
    const closed = SIDES.some((side) => closedPhrase(scene, side, doc.date, '') !== null);
    const dated = closed ? datedOn(draft, twin.date) : draft;
    return this.rules.holds(dated, twin) ? 'same' : 'differs';
  }
}

/** Of several customers that are rolled up into one client, the twin may be for any. */
function sameOwner(scene: Scene, draft: Draft, twin: Doc): Draft {
  if (draft.kind === 'client') return draft;
  const same = ownerOf(scene, twin.side, twin.clientId) === draft.clientId;
  return same ? { ...draft, clientId: twin.clientId } : draft;
}
