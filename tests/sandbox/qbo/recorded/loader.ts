import type { Book } from '../book/book';
import { nameOf } from '../book/refs';
import { type EntityName, isPerson, isTransaction, TRANSACTIONS } from '../entity-name';
import {
  booleanAt,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  textAt,
} from '../json';
import type { Facts, Rec } from '../store/record';
import { accountTypeFor, entityOfRef, nameOfBody } from './names';
import type { Recording } from './recordings';

/** Lists before what refers to them; documents in the order in which they link. */
export const LOAD_ORDER: readonly EntityName[] = [
  'Preferences',
  'CompanyInfo',
  'Account',
  'TaxRate',
  'TaxCode',
  'Term',
  'PaymentMethod',
  'Customer',
  'Vendor',
  'Employee',
  'Item',
  'Invoice',
  'CreditMemo',
  'SalesReceipt',
  'RefundReceipt',
  'JournalEntry',
  'Purchase',
  'Payment',
  'Deposit',
];

const sameName = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase();

/** Puts recorded objects into a store under ids that do not clash, and follows references. */
export class Loader {
  private readonly ids = new Map<string, string>();
  readonly placeholders: string[] = [];

  constructor(
    private readonly book: Book,
    private readonly loadedMs: number,
  ) {}

  /** The id to load an object under; undefined when an earlier recording of it is there. */
  idFor(recording: Recording): string | undefined {
    const { entity, body, source } = recording;
    const id = textAt(body, 'Id') ?? '1';
    const name = nameOfBody(entity, body);
    const key = `${source} ${entity} ${id}`;
    const known = this.ids.get(key);
    if (known !== undefined && this.isNamed(entity, known, name)) return undefined;
    const twin = isTransaction(entity) ? undefined : this.named(entity, name);
    if (twin !== undefined || (known === undefined && this.isNamed(entity, id, name, true))) {
      this.ids.set(key, twin ?? id);
      return undefined;
    }
    const free = /^\d+$/.test(id) && !this.isTaken(entity, id);
    const given = free ? id : this.book.store.nextId(entity);
    if (known === undefined) this.ids.set(key, given);
    this.book.store.reserveId(entity, given);
    return given;
  }

  /** Where an id of one source lies now. */
  movedId(source: string, entity: EntityName, id: string): string {
    return this.ids.get(`${source} ${entity} ${id}`) ?? id;
  }

  put(
    entity: EntityName,
    id: string,
    body: JsonObject,
    recorded: JsonObject,
    facts: Facts | null,
  ): Rec {
    const meta = objectAt(recorded, 'MetaData');
    const time = (key: string): number => {
      const ms = Date.parse(textAt(meta, key) ?? '');
      return Number.isNaN(ms) ? this.loadedMs : ms;
    };
    const rec: Rec = {
      entity,
      id,
      syncToken: Number(textAt(recorded, 'SyncToken') ?? '0'),
      createdMs: time('CreateTime'),
      updatedMs: time('LastUpdatedTime'),
      user: 'Morgan Owner',
      deleted: false,
      active: booleanAt(recorded, 'Active') ?? true,
      body,
      facts,
    };
    this.book.store.put(rec);
    this.book.store.reserveId(entity, id);
    return rec;
  }

  /** A copy of `body` whose references name objects of this store. */
  relinked(source: string, owner: EntityName, body: JsonObject): JsonObject {
    const out: Record<string, Json | undefined> = {};
    for (const [key, value] of Object.entries(body))
      out[key] = this.value(source, owner, key, value);
    return out;
  }

  private value(
    source: string,
    owner: EntityName,
    key: string,
    value: Json | undefined,
  ): Json | undefined {
    if (isArray(value)) {
      return value.map((one) => (isObject(one) ? this.relinked(source, owner, one) : one));
    }
    if (!isObject(value)) return value;
    const entity = entityOfRef(key, value, owner);
    const id = textAt(value, 'value');
    if (entity === undefined || id === undefined) return this.relinked(source, owner, value);
    return { ...value, value: this.target(source, entity, key, id, textAt(value, 'name')) };
  }

  private target(
    source: string,
    entity: EntityName,
    key: string,
    id: string,
    name: string | undefined,
  ): string {
    const moved = this.movedId(source, entity, id);
    const rec = this.book.store.get(entity, moved);
    if (rec && (name === undefined || sameName(nameOf(rec), name))) return moved;
    const byName = name === undefined ? undefined : this.named(entity, name);
    return byName ?? this.placeholder(source, entity, key, id, name ?? `${entity} ${id}`);
  }

  private placeholder(
    source: string,
    entity: EntityName,
    key: string,
    id: string,
    name: string,
  ): string {
    const taken = !/^\d+$/.test(id) || this.isTaken(entity, id);
    const given = taken ? this.book.store.nextId(entity) : id;
    this.placeholders.push(`${entity} ${given} ${name}`);
    this.ids.set(`${source} ${entity} ${id}`, given);
    const leaf = name.split(':').at(-1) ?? name;
    const account = accountTypeFor(key, name);
    const body: JsonObject = isPerson(entity)
      ? {
          Taxable: true,
          Job: false,
          BillWithParent: false,
          CurrencyRef: this.book.currency,
          FullyQualifiedName: name,
          DisplayName: leaf,
          PrintOnCheckName: leaf,
          Active: true,
        }
      : entity === 'Account'
        ? {
            Name: leaf,
            FullyQualifiedName: name,
            SubAccount: false,
            Active: true,
            AccountType: account.type,
            AccountSubType: account.subType,
            Classification: CLASS_OF[account.type] ?? 'Asset',
          }
        : {
            Name: leaf,
            FullyQualifiedName: name,
            Active: true,
            ...(entity === 'Item' ? { Type: 'Service' } : {}),
          };
    this.put(entity, given, body, {}, null);
    return given;
  }

  private isTaken(entity: EntityName, id: string): boolean {
    const lists: readonly EntityName[] = isTransaction(entity)
      ? TRANSACTIONS
      : isPerson(entity)
        ? ['Customer', 'Vendor', 'Employee']
        : [entity];
    return lists.some((list) => this.book.store.get(list, id) !== undefined);
  }

  private isNamed(entity: EntityName, id: string, name: string, acrossSources = false): boolean {
    const rec = this.book.store.get(entity, id);
    if (!rec || (acrossSources && isTransaction(entity))) return false;
    return sameName(nameOfBody(entity, rec.body), name);
  }

  private named(entity: EntityName, name: string): string | undefined {
    const leaf = name.split(':').at(-1) ?? name;
    const table = this.book.store.table(entity);
    for (const id of table.byName.get(leaf.trim().toLowerCase())) {
      const rec = table.get(id);
      if (rec && sameName(nameOf(rec), name)) return id;
    }
    return undefined;
  }
}

const CLASS_OF: Readonly<Record<string, string>> = {
  Income: 'Revenue',
  Expense: 'Expense',
  Equity: 'Equity',
  'Credit Card': 'Liability',
  'Long Term Liability': 'Liability',
};
