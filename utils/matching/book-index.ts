/** The profiles of one side by key, and whether several share an identifier. */
import { blockingKeys } from './blocking-keys';
import type { Profile } from './profile';

export interface BookEntry {
  readonly profile: Profile;
  readonly keys: readonly string[];
}

export interface Books {
  readonly tps: BookIndex;
  readonly qbo: BookIndex;
}

export class BookIndex {
  readonly entries: BookEntry[] = [];
  readonly #byKey = new Map<string, number[]>();

  add(profile: Profile): void {
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
