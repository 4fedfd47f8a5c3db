/** Test files with one mutant in what they test: `MUTANT` names it. */
import { defineConfig } from 'vitest/config';
import { planted, ROOT } from './planted';
import { MUTANTS } from './table';

const mutant = MUTANTS.find(({ name }) => name === process.env.MUTANT);
if (!mutant?.tests) throw new Error(`no mutant ${process.env.MUTANT} that a test must catch`);

export default defineConfig({
  root: ROOT,
  plugins: [planted(mutant)],
  test: { include: [mutant.tests], environment: 'node', testTimeout: 120_000, bail: 1 },
});
