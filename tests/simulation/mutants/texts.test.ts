import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MUTANTS } from './table';

it.each(MUTANTS)('the text that "$name" breaks stands exactly once', ({ file, from }) => {
  expect(readFileSync(file, 'utf8').split(from)).toHaveLength(2);
});
