/** What one person of the firm took apart is apart in every browser, an old or a new one too. */
import { describe, expect, it } from 'vitest';
import { shareWithFirm } from '../../utils/worker/shared-setup';
import { outstanding } from './firm-day';
import { duplicatesIn } from './ledgers';
import { approved, firm, sync } from './two-people';
import type { Browser } from './world/browser';
import { driveOn } from './world/drive';

async function share(browser: Browser): Promise<void> {
  await shareWithFirm(browser.desk);
}

/** Both browsers know an invoice and its twin; Anna says that they are two, and renumbers the one in TPS. */
async function takenApart() {
  const { world, anna, ben } = await firm();
  await sync(anna);
  await share(anna);
  await share(ben);
  world.clock.advance(60_000);
  await sync(ben);
  await share(ben);
  const { model, lines } = outstanding(world);
  const made = world.books.invoices.create({
    ...{ clientId: model.clientId, code: '0', number: '90700', date: '2026-03-02', lines },
  });
  world.clock.advance(60_000);
  await sync(anna);
  const kept = await anna.pack();
  world.clock.advance(10 * 60_000);
  await sync(ben);
  const twin = async ({ db }: Browser) =>
    (await db.links.toArray()).find(
      (one) => one.type === 'invoice' && one.tpsId === String(made.id),
    )?.qboId;
  const qboId = await twin(anna);
  expect(await twin(ben)).toBe(qboId);
  const entry = await anna.db.entries
    .filter(({ recordKey }) => recordKey === `tps:invoice:${made.id}`)
    .first();
  world.clock.advance(60_000);
  await anna.ask['link.apart']({ entryId: entry?.id ?? '' });
  await share(anna);
  return { world, anna, ben, kept, made, qboId, twin };
}

describe('two documents that a person took apart in one browser', () => {
  it('are two in the other as well: it changes neither for the sake of the other', async () => {
    const { world, anna, ben, made, qboId, twin } = await takenApart();
    world.books.patch('invoice', made.id, { number: '90701' });
    world.clock.advance(10 * 60_000);
    await share(ben);
    await sync(ben);
    expect(world.company.read('Invoice', qboId ?? '').DocNumber).toBe('90700');
    const own = await twin(ben);
    expect(own).not.toBe(qboId);
    expect(world.company.read('Invoice', own ?? '').DocNumber).toBe('90701');
    world.clock.advance(10 * 60_000);
    await share(anna);
    await sync(anna);
    expect(await twin(anna)).toBe(own);
    expect(duplicatesIn(world)).toEqual([]);
    expect(world.company.ledger().arTotalCents).toBe(world.books.ledger().arTotalCents);
  });

  it('are two in a profile that was put back to the time before', async () => {
    const { world, anna, kept, made, qboId, twin } = await takenApart();
    world.books.patch('invoice', made.id, { number: '90701' });
    await anna.become(kept);
    world.clock.advance(10 * 60_000);
    await share(anna);
    await sync(anna);
    expect(world.company.read('Invoice', qboId ?? '').DocNumber).toBe('90700');
    expect(await twin(anna)).not.toBe(qboId);
  });

  it('stay together in a browser whose run is writing, until that has ended', async () => {
    const { ben, qboId, twin } = await takenApart();
    const run = await ben.db.runs.orderBy('startedAt').last();
    if (!run) throw new Error('no run');
    await ben.db.runs.update(run.id, { status: 'applying', stage: 'apply' });
    await share(ben);
    expect(await twin(ben)).toBe(qboId);
    await ben.db.runs.update(run.id, { status: run.status, stage: run.stage });
    await share(ben);
    expect(await twin(ben)).toBeUndefined();
  });

  it('stay two when the run that followed from it is taken back', async () => {
    const { world, anna, made, qboId, twin } = await takenApart();
    world.books.patch('invoice', made.id, { number: '90701' });
    world.clock.advance(10 * 60_000);
    const run = await sync(anna);
    world.clock.advance(10 * 60_000);
    await anna.ask['run.undo']({ runId: run.id, description: '' });
    await approved(anna, await driveOn(anna));
    world.clock.advance(10 * 60_000);
    await sync(anna);
    expect(await twin(anna)).not.toBe(qboId);
    expect(world.company.read('Invoice', qboId ?? '').DocNumber).toBe('90700');
  });

  it('are one again in every browser when the word is taken back', async () => {
    const { world, anna, ben, made, qboId, twin } = await takenApart();
    await share(ben);
    expect(await twin(ben)).toBeUndefined();
    const entry = await anna.db.entries
      .filter(({ recordKey }) => recordKey === `tps:invoice:${made.id}`)
      .first();
    await anna.ask['link.join']({ entryId: entry?.id ?? '' });
    await share(anna);
    world.clock.advance(10_000);
    await share(ben);
    expect(await twin(ben)).toBe(qboId);
    world.clock.advance(10 * 60_000);
    expect(await sync(ben)).toMatchObject({ counts: { planned: 0 } });
  });
});
