/** Things that a cell can name, found again by the name that people see. */
import { survivingText } from '../export/mappings-cell';

export interface Item {
  readonly id: string;
  /** As the file names it: with its whole path, where it has one. Never blank. */
  readonly label: string;
  /** Another name that is understood, too: without the path, or in the other language. */
  readonly short: string;
  /** False: it can stay where it is chosen, but cannot be chosen anew. */
  readonly active: boolean;
}

export type Found =
  | { readonly ok: true; readonly item: Item }
  | { readonly ok: false; readonly why: 'unknown' }
  | { readonly ok: false; readonly why: 'ambiguous'; readonly ids: readonly string[] };

export function itemOf(id: string, label: string, short: string, active = true): Item {
  return { id, label: survivingText(label) || `#${id}`, short: survivingText(short), active };
}

/** Looser than the name itself: small and capital letters are the same. */
export function folded(text: string): string {
  return survivingText(text).toLocaleLowerCase('en');
}

export class Items {
  readonly all: readonly Item[];
  readonly #byId: ReadonlyMap<string, Item>;
  /** From the strictest way of naming an item to the loosest. */
  readonly #namings: readonly { of: (text: string) => string; named: Map<string, Item[]> }[];

  constructor(all: readonly Item[]) {
    this.all = all;
    this.#byId = new Map(all.map((item) => [item.id, item]));
    this.#namings = [
      { of: survivingText, named: grouped(all, (item) => item.label) },
      { of: folded, named: grouped(all, (item) => folded(item.label)) },
      { of: survivingText, named: grouped(all, (item) => item.short) },
      { of: folded, named: grouped(all, (item) => folded(item.short)) },
    ];
  }

  get(id: string): Item | null {
    return this.#byId.get(id) ?? null;
  }

  /**
   * The item of that name. Where several have it, the one with `id`, else the only active one. The
   * id never wins over the name: a person edits the name and leaves the id as it was.
   */
  find(name: string, id: string): Found {
    for (const { of, named } of this.#namings) {
      const pool = named.get(of(name)) ?? [];
      const [first] = pool;
      if (!first) continue;
      const active = pool.filter((item) => item.active);
      const wanted =
        pool.length === 1 ? first : (pool.find((item) => survivingText(item.id) === id) ?? null);
      const item = wanted ?? (active.length === 1 ? active[0] : undefined);
      return item
        ? { ok: true, item }
        : { ok: false, why: 'ambiguous', ids: pool.map((one) => one.id) };
    }
    return { ok: false, why: 'unknown' };
  }
}

function grouped(all: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of all) {
    const name = nameOf(item);
    if (name === '') continue;
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
