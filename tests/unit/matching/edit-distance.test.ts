import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, typosMax } from '../../../utils/matching/edit-distance';

describe('letters that differ', () => {
  it.each([
    ['roy', 'roy', 0],
    ['tremblay', 'trembley', 1],
    ['tremblay', 'tremlbay', 1],
    ['gagnon', 'gagnnon', 1],
    ['kowalczyk', 'kowlczky', 2],
  ])('%s and %s: %i', (a, b, count) => {
    expect(editDistance(a, b, 2)).toBe(count);
  });

  it('are counted no further than asked', () => {
    expect(editDistance('tremblay', 'gauthier', 2)).toBe(3);
    expect(editDistance('roy', 'robitaille', 2)).toBe(3);
    expect(editDistance('abab', 'cacab', 1)).toBe(2);
    expect(editDistance('aab', 'cccb', 2)).toBe(3);
  });

  it('are as many from either end, and at most those of a full comparison', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const full = editDistance(a, b, 20);
        expect(editDistance(b, a, 20)).toBe(full);
        expect(full).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(full).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(editDistance(a, b, 2)).toBe(Math.min(full, 3));
      }),
      { numRuns: 1_000 },
    );
  });

  it('may be none in a short word, and two at most', () => {
    expect([3, 4, 7, 8, 40].map(typosMax)).toEqual([0, 1, 1, 2, 2]);
  });
});
