/** Recorded responses of QuickBooks (`--qbo-samples`). Node's built-ins alone. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from './trouble.mjs';

/** Throws when there are none: they are JSON files in folders named like their kind. */
export function requireSamples(folder) {
  if (filesIn(folder).some((name) => name.endsWith('.json'))) return;
  throw new Trouble(
    `There are no recorded responses in ${folder}: --qbo-samples names a folder with files like Invoice/1.json.`,
  );
}

function filesIn(folder) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const kinds = entries.filter((entry) => !entry.isFile()).map(({ name }) => join(folder, name));
    return kinds.flatMap((kind) => readdirSync(kind));
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  }
}
