/**
 * What this worker remembers of the tables that a plan is made from. The worker alone writes them, and
 * every write goes through here (a layer of Dexie's): what a transaction did counts once it is
 * committed, and never when it is not.
 */

import type Dexie from 'dexie';
import type { DBCore, DBCoreMutateRequest, DBCoreTable } from 'dexie';
import { SIDES, type Side } from '../ledger/side';
import type { CheckedTable, IgnoreRow, LinkRow, MirrorRow, WishRow } from './rows';
import { asWritten } from './sound-rows';
import { type Rows, TableMemory } from './table-memory';

const WATCHED = {
  mirror: true,
  links: true,
  mappings: true,
  wishes: true,
  ignores: true,
  rulings: true,
  past: true,
} as const satisfies Readonly<Record<CheckedTable, true>>;

type Keeper = Pick<TableMemory<MirrorRow>, 'note' | 'forget'>;

/** By key what became of a row; `anew`: of more than can be told. */
type Done = Map<string, unknown> | 'anew';

/** In the order of the keys of their rows. */
export const KINDS: readonly MirrorRow['kind'][] = ['client', 'foreign', 'invoice', 'payment'];

/** What belongs to one pair of books stands together. */
const ofPair = ({ pairId }: { readonly pairId: string }) => pairId;

function mirrorShelf(pairId: string, side: Side, kind: MirrorRow['kind']): string {
  return [pairId, side, kind].join(' ');
}

export class StoreMemory {
  readonly #mirror: TableMemory<MirrorRow>;
  readonly #links: TableMemory<LinkRow>;
  readonly #wishes: TableMemory<WishRow>;
  readonly #ignores: TableMemory<IgnoreRow>;
  /** How often each table was changed. */
  readonly #revisions = new Map<string, number>();
  /** What transactions under way have done so far. */
  readonly #underWay = new WeakMap<object, Map<CheckedTable, Done>>();

  constructor(db: Dexie) {
    this.#mirror = new TableMemory(
      () => db.table('mirror'),
      ({ pairId, side, kind }) => mirrorShelf(pairId, side, kind),
    );
    this.#links = new TableMemory(() => db.table('links'), ofPair);
    this.#wishes = new TableMemory(() => db.table('wishes'), ofPair);
    this.#ignores = new TableMemory(() => db.table('ignores'), ofPair);
    db.use({ stack: 'dbcore', name: 'memory', create: (core) => this.#layer(core) });
  }

  /** Records of one kind as last read, in the order of their keys. */
  async mirror(pairId: string, side: Side, kind: MirrorRow['kind']): Promise<Rows<MirrorRow>> {
    return this.#mirror.shelf(mirrorShelf(pairId, side, kind));
  }

  /** Records of every kind, of both sides. */
  async books(pairId: string): Promise<readonly Rows<MirrorRow>[]> {
    const all: Rows<MirrorRow>[] = [];
    for (const side of SIDES) {
      for (const kind of KINDS) all.push(await this.mirror(pairId, side, kind));
    }
    return all;
  }

  async links(pairId: string): Promise<Rows<LinkRow>> {
    return this.#links.shelf(pairId);
  }

  async wishes(pairId: string): Promise<Rows<WishRow>> {
    return this.#wishes.shelf(pairId);
  }

  async ignores(pairId: string): Promise<Rows<IgnoreRow>> {
    return this.#ignores.shelf(pairId);
  }

  /** The database was closed for a while: whatever stands there now is read anew. */
  forgetAll(): void {
    for (const name of Object.keys(WATCHED)) if (isWatched(name)) this.#forget(name);
  }

  /** Another text as soon as a table that a plan is made from has changed. */
  get revision(): string {
    return Object.keys(WATCHED)
      .map((name) => this.#revisions.get(name) ?? 0)
      .join();
  }

  #layer(core: DBCore): DBCore {
    return {
      ...core,
      transaction: (stores, mode, options) => {
        const transaction = core.transaction(stores, mode, options);
        if (mode === 'readwrite' && transaction instanceof IDBTransaction) {
          const done = new Map<CheckedTable, Done>();
          this.#underWay.set(transaction, done);
          transaction.addEventListener('complete', () => this.#committed(done));
        }
        return transaction;
      },
      table: (name) => {
        const table = core.table(name);
        return isWatched(name) ? this.#watched(name, table) : table;
      },
    };
  }

  #watched(name: CheckedTable, table: DBCoreTable): DBCoreTable {
    return {
      ...table,
      mutate: (asked) => {
        const request = withMarks(name, asked);
        return table.mutate(request).then((response) => {
          this.#note(name, request, response.numFailures > 0);
          return response;
        });
      },
    };
  }

  #note(name: CheckedTable, request: DBCoreMutateRequest, isDoubtful: boolean): void {
    const done = this.#underWay.get(request.trans);
    // An upgrade of the database, which comes before anybody reads.
    if (!done) {
      this.#forget(name);
      return;
    }
    const known = done.get(name);
    if (isDoubtful || known === 'anew' || request.type === 'deleteRange') {
      done.set(name, 'anew');
      return;
    }
    const rows = known ?? new Map<string, unknown>();
    if (request.type === 'delete') for (const key of request.keys) rows.set(key, null);
    else for (const row of request.values) rows.set(row.key, row);
    done.set(name, rows);
  }

  #committed(done: ReadonlyMap<CheckedTable, Done>): void {
    for (const [name, what] of done) {
      if (what === 'anew') {
        this.#forget(name);
        continue;
      }
      if (what.size === 0) continue;
      this.#moved(name);
      this.#memoryOf(name)?.note(what);
    }
  }

  #forget(name: CheckedTable): void {
    this.#moved(name);
    this.#memoryOf(name)?.forget();
  }

  #memoryOf(name: CheckedTable): Keeper | undefined {
    const kept: Partial<Record<CheckedTable, Keeper>> = {
      mirror: this.#mirror,
      links: this.#links,
      wishes: this.#wishes,
      ignores: this.#ignores,
    };
    return kept[name];
  }

  #moved(name: CheckedTable): void {
    this.#revisions.set(name, (this.#revisions.get(name) ?? 0) + 1);
  }
}

function isWatched(name: string): name is CheckedTable {
  return Object.hasOwn(WATCHED, name);
}

/** Rows are checked as they are written, and say so. */
function withMarks(name: CheckedTable, request: DBCoreMutateRequest): DBCoreMutateRequest {
  if (request.type !== 'put' && request.type !== 'add') return request;
  return { ...request, values: request.values.map((row) => asWritten(name, row)) };
}
