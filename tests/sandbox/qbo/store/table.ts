import { textAt } from '../json';
import { Groups } from './groups';
import type { Rec } from './record';

/** The name that must be unique in a list, in the letter case used for comparing. */
export function nameKey(rec: Rec): string | undefined {
  const name = textAt(rec.body, 'DisplayName') ?? textAt(rec.body, 'Name');
  return name?.trim().toLowerCase();
}

/** All records of one entity, with the indexes that queries and rules need. */
export class Table {
  /** In ascending order of id, as long as `sorted`. */
  private byId = new Map<string, Rec>();
  private sorted = true;
  private greatestId = 0;
  private log: { ms: number; id: string }[] = [];
  private readonly lastLog = new Map<string, number>();
  readonly byCustomer = new Groups();
  /** By the number in lower case. */
  readonly byDocNumber = new Groups();
  readonly byName = new Groups();
  readonly byParent = new Groups();
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
    if (before) this.unindex(before);
    if (next === undefined) {
      this.byId.delete(id);
      return before;
    }
    if (!before) {
      const number = Number(id);
      if (number < this.greatestId) this.sorted = false;
      else this.greatestId = number;
    }
    this.byId.set(id, next);
    this.index(next);
    if (before?.updatedMs !== next.updatedMs || before.deleted !== next.deleted) this.note(next);
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
  *changedSince(fromMs: number): Generator<Rec> {
    let low = 0;
    let high = this.log.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.log[middle]?.ms ?? 0) < fromMs) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < this.log.length; at += 1) {
      const rec = this.loggedAt(at);
      if (rec) yield rec;
    }
  }

  /** Records, the one changed last first: the order of an unordered transaction query. */
  *latestFirst(): Generator<Rec> {
    for (let at = this.log.length - 1; at >= 0; at -= 1) {
      const rec = this.loggedAt(at);
      if (rec) yield rec;
    }
  }

  private loggedAt(at: number): Rec | undefined {
    const entry = this.log[at];
    if (!entry || this.lastLog.get(entry.id) !== at) return undefined;
    return this.byId.get(entry.id);
  }

  private note(rec: Rec): void {
    const last = this.log.at(-1);
    this.log.push({ ms: rec.updatedMs, id: rec.id });
    if (last && last.ms > rec.updatedMs) this.rebuildLog();
    else if (this.log.length > 1000 && this.log.length > 3 * this.byId.size) this.rebuildLog();
    else this.lastLog.set(rec.id, this.log.length - 1);
  }

  private rebuildLog(): void {
    this.log = [...this.byId.values()]
      .map((rec) => ({ ms: rec.updatedMs, id: rec.id }))
      .sort((a, b) => a.ms - b.ms || Number(a.id) - Number(b.id));
    this.lastLog.clear();
    this.log.forEach((entry, at) => {
      this.lastLog.set(entry.id, at);
    });
  }

  private index(rec: Rec): void {
    this.eachKey(rec, (groups, key) => groups.add(key, rec.id));
  }

  private unindex(rec: Rec): void {
    this.eachKey(rec, (groups, key) => groups.remove(key, rec.id));
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
