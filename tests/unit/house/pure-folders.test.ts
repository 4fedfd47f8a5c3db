import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const UTILS = resolve(import.meta.dirname, '../../../utils');

/** What each pure folder may import, besides itself. Downward only; types of sentences count. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  ledger: [],
  matching: ['ledger', 'wording'],
  tieout: ['ledger', 'wording'],
  checks: ['ledger', 'wording'],
  sync: ['ledger', 'wording', 'matching', 'tieout', 'checks'],
  health: ['ledger', 'wording', 'matching', 'checks', 'sync'],
};
const PACKAGES = ['zod', 'zod/mini', 'big.js'];
/** Effects that a pure function has no business with. */
const EFFECTS =
  /\b(Date\.now|new Date\(\)|Math\.random|crypto\.|fetch\(|localStorage|indexedDB|setTimeout|browser\.)/;

function filesIn(folder: string): string[] {
  return readdirSync(join(UTILS, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(UTILS, folder, name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/from '([^']+)'|import\('([^']+)'\)/g)].map((m) => m[1] ?? m[2] ?? '');
}

describe('the pure folders', () => {
  for (const [folder, allowed] of Object.entries(MAY_IMPORT)) {
    it(`${folder} imports only what lies below it`, () => {
      const files = filesIn(folder);
      expect(files.length).toBeGreaterThan(0);
      const wrong = files.flatMap((file) =>
        importsOf(file)
          .filter((target) => !isAllowed(file, target, [folder, ...allowed]))
          .map((target) => `${relative(UTILS, file)} imports ${target}`),
      );
      expect(wrong).toEqual([]);
    });

    it(`${folder} has no effects of its own`, () => {
      const wrong = filesIn(folder).filter((file) => EFFECTS.test(readFileSync(file, 'utf8')));
      expect(wrong.map((file) => relative(UTILS, file))).toEqual([]);
    });
  }
});

function isAllowed(file: string, target: string, folders: readonly string[]): boolean {
  if (!target.startsWith('.')) return PACKAGES.includes(target);
  const [top] = relative(UTILS, resolve(dirname(file), target)).split('/');
  return top !== undefined && folders.includes(top);
}
