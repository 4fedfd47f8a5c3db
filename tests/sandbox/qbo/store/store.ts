import { ENTITIES, type EntityName, isPerson, isTransaction } from '../entity-name';
import { Sums } from './groups';
import { keyOf, type Rec } from './record';
import { Table } from './table';

type Undo = () => void;

/** All that a store holds, as plain data. */
export interface KeptStore {
  /** Of each table, in the order of their last change. */
  readonly records: readonly Rec[];
  readonly sequences: readonly (readonly [string, number])[];
  readonly docNumber: string;
}

/**
 * The tables of one company and the sums over them. `atomically` makes a call all or nothing:
 * when it throws, every change it made is taken back, the sequences included.
 */
export class Store {
  private readonly tables = new Map<EntityName, Table>(
    ENTITIES.map((entity) => [entity, new Table()]),
  );
  /** Debit minus credit by account id. */
  readonly accounts = new Sums();
  /** Receivable by customer id. */
  readonly receivables = new Sums();
  /** What payments applied, by key of the target and customer. */
  readonly applied = new Sums();
  private readonly appliers = new Map<string, Map<string, number>>();
  private readonly appliedIds = new Map<EntityName, Set<string>>();
  private readonly depositOf = new Map<string, string>();
  private readonly sequences = new Map<string, number>();
  private undo: Undo[] | null = null;
  private docNumber = '1000';

  /** The number that QBO's own numbering goes on from. */
  get lastDocNumber(): string {
    return this.docNumber;
  }

  set lastDocNumber(next: string) {
    const before = this.docNumber;
    this.docNumber = next;
    this.undo?.push(() => {
      this.docNumber = before;
    });
  }

  table(entity: EntityName): Table {
    const table = this.tables.get(entity);
    if (!table) throw new Error(`no table ${entity}`);
    return table;
  }

  get(entity: EntityName, id: string): Rec | undefined {
    return this.table(entity).get(id);
  }

  kept(): KeptStore {
    const records = [...this.tables.values()].flatMap((table) => [...table.changedSince(0)]);
    return { records, sequences: [...this.sequences], docNumber: this.docNumber };
  }

  /** Holds what was kept; nothing stood there before. */
  restore({ records, sequences, docNumber }: KeptStore): void {
    for (const record of records) this.put(record);
    for (const [list, last] of sequences) this.sequences.set(list, last);
    this.docNumber = docNumber;
  }

  /** The next id; names share a sequence, transactions share another. */
  nextId(entity: EntityName): string {
    const list = isTransaction(entity) ? 'txn' : isPerson(entity) ? 'name' : entity;
    const last = this.sequences.get(list) ?? 0;
    this.setSequence(list, last + 1);
    return String(last + 1);
  }

  /** Makes sure that `id` is never given out again. */
  reserveId(entity: EntityName, id: string): void {
    const list = isTransaction(entity) ? 'txn' : isPerson(entity) ? 'name' : entity;
    const n = Number(id);
    if (n > (this.sequences.get(list) ?? 0)) this.setSequence(list, n);
  }

  put(next: Rec): void {
    const before = this.swap(next.entity, next.id, next);
    this.undo?.push(() => this.swap(next.entity, next.id, before));
  }

  /** Whether any payment applies to a document; quicker than asking for them. */
  isApplied(entity: EntityName, id: string): boolean {
    return this.appliedIds.get(entity)?.has(id) ?? false;
  }

  /** Ids of the payments that apply to a target, oldest id first. */
  paymentsOn(targetKey: string): readonly string[] {
    return [...(this.appliers.get(targetKey)?.keys() ?? [])].sort((a, b) => Number(a) - Number(b));
  }

  /** The deposit that a payment or receipt lies in. */
  depositWith(key: string): string | undefined {
    return this.depositOf.get(key);
  }

  atomically<T>(act: () => T): T {
    if (this.undo) return act();
    const undo: Undo[] = [];
    this.undo = undo;
    try {
      return act();
    } catch (error) {
      for (const step of undo.reverse()) step();
      throw error;
    } finally {
      this.undo = null;
    }
  }

  private setSequence(list: string, value: number): void {
    const before = this.sequences.get(list) ?? 0;
    this.sequences.set(list, value);
    this.undo?.push(() => this.sequences.set(list, before));
  }

  /** Grows with every change of any table. */
  version = 0;

  private swap(entity: EntityName, id: string, next: Rec | undefined): Rec | undefined {
    const before = this.table(entity).replace(id, next);
    this.version += 1;
    if (before) this.count(before, -1);
    if (next) this.count(next, 1);
    return before;
  }

  private count(rec: Rec, sign: 1 | -1): void {
    const { facts } = rec;
    if (!facts || rec.deleted) return;
    for (const posting of facts.postings) {
      this.accounts.add(posting.accountId, sign * posting.cents);
      if (posting.customerId) this.receivables.add(posting.customerId, sign * posting.cents);
    }
    for (const application of facts.applications) {
      const target = keyOf(application.entity, application.id);
      this.applied.add(`${target} ${application.customerId}`, sign * application.cents);
      const left = this.countApplier(target, rec.id, sign);
      this.markApplied(application.entity, application.id, left > 0);
    }
    for (const key of facts.deposited) {
      if (sign === 1) this.depositOf.set(key, rec.id);
      else this.depositOf.delete(key);
    }
  }

  /** Answers how many payments apply to the target now. */
  private countApplier(target: string, paymentId: string, sign: 1 | -1): number {
    const counts = this.appliers.get(target) ?? new Map<string, number>();
    const next = (counts.get(paymentId) ?? 0) + sign;
    if (next === 0) counts.delete(paymentId);
    else counts.set(paymentId, next);
    if (counts.size === 0) this.appliers.delete(target);
    else this.appliers.set(target, counts);
    return counts.size;
  }

  private markApplied(entity: EntityName, id: string, applied: boolean): void {
    const ids = this.appliedIds.get(entity) ?? new Set<string>();
    this.appliedIds.set(entity, ids);
    if (applied) ids.add(id);
    else ids.delete(id);
  }
}
