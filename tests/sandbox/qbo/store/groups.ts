/** Ids by some text, kept small by dropping empty sets. */
export class Groups {
  private readonly sets = new Map<string, Set<string>>();

  add(key: string, id: string): void {
    const set = this.sets.get(key);
    if (set) set.add(id);
    else this.sets.set(key, new Set([id]));
  }

  remove(key: string, id: string): void {
    const set = this.sets.get(key);
    if (!set) return;
    set.delete(id);
    if (set.size === 0) this.sets.delete(key);
  }

  get(key: string): ReadonlySet<string> {
    return this.sets.get(key) ?? NONE;
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Sums by some text; a sum of zero is not kept. */
export class Sums {
  private readonly values = new Map<string, number>();

  add(key: string, cents: number): void {
    const next = (this.values.get(key) ?? 0) + cents;
    if (next === 0) this.values.delete(key);
    else this.values.set(key, next);
  }

  get(key: string): number {
    return this.values.get(key) ?? 0;
  }
}
