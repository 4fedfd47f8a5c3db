import type { Clock } from '../clock';
import { copied } from '../copied';
import { applyByItself } from './auto-apply';
import { seed } from './baseline/seed';
import { withCleanAddresses } from './book/addresses';
import type { Book, Country, WriteOptions } from './book/book';
import { changes } from './cdc';
import type { EntityName } from './entity-name';
import type { JsonObject } from './json';
import { rulesOf } from './kinds';
import { type Ledger, ledgerOf } from './ledger';
import { dayIn } from './pacific';
import { runQuery } from './query/run';
import { keyOf, type Rec } from './store/record';
import { type KeptStore, Store } from './store/store';
import type { QboSwitches } from './switches';
import {
  chargeOnStatement,
  createProject,
  inactivateInUi,
  mergeInUi,
  payOnline,
  recur,
} from './system-acts';
import { create, existing, remove, update, voidDocument } from './write/operations';
import { markSent } from './write/sent';

export type { WriteOptions } from './book/book';

const CURRENCIES: Readonly<Record<Country, JsonObject>> = {
  CA: { value: 'CAD', name: 'Canadian Dollar' },
  US: { value: 'USD', name: 'United States Dollar' },
};

/** All that a company holds, as plain data. */
export interface KeptCompany {
  readonly store: KeptStore;
  readonly lastMs: number;
}

/** One company file: a synchronous QBO v3 service without HTTP. Failed calls change nothing. */
export class QboCompany {
  private store = new Store();
  private readonly hidden = new Set<string>();
  private inBatch = false;
  private lastMs = 0;
  private readonly book: Book;

  constructor(
    readonly realm: string,
    readonly name: string,
    readonly country: Country,
    private readonly clock: Clock,
    private readonly switches: QboSwitches,
  ) {
    const self = this;
    this.book = {
      get store() {
        return self.store;
      },
      switches,
      country,
      currency: CURRENCIES[country],
      hidden: this.hidden,
      nowMs: () => this.nowMs(),
      today: () => this.today(),
      preferences: () => this.store.get('Preferences', '1')?.body ?? {},
    };
  }

  /** The server's instant; never goes back. */
  nowMs(): number {
    this.lastMs = Math.max(this.lastMs, this.clock.now().getTime());
    return this.lastMs;
  }

  /** Fills the company with the lists and settings of an accounting firm. */
  seedBaseline(): void {
    seed((entity, body, options) => this.create(entity, body, options), this.country, this.name);
  }

  /** Holds what another company holds, and is independent of it from then on. */
  copyFrom(other: QboCompany): void {
    this.store = copied(other.store);
    this.lastMs = other.lastMs;
  }

  kept(): KeptCompany {
    return { store: this.store.kept(), lastMs: this.lastMs };
  }

  /** Holds what was kept of it. */
  restore({ store, lastMs }: KeptCompany): void {
    this.store = new Store();
    this.store.restore(store);
    this.lastMs = lastMs;
  }

  /** Forgets everything, for loading another company's data. */
  reset(): void {
    this.store = new Store();
  }

  create(entity: EntityName, body: JsonObject, options: WriteOptions = {}): JsonObject {
    return this.store.atomically(() => {
      const rec = create(this.book, entity, body, options);
      applyByItself(this, rec);
      const made = this.present(this.store.get(entity, rec.id) ?? rec, true);
      if (this.inBatch) this.hidden.add(keyOf(entity, rec.id));
      return made;
    });
  }

  read(entity: EntityName, id: string): JsonObject {
    return this.present(existing(this.book, entity, id), true);
  }

  /** Full update, or sparse when the body says `sparse: true`. */
  update(entity: EntityName, body: JsonObject, options: WriteOptions = {}): JsonObject {
    return this.store.atomically(() =>
      this.present(update(this.book, entity, body, options), true),
    );
  }

  /** Deletes; answers `{domain, status: "Deleted", Id}`. */
  remove(entity: EntityName, body: JsonObject, options: WriteOptions = {}): JsonObject {
    return this.store.atomically(() => {
      const rec = remove(this.book, entity, body, options);
      return { domain: 'QBO', status: 'Deleted', Id: rec.id };
    });
  }

  /** E-mails a document. Not an edit: closed periods and deposits do not hold it up. */
  send(entity: EntityName, id: string, address: string, options: WriteOptions = {}): JsonObject {
    return this.store.atomically(() =>
      this.present(markSent(this.book, existing(this.book, entity, id), address, options), true),
    );
  }

  /** Notes that the file of an attachable has come. */
  holdFile(id: string, bytes: number): JsonObject {
    const rec = existing(this.book, 'Attachable', id);
    const FileAccessUri = `/v3/company/${this.realm}/download/${id}`;
    const next = { ...rec, body: { ...rec.body, Size: bytes, FileAccessUri } };
    this.store.put(next);
    return this.present(next, true);
  }

  void(entity: EntityName, body: JsonObject, options: WriteOptions = {}): JsonObject {
    return this.store.atomically(() =>
      this.present(voidDocument(this.book, entity, body, options), true),
    );
  }

  /** The content of `QueryResponse`. */
  query(text: string): JsonObject {
    return runQuery(this.book, text, (rec) => this.present(rec, false));
  }

  /** `{CDCResponse: […]}`; `changedSince` is an ISO instant. */
  cdc(entities: readonly string[], changedSince: string): JsonObject {
    return changes(this.book, entities, changedSince, (rec) => this.present(rec, false));
  }

  ledger(): Ledger {
    return ledgerOf(this.book);
  }

  /** Makes objects that `act` creates invisible to itself, as in one batch request. */
  asBatch<T>(act: () => T): T {
    this.inBatch = true;
    try {
      return act();
    } finally {
      this.inBatch = false;
      this.hidden.clear();
    }
  }

  /** A customer pays an invoice online: whole, or `cents` of it. Answers the Payment. */
  payOnline(invoiceId: string, cents?: number): JsonObject {
    return this.store.atomically(() => payOnline(this, invoiceId, cents));
  }

  /** Creates a project under a customer, which the plain API does not offer. */
  createProject(parentId: string, name: string): JsonObject {
    return this.store.atomically(() => createProject(this, parentId, name));
  }

  /** "Make inactive" of the web page, which zeroes an open balance instead of refusing. */
  inactivateInUi(customerId: string): JsonObject {
    return this.store.atomically(() => inactivateInUi(this, customerId));
  }

  /** Two customers become one in the web page. */
  mergeInUi(fromId: string, intoId: string): JsonObject {
    return this.store.atomically(() => mergeInUi(this, fromId, intoId));
  }

  /** A recurring invoice, made from this one, comes by itself. */
  recur(invoiceId: string): JsonObject {
    return this.store.atomically(() => recur(this, invoiceId));
  }

  /** A charge on a statement: an invoice whose lines are in no answer. */
  chargeOnStatement(customerId: string, cents: number): JsonObject {
    return this.store.atomically(() => chargeOnStatement(this, customerId, cents));
  }

  /** Somebody ticks it off against the statement of the bank. */
  reconcile(entity: EntityName, id: string): void {
    this.store.put({ ...existing(this.book, entity, id), reconciled: true });
  }

  /** The raw books, for loading samples. */
  get internals(): Book {
    return this.book;
  }

  present(rec: Rec, readById: boolean): JsonObject {
    return withCleanAddresses(this.book, rulesOf(rec.entity).present(this.book, rec, readById));
  }

  private today(): string {
    const company = this.country === 'CA' ? 'America/Toronto' : 'America/New_York';
    const zone = this.switches.today === 'pacific' ? 'America/Los_Angeles' : company;
    return dayIn(zone, this.nowMs());
  }
}
