import { textAt } from '../json';
import { ChangeLog } from './change-log';
import { Groups } from './groups';
import { NameOrder } from './name-order';
import type { Rec } from './record';

/** The name that must be unique in a list, in the letter case used for comparing. */
export function nameKey(rec: Rec): string | undefined {
  const name = textAt(rec.body, 'DisplayName') ?? textAt(rec.body, 'Name');
  return name?.trim().toLowerCase();
}

/** A change of the system's own (a balance, a time) leaves body and facts as they are. */
const sameKeys = (a: Rec, b: Rec): boolean =>
  a.body === b.body && a.facts === b.facts && a.deleted === b.deleted;

/** All records of one entity, with the indexes that queries and rules need. */
export class Table {
  /** In ascending order of id, as long as `sorted`. */
  private byId = new Map<string, Rec>();
  private sorted = true;
  private greatestId = 0;
  private readonly log = new ChangeLog();
  readonly byCustomer = new Groups();
  /** By the number in lower case. */
  readonly byDocNumber = new Groups();
  readonly byName = new Groups();
  readonly byParent = new Groups();
  /** Of lists only. */
  readonly names = new NameOrder();
  /** Grows with every change; orders computed for a version stay good while it lasts. */
  version = 0;
  readonly orders = new Map<string, { version: number; rows: readonly Rec[] }>();

  get(id: string): Rec | undefined {
    return this.byId.get(id);
  }

  get size(): number {
    return this.byId.size;
  }

  /** Puts, replaces or (with undefined) forgets the record of `id`; returns what was there. */
  replace(id: string, next: Rec | undefined): Rec | undefined {
    const before = this.byId.get(id);
    this.version += 1;
    if (next === undefined) {
      if (before) this.unindex(before);
      this.byId.delete(id);
      this.log.forget(id);
      return before;
    }
    if (!before) {
      const number = Number(id);
      if (number < this.greatestId) this.sorted = false;
      else this.greatestId = number;
    }
    this.byId.set(id, next);
    if (!before || !sameKeys(before, next)) {
      if (before) this.unindex(before);
      this.index(next);
    }
    const moved = before?.updatedMs !== next.updatedMs || before.deleted !== next.deleted;
    if (moved) this.log.note(next);
    else this.log.swap(next);
    return before;
  }

  /** Records in ascending order of id, the deleted ones too. */
  ascending(): Iterable<Rec> {
    if (!this.sorted) {
      const entries = [...this.byId].sort(([a], [b]) => Number(a) - Number(b));
      this.byId = new Map(entries);
      this.sorted = true;
    }
    return this.byId.values();
  }

  /** Records last changed at or after `fromMs`, oldest change first, the deleted ones too. */
  changedSince(fromMs: number): Iterable<Rec> {
    return this.log.since(fromMs);
  }

  /** Records, the one changed last first: the order of an unordered transaction query. */
  latestFirst(): Iterable<Rec> {
    return this.log.latestFirst();
  }

  private index(rec: Rec): void {
    this.eachKey(rec, (groups, key) => groups.add(key, rec.id));
    if (rec.facts === null && !rec.deleted) this.names.add(rec);
  }

  private unindex(rec: Rec): void {
    this.eachKey(rec, (groups, key) => groups.remove(key, rec.id));
    if (rec.facts === null && !rec.deleted) this.names.remove(rec);
  }

  private eachKey(rec: Rec, act: (groups: Groups, key: string) => void): void {
    if (rec.deleted) return;
    const { facts } = rec;
    if (facts?.customerId) act(this.byCustomer, facts.customerId);
    if (facts?.docNumber) act(this.byDocNumber, facts.docNumber.toLowerCase());
    const name = nameKey(rec);
    if (name !== undefined) act(this.byName, name);
    const parent = rec.body.ParentRef;
    if (typeof parent === 'object' && parent !== null && 'value' in parent) {
      act(this.byParent, String(parent.value));
    }
  }
}
