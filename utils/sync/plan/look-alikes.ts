/**
 * Documents that two people may have entered, one in each book: same client, same amount, and other
 * evidence that it is the same money (`same-money.ts`), but another number (or, for a payment,
 * another date). Creating both on the other side would double the receivable, so a person says
 * whether they are one document or two.
 */

import { endsOf, recordKey, recordNamed } from '../../ledger/record-key';
import { otherSide } from '../../ledger/side';
import type { Scene } from '../scene';
import { sameOrApart } from '../winner';
import type { Doc, DocumentRules } from './document-rules';
import {
  daysBetween,
  hasEqualReference,
  isEvident,
  SAME_MONEY_DAYS_MAX,
  type Traits,
} from './same-money';
import { isAlone, type Shelf, type Shelved, type Shelves, within } from './shelves';

/** So near, the same client and amount are enough: weekly fees are seven days apart. */
export const NEAR_DAYS_MAX = 5;

export interface LookAlike<D> {
  readonly doc: D;
  /**
   * `said`: a person said of the two as they are now that they are one. `saidBefore`: of what they
   * were then; one was changed since. `alike`: nobody said anything yet.
   */
  readonly why: 'said' | 'saidBefore' | 'alike';
}

export class LookAlikes<D extends Doc> {
  /** By `recordKey`: what a person once said is the same, whatever the two say by now. */
  readonly #saidSame = new Map<string, string[]>();

  constructor(
    private readonly scene: Scene,
    private readonly rules: DocumentRules<D>,
    private readonly shelves: Shelves<D>,
  ) {
    for (const [key, ruling] of scene.rulings) {
      const [tps, qbo] = endsOf(key);
      if (ruling.do !== 'same' || !tps || !qbo) continue;
      this.#saidSame.set(tps, [...(this.#saidSame.get(tps) ?? []), qbo]);
      this.#saidSame.set(qbo, [...(this.#saidSame.get(qbo) ?? []), tps]);
    }
  }

  /**
   * The document of the other book that could be this one: what a person said is the same, else what
   * speaks for it most and nobody said is another. None for a document whose exact like is there as
   * often as it is here: that is its twin.
   */
  of(doc: D, ownerId: string, clientTwin: string | null): LookAlike<D> | null {
    for (const other of this.#meant(doc)) {
      const said = sameOrApart(this.scene, doc, other);
      if (said !== 'apart') return { doc: other, why: said ? 'said' : 'saidBefore' };
    }
    if (clientTwin === null || this.rules.amount(doc) === 0) return null;
    const here = this.shelves.of(doc.side, ownerId, doc);
    const there = this.shelves.of(otherSide(doc.side), clientTwin, doc);
    if (!there || !isLeft(here, there, this.rules.exactName(doc))) return null;
    const { traits } = this.shelves.shelved(doc);
    const likes = within(there, traits.day, SAME_MONEY_DAYS_MAX).filter(
      (other) => this.#mayBe(doc, traits, other) && isLeft(there, here, this.#nameOf(other)),
    );
    const [best] = likes.sort((a, b) => order(traits, a.traits, b.traits));
    return best ? { doc: best.doc, why: 'alike' } : null;
  }

  #mayBe(doc: D, traits: Traits, other: Shelved<D>): boolean {
    if (!other.alone || sameOrApart(this.scene, doc, other.doc) === 'apart') return false;
    return daysBetween(traits, other.traits) <= NEAR_DAYS_MAX || isEvident(traits, other.traits);
  }

  #nameOf({ doc }: Shelved<D>): string {
    return this.rules.exactName(doc);
  }

  /** Of which a person once said that they are this one, and that still have no twin. */
  #meant(doc: D): D[] {
    const keys = this.#saidSame.get(recordKey(doc.side, doc.kind, doc.id)) ?? [];
    return keys.flatMap((key) => {
      const named = recordNamed(key);
      const other = named ? this.rules.find(named.side, named.id) : undefined;
      return other && isAlone(this.scene, this.rules, other) ? [other] : [];
    });
  }
}

/** Are there more of that name here than there? */
function isLeft<D>(own: Shelf<D> | undefined, others: Shelf<D> | undefined, name: string): boolean {
  return (own?.named.get(name) ?? 0) > (others?.named.get(name) ?? 0);
}

/** An equal reference first, then what is nearest in time. */
function order(own: Traits, a: Traits, b: Traits): number {
  const byReference = Number(hasEqualReference(own, b)) - Number(hasEqualReference(own, a));
  return byReference || daysBetween(own, a) - daysBetween(own, b);
}
