import { describe, expect, it } from 'vitest';
import { drawTrace } from './trace/draw';
import { play } from './trace/play';

const SEED_MS_MAX = 60_000;
const CHUNK = 10;

/** Plays these seeds; the files share the work, so that they run side by side. */
export function seedTests(from: number, count: number): void {
  const chunks = Array.from({ length: Math.ceil(count / CHUNK) }, (_, at) => from + at * CHUNK);
  describe('whatever happens', () => {
    it.each(chunks)(
      'seeds %i and the next nine',
      { timeout: SEED_MS_MAX * CHUNK },
      async (first) => {
        for (let seed = first; seed < Math.min(first + CHUNK, from + count); seed++) {
          const { violations } = await play(drawTrace(seed));
          expect(violations, `npm run simulate -- --trace ${seed}`).toEqual([]);
        }
      },
    );
  });
}
