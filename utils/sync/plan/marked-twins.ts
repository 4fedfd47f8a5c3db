import { recordKey } from '../../ledger/record-key';
import { SIDES } from '../../ledger/side';
import { type PhraseId, phrase } from '../../wording/phrase';
import type { Scene } from '../scene';
import { rulingOn, sameOrApart } from '../winner';
import { agreement, isCopiedTag, namedBy } from './claims';
import type { Doc, DocumentRules, Match } from './document-rules';

/** Two documents of which one carries the other's tag. */
interface Claim<D> {
  readonly other: D;
  /** How much bears it out: a person (3), number and total (2), one of them (1). */
  readonly strength: number;
  /** Is it the other that carries the tag? */
  readonly tagged: boolean;
}

/**
 * Finds twins by the tags that we wrote, in a run that was cut off or in the browser of a colleague.
 * A tag links by itself only where client and number, or client and total, bear it out, nothing else
 * claims either end better, and no known link says otherwise; anything else is a question.
 */
export class MarkedTwins<D extends Doc> {
  readonly #claims = new Map<string, Claim<D>[]>();
  readonly #doubts = new Map<string, D[]>();
  /** Living documents without a link, by the one that their tag names. */
  readonly #tagged = new Map<string, D[]>();

  constructor(
    private readonly scene: Scene,
    private readonly rules: DocumentRules<D>,
  ) {
    for (const side of SIDES) for (const doc of rules.all(side)) this.#note(doc);
  }

  /** The twin of a document without a link; null when no tag says anything about it. */
  of(doc: D): Match<D> | null {
    return (
      this.#otherFirms(doc) ??
      this.#orphan(doc) ??
      this.#copied(doc) ??
      this.#claimed(doc) ??
      this.#doubted(doc)
    );
  }

  /**
   * The document that another browser wrote for `doc` in place of a twin that is gone: alive,
   * without a link, the only one with that tag, and not a copy under another number.
   */
  heirOf(doc: D): D | null {
    const [heir, ...more] = this.#tagged.get(this.#keyOf(doc)) ?? [];
    if (!heir || more.length > 0 || agreement(this.scene, this.rules, doc, heir) === 'neither') {
      return null;
    }
    const [own, its] = [doc, heir].map((one) => this.rules.reference(one).toLowerCase());
    // A refund of QuickBooks has no number that a copy could be told by.
    const isNumberless = own === '' || its === '';
    return doc.kind === 'payment' || isNumberless || own === its ? heir : null;
  }

  /** Another firm has it in its books. Whose it is, a person says. */
  #otherFirms(doc: D): Match<D> | null {
    if (doc.otherFirm === undefined || this.#isSaidNew(doc)) return null;
    return this.#clash('conflict.otherFirm', doc, {});
  }

  /** Not "new": it was somebody's twin, and that one was removed or voided since. */
  #orphan(doc: D): Match<D> | null {
    const named = namedBy(doc);
    if (!named || isCopiedTag(this.scene, doc, named) || this.#isSaidNew(doc)) return null;
    const found = this.rules.find(named.side, named.id);
    if (found && found.voided === doc.voided) return null;
    if (found && sameOrApart(this.scene, doc, found) === 'apart') return null;
    const state = found ? 'voided' : 'removed';
    return this.#clash('conflict.markedTwinGone', doc, { system: named.side, state });
  }

  /** Its original was found again by a tag: nobody here has seen that this one is the copy. */
  #copied(doc: D): Match<D> | null {
    const named = namedBy(doc);
    const link = named && this.scene.links.find(named.side, this.rules.type, named.id);
    if (!link?.byTag || !named || this.#isSaidNew(doc)) return null;
    if (!isCopiedTag(this.scene, doc, named)) return null;
    const found = this.rules.find(named.side, named.id);
    const values = { other: found ? this.rules.label(found) : named.id, system: named.side };
    return this.#clash('conflict.copyOf', doc, values);
  }

  #claimed(doc: D): Match<D> | null {
    const claims = this.#claims.get(this.#keyOf(doc));
    if (!claims) return null;
    const best = this.#best(doc);
    if (!best) return this.#clash('conflict.markedTwice', doc, { system: claims[0]?.other.side });
    const { other } = best;
    if (other.voided !== doc.voided) {
      const state = other.voided ? 'voided' : 'changed';
      return this.#clash('conflict.markedTwinGone', doc, { system: other.side, state });
    }
    const back = this.#best(other);
    if (back && this.#keyOf(back.other) === this.#keyOf(doc)) {
      return { found: 'twin', twin: other, why: phrase('why.marker'), marked: true };
    }
    // Another document has more of a right to that twin.
    const values = { other: this.rules.label(other), system: other.side };
    return best.tagged
      ? this.#clash('conflict.markedTwice', doc, values)
      : this.#clash('conflict.copyOf', doc, values);
  }

  #doubted(doc: D): Match<D> | null {
    const [other] = this.#doubts.get(this.#keyOf(doc)) ?? [];
    if (!other) return null;
    const values = { other: this.rules.label(other), system: other.side };
    return { ...this.#clash('conflict.tagDiffers', doc, values), other };
  }

  /** What most speaks for; null where two speak for it alike. */
  #best(doc: D): Claim<D> | null {
    const claims = this.#claims.get(this.#keyOf(doc)) ?? [];
    const strongest = Math.max(...claims.map(({ strength }) => strength));
    const [best, ...more] = claims.filter(({ strength }) => strength === strongest);
    return best && more.length === 0 ? best : null;
  }

  #clash(id: PhraseId, doc: D, values: Readonly<Record<string, string | undefined>>) {
    const number = this.rules.label(doc);
    const known = Object.entries(values).filter(([, value]) => value !== undefined);
    return { found: 'clash', what: phrase(id, { number, ...Object.fromEntries(known) }) } as const;
  }

  #isSaidNew(doc: D): boolean {
    const [tps, qbo] = doc.side === 'tps' ? [doc, null] : [null, doc];
    return rulingOn(this.scene, tps, qbo)?.do === 'apart';
  }

  #keyOf(doc: D): string {
    return recordKey(doc.side, this.rules.type, doc.id);
  }

  /** Both ends of the tag, unless the document has its link already. */
  #note(doc: D): void {
    const { scene, rules } = this;
    const named = namedBy(doc);
    if (!named || scene.links.find(doc.side, rules.type, doc.id)) return;
    const target = rules.find(named.side, named.id);
    if (!target) return;
    if (!doc.voided) add(this.#tagged, this.#keyOf(target), doc);
    if (isCopiedTag(scene, doc, named) || this.#isSaidNew(doc)) return;
    const said = sameOrApart(scene, doc, target);
    if (said === 'apart') return;
    const strength = said === 'same' ? 3 : this.#strength(doc, target);
    if (strength === 0) {
      add(this.#doubts, this.#keyOf(doc), target);
      add(this.#doubts, this.#keyOf(target), doc);
      return;
    }
    // An edit leaves its tag as well, so both ends may name each other.
    const known = this.#claims.get(this.#keyOf(doc)) ?? [];
    if (known.some(({ other }) => other === target)) return;
    add(this.#claims, this.#keyOf(doc), { other: target, strength, tagged: false });
    add(this.#claims, this.#keyOf(target), { other: doc, strength, tagged: true });
  }

  #strength(doc: D, target: D): number {
    // What is void says nothing of what it was.
    if (doc.voided || target.voided) return 1;
    const agreed = agreement(this.scene, this.rules, doc, target);
    return agreed === 'number and total' ? 2 : agreed === 'neither' ? 0 : 1;
  }
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
