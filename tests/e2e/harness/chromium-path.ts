import { existsSync } from 'node:fs';

/** Where tests/run/setup.mjs found Chromium; Debian's when a test is run by hand. */
export function chromiumPath(): string {
  const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (existsSync(path)) return path;
  throw new Error(`There is no Chromium at ${path}: run "node tests/run/setup.mjs".`);
}
