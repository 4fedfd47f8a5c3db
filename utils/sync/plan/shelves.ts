import { once } from '../../ledger/once';
import type { Both, Side } from '../../ledger/side';
import { ownerOf } from '../owner';
import type { Scene } from '../scene';
import { isCopiedTag, namedBy } from './claims';
import type { Doc, DocumentRules } from './document-rules';
import { referenceKey, type Traits, textKey } from './same-money';

const DAY_MS = 86_400_000;

/** A document with what it says of the money that it stands for. */
export interface Shelved<D> {
  readonly doc: D;
  readonly traits: Traits;
  /** Neither linked nor written by us for another: it may be anybody's twin. */
  readonly alone: boolean;
}

/** All documents of one side, one client, one amount and one nature, the earliest first. */
export interface Shelf<D> {
  readonly shelved: Shelved<D>[];
  /** How many that are alone have this name (`exactName`). */
  readonly named: Map<string, number>;
}

/** The living documents of both books, so that those of the same money stand together. */
export class Shelves<D extends Doc> {
  /** Nobody asks while every document has its twin. */
  readonly #shelves: Both<() => Map<string, Shelf<D>>> = {
    tps: once(() => this.#shelvesOf('tps')),
    qbo: once(() => this.#shelvesOf('qbo')),
  };

  constructor(
    private readonly scene: Scene,
    private readonly rules: DocumentRules<D>,
  ) {}

  /** The documents of `side` that this client (of that side) has of `doc`'s amount and nature. */
  of(side: Side, ownerId: string, doc: D): Shelf<D> | undefined {
    return this.#shelves[side]().get(this.#key(ownerId, doc));
  }

  #shelvesOf(side: Side): Map<string, Shelf<D>> {
    const shelves = new Map<string, Shelf<D>>();
    const living = [...this.rules.all(side)].filter(({ voided }) => !voided);
    living.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    for (const doc of living) this.#shelve(shelves, side, doc);
    return shelves;
  }

  shelved(doc: D): Shelved<D> {
    return {
      doc,
      alone: isAlone(this.scene, this.rules, doc),
      traits: {
        day: Date.parse(doc.date) / DAY_MS,
        reference: referenceKey(this.rules.reference(doc)),
        texts: new Set(this.rules.texts(doc).map(textKey)),
        settles: new Set(this.rules.settles(doc)),
      },
    };
  }

  #shelve(shelves: Map<string, Shelf<D>>, side: Side, doc: D): void {
    const key = this.#key(ownerOf(this.scene, side, doc.clientId), doc);
    const shelf: Shelf<D> = shelves.get(key) ?? { shelved: [], named: new Map() };
    shelves.set(key, shelf);
    const shelved = this.shelved(doc);
    shelf.shelved.push(shelved);
    if (!shelved.alone) return;
    const name = this.rules.exactName(doc);
    shelf.named.set(name, (shelf.named.get(name) ?? 0) + 1);
  }

  #key(ownerId: string, doc: D): string {
    return `${ownerId}:${this.rules.amount(doc)}:${this.rules.nature(doc)}`;
  }
}

/** Those of a shelf that are at most `daysMax` away from `day`. */
export function within<D>(
  { shelved }: Shelf<D>,
  day: number,
  daysMax: number,
): readonly Shelved<D>[] {
  let low = 0;
  let high = shelved.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shelved[middle]?.traits.day ?? 0) < day - daysMax) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < shelved.length && (shelved[end]?.traits.day ?? 0) <= day + daysMax) end += 1;
  return shelved.slice(low, end);
}

/** Neither linked, voided, nor written by us. One that a person removed from the sync is still there. */
export function isAlone<D extends Doc>(
  scene: Pick<Scene, 'links'>,
  rules: Pick<DocumentRules<D>, 'find'>,
  doc: D,
): boolean {
  if (doc.voided || scene.links.find(doc.side, doc.kind, doc.id) !== null) return false;
  // A tag that names nobody, or another's twin, claims nothing.
  const named = namedBy(doc);
  if (!named || isCopiedTag(scene, doc, named)) return true;
  return rules.find(named.side, named.id) === undefined;
}
