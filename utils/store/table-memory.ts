/**
 * The rows of a table in this worker's memory: read from the database once, in pieces that let the
 * worker answer others in between, and kept true by each transaction that is committed.
 */
import type { Table } from 'dexie';

/** So many rows are read at a time: a few milliseconds. */
const PIECE = 1_000;
/** More at once is a table that is written anew: it is read again when somebody asks. */
const CHANGES_MAX = 5_000;

/** By key the row as it is now, null for one that is gone. */
type RowChanges<Row> = ReadonlyMap<string, Row | null>;

/** Rows in the order of their keys, as the database has them. */
export type Rows<Row> = ReadonlyMap<string, Row>;

export class TableMemory<Row extends { readonly key: string }> {
  /** By shelf; null while they are not known. A map that was given out is never changed. */
  #shelves: Map<string, Rows<Row>> | null = null;
  #loading: Promise<void> | null = null;
  /** Committed since the shelves were made up. */
  #changes = new Map<string, Row | null>();

  /** @param shelfOf on which shelf a row stands; what is changed there is made up anew alone */
  constructor(
    private readonly table: () => Table<Row, string>,
    private readonly shelfOf: (row: Row) => string,
  ) {}

  /** All rows of a shelf. Not within a transaction, whose own writes it would not show. */
  async shelf(name: string): Promise<Rows<Row>> {
    return (await this.shelves()).get(name) ?? new Map();
  }

  async shelves(): Promise<ReadonlyMap<string, Rows<Row>>> {
    for (;;) {
      if (this.#shelves) {
        this.#makeUp(this.#shelves);
        return this.#shelves;
      }
      this.#loading ??= this.#load().finally(() => {
        this.#loading = null;
      });
      await this.#loading;
    }
  }

  /** A transaction was committed, which did this to the table. */
  note(changes: RowChanges<unknown>): void {
    // What is read now was committed before, or waits until it is read.
    if (!this.#shelves) return;
    if (this.#changes.size + changes.size > CHANGES_MAX) {
      this.forget();
      return;
    }
    // Whoever wrote them has them still, and may change them.
    for (const [key, row] of changes) this.#changes.set(key, structuredClone(row) as Row | null);
  }

  /** What stands there is not known any more. */
  forget(): void {
    this.#shelves = null;
    this.#changes = new Map();
  }

  async #load(): Promise<void> {
    const shelves = new Map<string, Map<string, Row>>();
    const table = this.table();
    await table.db.transaction('r', table, async () => {
      for (let last = ''; ; ) {
        const rows = await table.where(':id').above(last).limit(PIECE).toArray();
        for (const row of rows) {
          const name = this.shelfOf(row);
          const shelf = shelves.get(name);
          if (shelf) shelf.set(row.key, row);
          else shelves.set(name, new Map([[row.key, row]]));
        }
        const next = rows.at(-1);
        if (!next) return;
        last = next.key;
      }
    });
    this.#shelves = shelves;
  }

  /** Puts what was committed meanwhile on the shelves. */
  #makeUp(shelves: Map<string, Rows<Row>>): void {
    if (this.#changes.size === 0) return;
    const byShelf = new Map<string, Map<string, Row | null>>();
    const put = (name: string, key: string, row: Row | null) => {
      const changes = byShelf.get(name) ?? new Map<string, Row | null>();
      byShelf.set(name, changes.set(key, row));
    };
    for (const [key, row] of this.#changes) {
      const now = row && this.shelfOf(row);
      for (const [name, rows] of shelves) {
        if (name !== now && rows.has(key)) put(name, key, null);
      }
      if (row && now !== null) put(now, key, row);
    }
    for (const [name, changes] of byShelf) {
      shelves.set(name, changed(shelves.get(name) ?? new Map(), changes));
    }
    this.#changes = new Map();
  }
}

/** The rows as they are after the changes, in the order of their keys. */
function changed<Row>(rows: Rows<Row>, changes: RowChanges<Row>): Rows<Row> {
  const added = [...changes.keys()].filter((key) => changes.get(key) && !rows.has(key)).sort();
  const next = new Map<string, Row>();
  const put = (key: string, row: Row | null | undefined) => {
    if (row) next.set(key, row);
  };
  let at = 0;
  for (const [key, row] of rows) {
    for (let fresh = added[at]; fresh !== undefined && fresh < key; fresh = added[++at]) {
      put(fresh, changes.get(fresh));
    }
    const change = changes.get(key);
    put(key, change === undefined ? row : change);
  }
  for (const fresh of added.slice(at)) put(fresh, changes.get(fresh));
  return next;
}
