import type { Kind, Records, Unstamped } from './records';

export type Tables = { readonly [K in Kind]: Map<number, Records[K]> };

type Changes = { readonly [K in Kind]: Map<number, Unstamped<Records[K]> | null> };

/**
 * One call's changes, laid over the tables. Rules read and write the draft; only when all of them
 * have passed do the books take it over. A call that throws has therefore changed nothing.
 */
export class Draft {
  readonly #tables: Tables;
  readonly #nextIds: { readonly [K in Kind]: number };
  readonly #created: { [K in Kind]: number } = { client: 0, invoice: 0, payment: 0, adjustment: 0 };
  readonly changes: Changes = {
    client: new Map(),
    invoice: new Map(),
    payment: new Map(),
    adjustment: new Map(),
  };

  constructor(tables: Tables, nextIds: { readonly [K in Kind]: number }) {
    this.#tables = tables;
    this.#nextIds = nextIds;
  }

  get<K extends Kind>(kind: K, id: number): Unstamped<Records[K]> | undefined {
    const changed = this.changes[kind].get(id);
    if (changed === null) return undefined;
    return changed ?? this.#tables[kind].get(id);
  }

  put<K extends Kind>(kind: K, record: Unstamped<Records[K]>): void {
    this.changes[kind].set(record.id, record);
  }

  remove(kind: Kind, id: number): void {
    this.changes[kind].set(id, null);
  }

  /** The id that a new record gets; nothing is taken until the draft is committed. */
  newId(kind: Kind): number {
    this.#created[kind] += 1;
    return this.#nextIds[kind] + this.#created[kind] - 1;
  }

  createdCount(kind: Kind): number {
    return this.#created[kind];
  }
}
