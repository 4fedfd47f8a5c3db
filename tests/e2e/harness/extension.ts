import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The production build, as it goes to the store; EXTENSION_DIR names another one. */
export const EXTENSION_DIR =
  process.env.EXTENSION_DIR ??
  fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));

/** Throws when nothing was built; a stale build is the caller's business (`npm test` builds). */
export function builtExtension(): string {
  if (existsSync(`${EXTENSION_DIR}/manifest.json`)) return EXTENSION_DIR;
  throw new Error(`There is no build in ${EXTENSION_DIR}: run "npm run build" first.`);
}
