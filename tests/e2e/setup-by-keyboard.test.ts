/** The whole set-up by keyboard alone, to a first sync that ties out but for named differences. */
import { test } from 'vitest';
import { setUpAndSync } from './harness/bookkeeper';
import { keys } from './harness/hands';

test('the whole set-up with the keyboard alone, and a first sync that ties out', () =>
  setUpAndSync(keys, false));
