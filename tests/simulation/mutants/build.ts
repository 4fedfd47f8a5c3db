/** Bundles the simulation with one mutant in it, into a folder of its own: no source is touched. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import type { Mutant } from './mutant';

export const ROOT = resolve(import.meta.dirname, '../../..');

/** Below `node_modules`, so that the bundle finds the packages it uses. */
const OUT = resolve(ROOT, 'node_modules/.cache/simulation-mutants');

/** Gives the path of the bundle. `mutant` null: the simulation as it is. */
export async function bundle(mutant: Mutant | null, name: string): Promise<string> {
  const outDir = resolve(OUT, name);
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    plugins: [inPlace, ...(mutant ? [planted(mutant)] : [])],
    build: {
      ssr: resolve(import.meta.dirname, 'player.ts'),
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'node20',
    },
  });
  return resolve(outDir, 'player.js');
}

/** Modules that read files beside themselves find them where their source is. */
const inPlace: Plugin = {
  name: 'in-place',
  enforce: 'pre',
  transform(code, id) {
    if (!code.includes('import.meta.')) return null;
    const at = code
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)));
    return { code: at, map: null };
  },
};

/** Throws unless the text stands exactly once in the file, and the file is part of the bundle. */
function planted({ file, from, to, name }: Mutant): Plugin {
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
      if (!used) throw new Error(`${name}: ${file} is not part of the simulation`);
    },
  };
}
