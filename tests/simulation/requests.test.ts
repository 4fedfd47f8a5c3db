/**
 * How many requests a sync needs. A budget: what needs more has a reason here, and what needs fewer
 * lowers it.
 */
import { expect, it } from 'vitest';
import { prepared } from './firm-day';

/**
 * Of QuickBooks the changes, and in one batch all else: the company, its settings, its accounts, who
 * owes what, and the firm's notes. Of TPS five lists of changes and the A/R, and who is signed in,
 * before and after: TPS does not say with an answer whose it is, and a person may change the firm in
 * between.
 */
const NOTHING_CHANGED = { tps: 8, qbo: 2, writes: 0 };

it('a sync in which nothing changed asks for each thing once', async () => {
  const office = await prepared();
  // What the first sync has written itself is out of the overlap after that.
  office.clock.advance(15 * 60_000);
  await office.sync();
  office.clock.advance(15 * 60_000);
  const sent = (side: 'tps' | 'qbo') => office.sites[side].sent.length;
  const before = { tps: sent('tps'), qbo: sent('qbo') };
  const run = await office.sync();
  expect(run.counts.planned).toBe(0);
  expect(run.requests).toEqual(NOTHING_CHANGED);
  expect(sent('tps') - before.tps).toBe(NOTHING_CHANGED.tps);
  expect(sent('qbo') - before.qbo).toBe(NOTHING_CHANGED.qbo);
  const asked = office.sites.tps.sent.slice(before.tps).map(({ url }) => new URL(url).pathname);
  const lists = asked.filter((path) => !path.endsWith('/session'));
  expect(new Set(lists).size).toBe(lists.length);
});
