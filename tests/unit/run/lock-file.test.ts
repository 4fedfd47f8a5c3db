import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

test('the lock file names the packages of every platform, or npm ci refuses it', () => {
  const url = new URL('../../../package-lock.json', import.meta.url);
  const { packages } = lockFile.parse(JSON.parse(readFileSync(url, 'utf8')));
  const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${at}/node_modules/${name}`],
    ),
  );
  expect(missing, 'run: node tests/run/complete-lock.mjs').toEqual([]);
});
