/**
 * Documents that two people may have entered, one in each book: same client, same amount, a few
 * days apart, but another number (or, for a payment, another date). Creating both on the other side
 * would double the receivable, so a person says whether they are one document or two.
 */
import { SIDES, type Side } from '../ledger/side';
import type { Doc, DocumentRules } from './document-rules';
import { ownerOf } from './owner';
import type { Scene } from './scene';

/** Weekly fees of the same amount are seven days apart. */
export const LOOK_ALIKE_DAYS_MAX = 5;

const DAY_MS = 86_400_000;

export class LookAlikes<D extends Doc> {
  /** Documents without a twin, by side, client (the one that stands for it) and amount. */
  readonly #alone: Record<Side, Map<string, D[]>> = { tps: new Map(), qbo: new Map() };

  constructor(
    scene: Scene,
    private readonly rules: DocumentRules<D>,
  ) {
    for (const side of SIDES) {
      for (const doc of rules.all(side)) {
        if (!isAlone(scene, doc)) continue;
        const key = this.#key(ownerOf(scene, side, doc.clientId), doc);
        const list = this.#alone[side].get(key);
        if (list) list.push(doc);
        else this.#alone[side].set(key, [doc]);
      }
    }
  }

  /**
   * The document of the other book that could be this one. None for a document whose exact like is
   * there as often as it is here: that is its twin.
   */
  of(doc: D, ownerId: string, clientTwin: string | null): D | null {
    if (clientTwin === null || this.rules.amount(doc) === 0) return null;
    const there =
      this.#alone[doc.side === 'tps' ? 'qbo' : 'tps'].get(this.#key(clientTwin, doc)) ?? [];
    const here = this.#alone[doc.side].get(this.#key(ownerId, doc)) ?? [];
    const left = (own: readonly D[], others: readonly D[], one: D) =>
      this.#exact(own, one) > this.#exact(others, one);
    if (!left(here, there, doc)) return null;
    const near = there.filter(
      (other) => daysApart(doc, other) <= LOOK_ALIKE_DAYS_MAX && left(there, here, other),
    );
    return near.sort((a, b) => daysApart(doc, a) - daysApart(doc, b))[0] ?? null;
  }

  #exact(docs: readonly D[], like: D): number {
    const name = this.rules.exactName(like);
    return docs.filter((doc) => this.rules.exactName(doc) === name).length;
  }

  #key(ownerId: string, doc: D): string {
    return `${ownerId}:${this.rules.amount(doc)}`;
  }
}

/** Neither linked, voided, removed from the sync, nor written by us. */
function isAlone({ links, ignored }: Scene, { side, kind, id, voided, marker }: Doc): boolean {
  return (
    !voided &&
    marker === null &&
    links.find(side, kind, id) === null &&
    !ignored.has(`${side}:${kind}:${id}`)
  );
}

function daysApart(a: Doc, b: Doc): number {
  return Math.abs(Date.parse(a.date) - Date.parse(b.date)) / DAY_MS;
}
