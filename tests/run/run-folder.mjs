/** A folder for all that one start writes on its way. Node's built-ins alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Chromium puts a socket below it, whose path may have 104 letters on macOS: too few for its own. */
const BASE = process.platform === 'darwin' ? '/tmp' : tmpdir();

/** `env` makes it the temporary folder of a child, of the browser and of the browser's library. */
export function makeRunFolder() {
  const folder = mkdtempSync(join(BASE, 'ledger-bridge-'));
  return {
    folder,
    env: { TMPDIR: folder, TEMP: folder, TMP: folder },
    // A browser that was just ended may still be writing.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }),
  };
}
