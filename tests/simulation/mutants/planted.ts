import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { Mutant } from './mutant';

export const ROOT = resolve(import.meta.dirname, '../../..');

/** Throws unless the text stands exactly once in the file, and the file is part of the bundle. */
export function planted({ file, from, to, name }: Mutant): Plugin {
  const path = resolve(ROOT, file);
  const found = readFileSync(path, 'utf8').split(from).length - 1;
  if (found !== 1) throw new Error(`${name}: the text stands ${found} times in ${file}`);
  let used = false;
  return {
    name: 'mutant',
    enforce: 'pre',
    transform(code, id) {
      if (id !== path) return null;
      used = true;
      return { code: code.replace(from, () => to), map: null };
    },
    buildEnd() {
      if (!used) throw new Error(`${name}: ${file} is not part of what was played`);
    },
  };
}
