import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meet, type Seat, type Together } from '../../../utils/platform/meeting';

const pause = (turns: number) =>
  Array.from({ length: turns }).reduce<Promise<void>>(
    (last) => last.then(() => {}),
    Promise.resolve(),
  );

/** Doubles numbers, and notes what came together. */
function doubling() {
  const rounds: number[][] = [];
  const act: Together<number, number> = async (items) => {
    rounds.push([...items]);
    await pause(3);
    return items.map((item) => ({ status: 'fulfilled', value: item * 2 }));
  };
  return { rounds, act };
}

test('what all bring is done at once, whoever comes late', async () => {
  const { rounds, act } = doubling();
  const work = (turns: number) => async (seat: Seat) => {
    await pause(turns);
    return seat.together(act, turns);
  };
  const ended = await meet([work(0), work(7), work(2)]);
  expect(rounds).toEqual([[0, 7, 2]]);
  expect(ended.map((one) => one.status === 'fulfilled' && one.value)).toEqual([0, 14, 4]);
});

test('what comes last waits until everybody has nothing else left', async () => {
  const { rounds, act } = doubling();
  const last = doubling();
  await meet([
    async (seat) => {
      await seat.together(act, 1);
      await seat.atLast(last.act, 1);
    },
    async (seat) => {
      for (const n of [2, 3, 4]) await seat.together(act, n);
      await seat.atLast(last.act, 2);
    },
    async (seat) => {
      await seat.atLast(last.act, 3);
    },
  ]);
  expect(rounds).toEqual([[1, 2], [3], [4]]);
  expect(last.rounds).toEqual([[1, 2, 3]]);
});

test('nobody is waited for who has ended, well or badly', async () => {
  const { rounds, act } = doubling();
  const ended = await meet([
    async (seat) => (await seat.together(act, 1)) + (await seat.together(act, 2)),
    async () => 7,
    async () => {
      throw new Error('no');
    },
  ]);
  expect(rounds).toEqual([[1], [2]]);
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
});

test('what fails for one fails for that one; what fails as a whole fails for all', async () => {
  const some: Together<number, number> = async (items) =>
    items.map((item) =>
      item === 2
        ? { status: 'rejected', reason: new Error('two') }
        : { status: 'fulfilled', value: item },
    );
  const none: Together<number, number> = async () => {
    throw new Error('all');
  };
  const messages = (ended: readonly PromiseSettledResult<number>[]) =>
    ended.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message));
  const by = (act: Together<number, number>) =>
    meet([1, 2, 3].map((n) => (seat: Seat) => seat.together(act, n)));
  expect(messages(await by(some))).toEqual([1, 'two', 3]);
  expect(messages(await by(none))).toEqual(['all', 'all', 'all']);
});

test('whatever each of them does in whatever order, everybody gets its own answers', async () => {
  const step = fc.record({ turns: fc.nat(6), kind: fc.nat(2), twice: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { maxLength: 5 }), { maxLength: 6 }), async (all) => {
      const kinds = [doubling(), doubling(), doubling()];
      const ended = await meet(
        all.map((steps, who) => async (seat: Seat) => {
          for (const [at, { turns, kind, twice }] of steps.entries()) {
            await pause(turns);
            const act = kinds[kind]?.act;
            if (!act) throw new Error('no such kind');
            const item = who * 100 + at;
            const asked = twice ? [item, item + 50] : [item];
            const got = await Promise.all(asked.map((one) => seat.together(act, one)));
            expect(got).toEqual(asked.map((one) => one * 2));
          }
        }),
      );
      expect(ended.every(({ status }) => status === 'fulfilled')).toBe(true);
    }),
  );
});
