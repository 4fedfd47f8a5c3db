/** Bundles the simulation with one mutant in it, into a folder of its own: no source is touched. */
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import type { Mutant } from './mutant';
import { planted, ROOT } from './planted';

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
