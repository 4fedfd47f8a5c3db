/** Ids by some text. Most groups hold one id, which then needs no set of its own. */
export class Groups {
  private readonly held = new Map<string, string | Set<string>>();

  add(key: string, id: string): void {
    const ids = this.held.get(key);
    if (ids === undefined) this.held.set(key, id);
    else if (typeof ids !== 'string') ids.add(id);
    else if (ids !== id) this.held.set(key, new Set([ids, id]));
  }

  remove(key: string, id: string): void {
    const ids = this.held.get(key);
    if (ids === undefined) return;
    if (typeof ids === 'string') {
      if (ids === id) this.held.delete(key);
      return;
    }
    ids.delete(id);
    if (ids.size === 0) this.held.delete(key);
  }

  get(key: string): ReadonlySet<string> {
    const ids = this.held.get(key);
    if (ids === undefined) return NONE;
    return typeof ids === 'string' ? new Set([ids]) : ids;
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
