import { splitId } from '../ledger/document-id';
import { parseMarker } from '../ledger/marker';
import { SIDES } from '../ledger/side';
import { phrase } from '../wording/phrase';
import type { Doc, DocumentRules, Match } from './document-rules';
import { recordKey, type Scene } from './scene';

/**
 * Finds twins by the markers that we wrote. A document that carries the marker of another was
 * written by us, in a run that was cut off or in another browser: it is that one's twin, whatever
 * else it looks like.
 */
export class MarkedTwins<D extends Doc> {
  readonly #byMarker = new Map<string, D[]>();

  constructor(
    private readonly scene: Scene,
    private readonly rules: DocumentRules<D>,
  ) {
    for (const side of SIDES) for (const doc of rules.all(side)) this.#note(doc);
  }

  /** The twin of a document without a link; null when no marker says anything about it. */
  of(doc: D): Match<D> | null {
    const { rules, scene } = this;
    return this.#orphan(doc) ?? this.#twin(doc, rules, scene);
  }

  /**
   * The document that another browser wrote for `doc` in place of a twin that is gone: alive,
   * without a link, and the only one with that marker.
   */
  heirOf(doc: D): D | null {
    const [heir, ...more] = this.#named(doc).filter((named) => !named.voided);
    return heir && more.length === 0 ? heir : null;
  }

  /** Not "new": it was somebody's twin, and that one was removed or voided since. */
  #orphan(doc: D): Match<D> | null {
    const marker = this.#markerOf(doc);
    if (!marker) return null;
    const named = this.rules.find(marker.side, marker.id);
    if (named && named.voided === doc.voided) return null;
    const state = named ? 'voided' : 'removed';
    const values = { number: this.rules.label(doc), system: marker.side, state };
    return { found: 'clash', what: phrase('conflict.markedTwinGone', values) };
  }

  #twin(doc: D, rules: DocumentRules<D>, scene: Scene): Match<D> | null {
    const number = rules.label(doc);
    const [twin, ...more] = this.#named(doc);
    if (!twin) return null;
    if (more.length > 0 || this.#named(twin).length > 1) {
      const values = { number, system: doc.side === 'qbo' ? 'tps' : 'qbo' };
      return { found: 'clash', what: phrase('conflict.markedTwice', values) };
    }
    // It has a twin already, so this is a copy; one whose twin is gone was given this one (`heir`).
    if (scene.links.find(twin.side, rules.type, twin.id)) {
      const values = { number, system: twin.side };
      return { found: 'clash', what: phrase('conflict.markedTwice', values) };
    }
    if (twin.voided !== doc.voided) {
      const state = twin.voided ? 'voided' : 'changed';
      const values = { number, system: twin.side, state };
      return { found: 'clash', what: phrase('conflict.markedTwinGone', values) };
    }
    return { found: 'twin', twin, why: phrase('why.marker'), marked: true };
  }

  #named(doc: D): readonly D[] {
    return this.#byMarker.get(recordKey(doc.side, this.rules.type, doc.id)) ?? [];
  }

  #markerOf(doc: D) {
    // A payment of 0.00 only applies a journal entry, whose marker it carries along.
    if (doc.kind === 'payment' && doc.amountCents === 0) return null;
    const marker = parseMarker(doc.marker, doc.kind);
    // What a conversion replaced is gone: the adjustment that names it is nobody's twin.
    if (marker && splitId(marker.id).list === 'credit') return null;
    return marker && marker.type === this.rules.type && marker.side !== doc.side ? marker : null;
  }

  /** Both ends of the marker, unless the document has its link already. */
  #note(doc: D): void {
    const marker = this.#markerOf(doc);
    if (!marker || this.scene.links.find(doc.side, this.rules.type, doc.id)) return;
    const named = this.rules.find(marker.side, marker.id);
    if (!named) return;
    for (const [end, other] of [
      [named, doc],
      [doc, named],
    ] as const) {
      const key = recordKey(end.side, this.rules.type, end.id);
      const known = this.#byMarker.get(key) ?? [];
      // An edit leaves its tag as well, so both ends may name each other.
      if (!known.includes(other)) this.#byMarker.set(key, [...known, other]);
    }
  }
}
