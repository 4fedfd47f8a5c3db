/**
 * Documents that two people may have entered, one in each book: same client, same amount, a few
 * days apart, but another number (or, for a payment, another date). Creating both on the other side
 * would double the receivable, so a person says whether they are one document or two.
 */
import { type Both, otherSide, SIDES, type Side } from '../ledger/side';
import type { Doc, DocumentRules } from './document-rules';
import { ownerOf } from './owner';
import { recordKey, type Scene } from './scene';
import { sameOrApart } from './winner';

/** Weekly fees of the same amount are seven days apart. */
export const LOOK_ALIKE_DAYS_MAX = 5;

const DAY_MS = 86_400_000;

/** Documents of one side, one client and one amount, the earliest first. */
interface Shelf<D> {
  readonly docs: D[];
  readonly days: number[];
  /** How many of them have this name (`exactName`). */
  readonly named: Map<string, number>;
}

export interface LookAlike<D> {
  readonly doc: D;
  /**
   * `said`: a person said of the two as they are now that they are one. `saidBefore`: of what they
   * were then; one was changed since. `alike`: nobody said anything yet.
   */
  readonly why: 'said' | 'saidBefore' | 'alike';
}

export class LookAlikes<D extends Doc> {
  readonly #shelves: Both<Map<string, Shelf<D>>> = { tps: new Map(), qbo: new Map() };
  /** By `recordKey`: what a person once said is the same, whatever the two say by now. */
  readonly #saidSame = new Map<string, string[]>();

  constructor(
    private readonly scene: Scene,
    private readonly rules: DocumentRules<D>,
  ) {
    for (const side of SIDES) {
      const alone = [...rules.all(side)].filter((doc) => isAlone(scene, doc));
      alone.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
      for (const doc of alone) this.#shelve(side, doc);
    }
    for (const [key, ruling] of scene.rulings) {
      const [tps, qbo] = key.split('|');
      if (ruling.do !== 'same' || !tps || !qbo) continue;
      this.#saidSame.set(tps, [...(this.#saidSame.get(tps) ?? []), qbo]);
      this.#saidSame.set(qbo, [...(this.#saidSame.get(qbo) ?? []), tps]);
    }
  }

  /**
   * The document of the other book that could be this one: what a person said is the same, else the
   * nearest in time that nobody said is another. None for a document whose exact like is there as
   * often as it is here: that is its twin.
   */
  of(doc: D, ownerId: string, clientTwin: string | null): LookAlike<D> | null {
    for (const other of this.#meant(doc)) {
      const said = sameOrApart(this.scene, doc, other);
      if (said !== 'apart') return { doc: other, why: said ? 'said' : 'saidBefore' };
    }
    if (clientTwin === null || this.rules.amount(doc) === 0) return null;
    const here = this.#shelves[doc.side].get(this.#key(ownerId, doc));
    const there = this.#shelves[otherSide(doc.side)].get(this.#key(clientTwin, doc));
    if (!there || !isLeft(here, there, this.rules.exactName(doc))) return null;
    const near = this.#near(there, dayOf(doc)).filter(
      (other) =>
        isLeft(there, here, this.rules.exactName(other)) &&
        sameOrApart(this.scene, doc, other) !== 'apart',
    );
    const [nearest] = near.sort((a, b) => daysApart(doc, a) - daysApart(doc, b));
    return nearest ? { doc: nearest, why: 'alike' } : null;
  }

  /** Of which a person once said that they are this one, and that still have no twin. */
  #meant(doc: D): D[] {
    const keys = this.#saidSame.get(recordKey(doc.side, doc.kind, doc.id)) ?? [];
    return keys.flatMap((key) => {
      const [side, , id = ''] = key.split(':');
      const other = side === 'tps' || side === 'qbo' ? this.rules.find(side, id) : undefined;
      return other && isAlone(this.scene, other) ? [other] : [];
    });
  }

  #near({ docs, days }: Shelf<D>, day: number): D[] {
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] ?? 0) < day - LOOK_ALIKE_DAYS_MAX) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < days.length && (days[end] ?? 0) <= day + LOOK_ALIKE_DAYS_MAX) end += 1;
    return docs.slice(low, end);
  }

  #shelve(side: Side, doc: D): void {
    const key = this.#key(ownerOf(this.scene, side, doc.clientId), doc);
    const known = this.#shelves[side].get(key);
    const shelf: Shelf<D> = known ?? { docs: [], days: [], named: new Map() };
    this.#shelves[side].set(key, shelf);
    shelf.docs.push(doc);
    shelf.days.push(dayOf(doc));
    const name = this.rules.exactName(doc);
    shelf.named.set(name, (shelf.named.get(name) ?? 0) + 1);
  }

  #key(ownerId: string, doc: D): string {
    return `${ownerId}:${this.rules.amount(doc)}:${this.rules.nature(doc)}`;
  }
}

/** Are there more of that name here than there? */
function isLeft<D>(own: Shelf<D> | undefined, others: Shelf<D> | undefined, name: string): boolean {
  return (own?.named.get(name) ?? 0) > (others?.named.get(name) ?? 0);
}

/** Neither linked, voided, nor written by us. One that a person removed from the sync is still there. */
function isAlone({ links }: Scene, { side, kind, id, voided, marker }: Doc): boolean {
  return !voided && marker === null && links.find(side, kind, id) === null;
}

function dayOf({ date }: Doc): number {
  return Date.parse(date) / DAY_MS;
}

function daysApart(a: Doc, b: Doc): number {
  return Math.abs(dayOf(a) - dayOf(b));
}
