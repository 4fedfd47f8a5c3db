import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  BATCH_MAX,
  DEBOUNCE_MS,
  FlagCache,
  FRESH_MS,
  KEPT_MAX,
} from '../../../utils/guest/flag-cache';
import type { FlagSubject, FlagView } from '../../../utils/views/views';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const invoice = (id: number): FlagSubject => ({ type: 'invoice', id: String(id) });
const invoices = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => invoice(from + at));
const flag = (subject: FlagSubject): FlagView => ({
  subject,
  tone: 'stop',
  label: 'Credit memo',
  what: 'TPS has no credit memo.',
  advice: null,
  actions: [],
});

function cacheThat(answer: (subjects: FlagSubject[]) => FlagView[] | Error) {
  const asked: FlagSubject[][] = [];
  const stop = new AbortController();
  const onAnswer = vi.fn();
  const cache = new FlagCache({
    signal: stop.signal,
    onAnswer,
    ask: async (subjects) => {
      asked.push(subjects);
      const flags = answer(subjects);
      if (flags instanceof Error) throw flags;
      return flags;
    },
  });
  return { cache, asked, onAnswer, stop };
}

const settle = () => vi.advanceTimersByTimeAsync(DEBOUNCE_MS);

test('asks once for a burst, keeps the answer for its time, then asks again', async () => {
  const { cache, asked, onAnswer } = cacheThat((subjects) => subjects.map(flag));
  cache.want([invoice(1), invoice(1)]);
  cache.want([invoice(1), invoice(2)]);
  await settle();
  expect(asked).toEqual([[invoice(1), invoice(2)]]);
  expect(onAnswer).toHaveBeenCalledTimes(1);
  expect(cache.flagsOf(invoice(2))).toEqual([flag(invoice(2))]);

  await vi.advanceTimersByTimeAsync(FRESH_MS - DEBOUNCE_MS);
  cache.want([invoice(1)]);
  await settle();
  expect(asked).toHaveLength(1);
  cache.want([invoice(1)]);
  await settle();
  expect(asked).toHaveLength(2);
});

test('never asks for more than the worker takes at once', async () => {
  const { cache, asked, onAnswer } = cacheThat(() => []);
  cache.want(invoices(BATCH_MAX * 2 + 1));
  await settle();
  expect(asked.map((batch) => batch.length)).toEqual([BATCH_MAX, BATCH_MAX, 1]);
  expect(onAnswer).toHaveBeenCalledTimes(1);
});

test('remembers that there is nothing to say', async () => {
  const { cache, asked } = cacheThat(() => []);
  cache.want([invoice(1)]);
  await settle();
  cache.want([invoice(1)]);
  await settle();
  expect(asked).toHaveLength(1);
});

test('shows the old answer while it asks again, and after a refusal', async () => {
  let refuses = false;
  const { cache, asked } = cacheThat((subjects) =>
    refuses ? new Error('refused') : subjects.map(flag),
  );
  cache.want([invoice(1)]);
  await settle();
  refuses = true;
  cache.expire();
  cache.want([invoice(1)]);
  expect(cache.flagsOf(invoice(1))).toHaveLength(1);
  await settle();
  expect(asked).toHaveLength(2);
  expect(cache.flagsOf(invoice(1))).toHaveLength(1);
});

test('forgets the answers of another company, and the oldest beyond its limit', async () => {
  const { cache } = cacheThat((subjects) => subjects.map(flag));
  cache.want(invoices(KEPT_MAX + 1));
  await settle();
  expect(cache.flagsOf(invoice(0))).toEqual([]);
  expect(cache.flagsOf(invoice(1))).toHaveLength(1);
  expect(cache.flagsOf(invoice(KEPT_MAX))).toHaveLength(1);
  cache.clear();
  expect(cache.flagsOf(invoice(KEPT_MAX))).toEqual([]);
});

test('asks nothing once the guest has gone', async () => {
  const { cache, asked, stop } = cacheThat(() => []);
  cache.want([invoice(1)]);
  stop.abort();
  await settle();
  expect(asked).toEqual([]);
});
