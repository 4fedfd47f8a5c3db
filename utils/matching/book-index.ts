/** The profiles of one side by key, and whether several share an identifier. */
import type { Side } from '../ledger/side';
import { blockingKeys } from './blocking-keys';
import type { ProfileOn } from './profile';

export interface BookEntry<S extends Side> {
  readonly profile: ProfileOn<S>;
  readonly keys: readonly string[];
}

export interface Books {
  readonly tps: BookIndex<'tps'>;
  readonly qbo: BookIndex<'qbo'>;
}

export class BookIndex<S extends Side> {
  readonly entries: BookEntry<S>[] = [];
  readonly #byKey = new Map<string, number[]>();

  add(profile: ProfileOn<S>): void {
    const keys = blockingKeys(profile);
    const at = this.entries.length;
    this.entries.push({ profile, keys });
    for (const key of keys) {
      const found = this.#byKey.get(key);
      if (found) found.push(at);
      else this.#byKey.set(key, [at]);
    }
  }

  /** Positions in `entries` of those that have the key. */
  at(key: string): readonly number[] {
    return this.#byKey.get(key) ?? [];
  }

  /** Whether several have this e-mail (`@`), phone (`p`) or these open amounts (`o`). */
  isShared(kind: '@' | 'p' | 'o', value: string): boolean {
    return this.at(`${kind} ${value}`).length > 1;
  }
}
