import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the files of one run of the end-to-end tests keep the scenes that they share. */
export const KEPT_SCENES_DIR = 'KEPT_SCENES_DIR';

export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-bridge-scenes-'));
  process.env[KEPT_SCENES_DIR] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
