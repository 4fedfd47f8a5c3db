/** A person says that two linked documents are not the same, and takes that back. */

import { describe, expect, it } from 'vitest';
import { carried, good, outstanding, payFifty, prepared, qboIdOf } from './firm-day';
import { picture } from './ledgers';
import type { Office } from './office';
import { entriesOf } from './world/drive';

/** The history's line about the document that was carried. */
async function lineOf(office: Office, id: number) {
  const entry = await office.db.entries
    .filter(({ recordKey }) => recordKey === `tps:invoice:${id}`)
    .first();
  if (!entry) throw new Error('no line in the history');
  const rows = await entriesOf(office, entry.runId);
  return { entryId: entry.id, standing: rows.find((row) => row.id === entry.id)?.standing };
}

describe('two linked documents that a person takes apart', () => {
  it('are two from then on, tag and number notwithstanding; nothing is written by the word alone', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    const before = picture(office);
    const { entryId, standing } = await lineOf(office, id);
    expect(standing).toBe('linked');
    await office.ask['link.apart']({ entryId });
    expect(await qboIdOf(office, 'invoice', String(id))).toBe('');
    expect((await lineOf(office, id)).standing).toBe('apart');
    const run = await office.sync();
    // One number in both books: which of the two gets another one is for a person to say.
    expect(run.holds.map(({ what }) => what.id)).toEqual([
      'conflict.numberUsed',
      'conflict.numberUsed',
    ]);
    expect(picture(office)).toEqual(before);
    // Renumbered, each is carried as the document that it is.
    office.books.patch('invoice', id, { number: '90009' });
    // The new invoice of TPS gets the address where it can be paid with the sync after that.
    expect((await office.sync()).counts).toMatchObject({ planned: 3, done: 3 });
    await office.sync();
    await good(office);
    expect(await qboIdOf(office, 'invoice', String(id))).not.toBe(qboId);
    await expect(office.ask['link.join']({ entryId })).rejects.toMatchObject({
      what: { id: 'request.twinSince' },
    });
  });

  it('stay together while a run is under way, which writes by its links', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    const { entryId } = await lineOf(office, id);
    await office.ask['run.preview']({ description: '' });
    await expect(office.ask['link.apart']({ entryId })).rejects.toMatchObject({
      what: { id: 'run.alreadyRunning' },
    });
    expect(await qboIdOf(office, 'invoice', String(id))).toBe(qboId);
    await office.drive();
  });

  it('are linked again as they were once the word is taken back', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    const { entryId } = await lineOf(office, id);
    await office.ask['link.apart']({ entryId });
    await office.ask['link.join']({ entryId });
    expect(await qboIdOf(office, 'invoice', String(id))).toBe(qboId);
    expect((await lineOf(office, id)).standing).toBe('linked');
    expect((await good(office)).counts.planned).toBe(0);
  });
});

describe('two payments that a person takes apart', () => {
  it('are carried each as its own, though the one still carries the tag of the other', async () => {
    const office = await prepared();
    const { model } = outstanding(office);
    const paid = payFifty(office, model.clientId, { reference: 'CHQ 4411' });
    await good(office);
    const first = await qboIdOf(office, 'payment', String(paid.id));
    const entry = await office.db.entries
      .filter(({ recordKey }) => recordKey === `tps:payment:${paid.id}`)
      .first();
    await office.ask['link.apart']({ entryId: entry?.id ?? '' });
    expect(await office.sync()).toMatchObject({ counts: { planned: 2, done: 2, failed: 0 } });
    const second = await qboIdOf(office, 'payment', String(paid.id));
    expect([first, '']).not.toContain(second);
    const other = (await office.db.links.toArray()).find(({ qboId }) => qboId === first);
    expect(other?.tpsId).not.toBe(String(paid.id));
    expect((await office.sync()).counts.planned).toBe(0);
    expect(office.company.ledger().arTotalCents).toBe(office.books.ledger().arTotalCents);
  });
});
