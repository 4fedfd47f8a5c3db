import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inParallel } from '../../../utils/http/in-parallel';

/** Notes how many run at once; each takes a turn of the event loop. */
function watched(fails: (item: number) => boolean) {
  const seen = { started: [] as number[], atOnce: 0, most: 0 };
  const act = async (item: number) => {
    seen.started.push(item);
    seen.atOnce += 1;
    seen.most = Math.max(seen.most, seen.atOnce);
    await Promise.resolve();
    seen.atOnce -= 1;
    if (fails(item)) throw new Error(`item ${item}`);
    return item * 2;
  };
  return { seen, act };
}

test('gives all results in their order, never more at once than asked for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat()), fc.integer({ min: 1, max: 6 }), async (items, limit) => {
      const { seen, act } = watched(() => false);
      expect(await inParallel(items, limit, act)).toEqual(items.map((item) => item * 2));
      expect(seen.most).toBeLessThanOrEqual(limit);
    }),
  );
});

test('the first goes alone: where it fails, no other one was sent', async () => {
  const { seen, act } = watched((item) => item === 1);
  await expect(inParallel([1, 2, 3, 4], 4, act)).rejects.toThrow('item 1');
  expect(seen.started).toEqual([1]);
});

test('a later failure stops new ones from being started', async () => {
  const { seen, act } = watched((item) => item === 2);
  await expect(inParallel([1, 2, 3, 4, 5, 6], 2, act)).rejects.toThrow('item 2');
  expect(seen.started).not.toContain(6);
});
