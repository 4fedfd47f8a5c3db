/**
 * How many requests a sync needs. A budget: what needs more has a reason here, and what needs fewer
 * lowers it.
 */
import { expect, it } from 'vitest';
import { prepared } from './firm-day';

/** Lists that mappings choose from: 5 of TPS, 7 of QuickBooks; changes: 5 and 2; A/R: 1 and 3. */
const NOTHING_CHANGED = { tps: 15, qbo: 15, writes: 0 };

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
  // TPS does not say with an answer whose it is: it is asked who is signed in around what is read.
  const asked = office.sites.tps.sent.slice(before.tps).map(({ url }) => new URL(url).pathname);
  const lists = asked.filter((path) => !path.endsWith('/session'));
  expect(new Set(lists).size).toBe(lists.length);
});
