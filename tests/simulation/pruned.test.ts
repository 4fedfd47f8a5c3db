/** The journal goes when nothing can be undone any more; what happened is told for as long as ever. */
import { expect, it } from 'vitest';
import { pruneJournals, UNDO_DAYS } from '../../utils/runner/prune';
import { outstanding, payFifty, prepared } from './firm-day';
import type { Office } from './office';
import { entriesOf, mustPair } from './world/drive';

const DAY_MS = 86_400_000;

const days = (office: Office, count: number) => office.clock.advance(count * DAY_MS);

/** A payment comes in and is carried over. @returns the run's id */
async function aDay(office: Office): Promise<string> {
  const { model } = outstanding(office);
  payFifty(office, model.clientId);
  const { id, counts } = await office.sync();
  expect(counts).toMatchObject({ done: 1 });
  return id;
}

const journalled = async ({ db }: Office, runId: string) =>
  db.journal.where('[runId+seq]').between([runId, 0], [runId, Number.POSITIVE_INFINITY]).count();

it('keeps the journal of a run for as long as it can be undone, and its history for good', async () => {
  const office = await prepared({ idleSignOut: false });
  const old = await aDay(office);
  days(office, UNDO_DAYS - 1);
  await office.sync();
  expect(await journalled(office, old)).toBe(1);
  days(office, 2);
  const { id: last } = await office.sync();
  expect(await journalled(office, old)).toBe(0);
  const { rows } = await office.ask['run.list']({ newest: 10, with: null });
  expect(rows.find(({ id }) => id === old)).toMatchObject({ canUndo: false, counts: { done: 1 } });
  const undo = office.ask['run.undo']({ runId: old, description: '' });
  await expect(undo).rejects.toMatchObject({ what: { id: 'undo.tooLongAgo' } });
  expect(await entriesOf(office, old)).toHaveLength(1);
  expect(last).not.toBe(old);
});

/** When nothing can be undone any more, and what is too old has gone. */
async function later(office: Office): Promise<void> {
  days(office, UNDO_DAYS + 5);
  const { id } = await mustPair(office.db);
  await pruneJournals(office.db, id, office.clock.now());
}

it('keeps the journal of the last run, however long ago that was', async () => {
  const office = await prepared({ idleSignOut: false });
  const last = await aDay(office);
  await later(office);
  expect(await journalled(office, last)).toBe(1);
});

it('keeps what tells that a document was taken back, and must not come again unseen', async () => {
  const office = await prepared({ idleSignOut: false });
  const old = await aDay(office);
  await office.ask['run.undo']({ runId: old, description: '' });
  const shown = await office.drive();
  await office.ask['run.apply']({
    ...{ runId: shown.id, planHash: shown.planHash ?? '' },
    confirmed: shown.brakes.map(({ id }) => id),
  });
  expect((await office.drive()).counts.done).toBeGreaterThan(0);
  await later(office);
  await office.ask['run.preview']({ description: '' });
  const run = await office.drive();
  expect(run.brakes.map(({ id }) => id)).toContain('undone');
  expect(await journalled(office, old)).toBeGreaterThan(0);
});
