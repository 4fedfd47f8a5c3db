import type { Clock } from '../clock';
import { Draft, type Tables } from './draft';
import { Journal } from './journal';
import { adjustmentPostings, invoicePostings, paymentPostings } from './postings';
import { TpsProblem } from './problem';
import type { Deletion, Kind, Records } from './records';

/** Who acts, and which version they saw. Tests and the generator may leave both out. */
export interface WriteOptions {
  readonly by?: string;
  readonly ifMatch?: string;
}

/** Who acts where a test does not say. */
export const ACTOR_DEFAULT = 'Robin Office';
const KINDS: readonly Kind[] = ['client', 'invoice', 'payment', 'adjustment'];

/** All that the tables hold, as plain data. */
export interface KeptTables {
  readonly rows: { readonly [K in Kind]: readonly Records[K][] };
  readonly deletions: readonly Deletion[];
  readonly nextIds: Readonly<Record<Kind, number>>;
}

/** The rows, their stamps, the deletions feed and the journal: everything that a commit moves. */
export class TableStore {
  readonly tables: Tables = {
    client: new Map(),
    invoice: new Map(),
    payment: new Map(),
    adjustment: new Map(),
  };
  readonly journal = new Journal();
  readonly deletions: Deletion[] = [];
  readonly invoiceIdByNumber = new Map<string, number>();
  readonly clientIdByCode = new Map<string, number>();
  readonly #nextIds: { [K in Kind]: number };
  readonly #clock: Clock;

  constructor(clock: Clock, seed: number) {
    this.#clock = clock;
    const offset = Math.abs(Math.trunc(seed)) % 97;
    this.#nextIds = {
      client: 1001 + offset,
      invoice: 20001 + offset,
      payment: 40001 + offset,
      adjustment: 60001 + offset,
    };
  }

  /** Holds what another store holds, and is independent of it from then on. */
  copyFrom(other: TableStore): void {
    for (const kind of KINDS) this.#copyTable(kind, other);
    this.journal.copyFrom(other.journal);
    this.deletions.push(...other.deletions);
    for (const [number, id] of other.invoiceIdByNumber) this.invoiceIdByNumber.set(number, id);
    for (const [code, id] of other.clientIdByCode) this.clientIdByCode.set(code, id);
    Object.assign(this.#nextIds, other.#nextIds);
  }

  kept(): KeptTables {
    const { client, invoice, payment, adjustment } = this.tables;
    return {
      rows: {
        ...{ client: [...client.values()], invoice: [...invoice.values()] },
        ...{ payment: [...payment.values()], adjustment: [...adjustment.values()] },
      },
      deletions: [...this.deletions],
      nextIds: { ...this.#nextIds },
    };
  }

  /** Holds what was kept; nothing stood there before. */
  restore({ rows, deletions, nextIds }: KeptTables): void {
    for (const kind of KINDS) this.#restoreTable(kind, rows[kind]);
    this.deletions.push(...deletions);
    Object.assign(this.#nextIds, nextIds);
  }

  #restoreTable<K extends Kind>(kind: K, rows: readonly Records[K][]): void {
    const table: Map<number, Records[K]> = this.tables[kind];
    for (const row of rows) {
      Object.freeze(row);
      table.set(row.id, row);
      this.#index(kind, row.id);
    }
  }

  #copyTable<K extends Kind>(kind: K, other: TableStore): void {
    const table: Map<number, Records[K]> = this.tables[kind];
    const from: ReadonlyMap<number, Records[K]> = other.tables[kind];
    for (const [id, record] of from) table.set(id, record);
  }

  now(): string {
    return this.#clock.now().toISOString();
  }

  /** Runs `rules` on a draft and commits it, unless they throw. */
  write<T>(rules: (draft: Draft) => T, options: WriteOptions = {}): T {
    const draft = new Draft(this.tables, this.#nextIds);
    const result = rules(draft);
    this.#commit(draft, options.by ?? ACTOR_DEFAULT);
    return result;
  }

  /** Throws 409 when the caller saw another version than the present one. */
  checkVersion(kind: Kind, id: number, ifMatch: string | undefined): void {
    if (ifMatch === undefined) return;
    const current = this.tables[kind].get(id);
    const seen = ifMatch.replace(/^W\//, '').replaceAll('"', '').trim();
    if (!current || String(current.version) === seen) return;
    throw new TpsProblem(
      'version-conflict',
      `${current.modifiedBy} changed this record at ${current.modifiedAt}: it is at version ${current.version}, not ${seen}.`,
    );
  }

  #commit(draft: Draft, by: string): void {
    const at = this.now();
    this.#noteDeletedClients(draft, at);
    for (const kind of KINDS) {
      this.#commitKind(kind, draft, at, by);
      this.#nextIds[kind] += draft.createdCount(kind);
    }
  }

  #commitKind<K extends Kind>(kind: K, draft: Draft, at: string, by: string): void {
    const table: Map<number, Records[K]> = this.tables[kind];
    for (const [id, change] of draft.changes[kind]) {
      const before = table.get(id);
      this.#unindex(kind, id);
      if (change === null) {
        table.delete(id);
        this.deletions.push({ type: kind, id, deletedAt: at });
      } else {
        const stamp = { version: (before?.version ?? 0) + 1, modifiedAt: at, modifiedBy: by };
        // `Unstamped<Records[K]>` plus the stamp is `Records[K]`, which TypeScript cannot see for an open K.
        table.set(id, Object.freeze({ ...change, ...stamp }) as unknown as Records[K]);
      }
      this.#index(kind, id);
    }
  }

  /** A deleted client stays in its table, marked, so that it can be restored. */
  #noteDeletedClients(draft: Draft, at: string): void {
    for (const [id, change] of draft.changes.client) {
      if (change?.status !== 'deleted' || this.tables.client.get(id)?.status === 'deleted')
        continue;
      this.deletions.push({ type: 'client', id, deletedAt: at });
    }
  }

  #unindex(kind: Kind, id: number): void {
    const invoice = kind === 'invoice' ? this.tables.invoice.get(id) : undefined;
    if (invoice) this.invoiceIdByNumber.delete(numberKey(invoice.code, invoice.number));
    const client = kind === 'client' ? this.tables.client.get(id) : undefined;
    if (client) this.clientIdByCode.delete(client.code.toLowerCase());
  }

  #index(kind: Kind, id: number): void {
    const { client, invoice, payment, adjustment } = this.tables;
    if (kind === 'client') {
      const record = client.get(id);
      if (record) this.clientIdByCode.set(record.code.toLowerCase(), id);
      return;
    }
    const key = `${kind} ${id}`;
    if (kind === 'invoice') {
      const record = invoice.get(id);
      if (record) this.invoiceIdByNumber.set(numberKey(record.code, record.number), id);
      this.journal.replace(key, record ? invoicePostings(record) : []);
    } else if (kind === 'payment') {
      const record = payment.get(id);
      this.journal.replace(key, record ? paymentPostings(record) : []);
    } else {
      const record = adjustment.get(id);
      this.journal.replace(key, record ? adjustmentPostings(record) : []);
    }
  }
}

export function numberKey(code: string, number: string): string {
  return `${code.toLowerCase()}|${number.toLowerCase()}`;
}
