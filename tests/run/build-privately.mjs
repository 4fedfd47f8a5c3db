/** The production build for one start. Node's built-ins alone. */
import { join } from 'node:path';
import { ROOT, run } from './process.mjs';
import { Trouble } from './trouble.mjs';

/**
 * Builds into `folder` and answers with the extension there: another build of this repository
 * cannot take it from under the browser.
 */
export async function buildInto(folder, { ending, debug, env }) {
  console.log('Building the extension …');
  const script = join(ROOT, 'tests/run/build.mjs');
  const { code } = await run(process.execPath, [script, folder], { ending, shown: debug, env });
  if (code !== 0) {
    throw new Trouble('The extension does not build: npm run build shows why.');
  }
  return join(folder, 'chrome-mv3');
}
