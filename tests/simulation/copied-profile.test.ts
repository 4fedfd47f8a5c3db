/** A profile that was restored from a backup, or cloned to a second computer: one name, two databases. */
import { describe, expect, it } from 'vitest';
import type { LedgerDatabase } from '../../utils/store/database';
import { outstanding, payFifty } from './firm-day';
import { duplicatesIn } from './ledgers';
import { firm, sync } from './two-people';
import { Browser } from './world/browser';
import { driveOn } from './world/drive';

const nameOf = async ({ db }: Browser) => (await db.settings.get('browser'))?.value;

async function rowsOf(db: LedgerDatabase) {
  return Promise.all(db.tables.map(async (table) => ({ table, rows: await table.toArray() })));
}

describe('a cloned computer, with the same name and the same memory', () => {
  it('takes a new name as soon as it sees that the other has written; the two never write at once', async () => {
    const { world, anna } = await firm();
    await sync(anna);
    const ben = new Browser(2, world);
    await ben.signIn();
    await ben.unpack(await anna.pack());
    expect(await nameOf(ben)).toEqual(await nameOf(anna));
    const { model } = outstanding(world);
    for (const amount of ['101.00', '102.00', '103.00']) {
      payFifty(world, model.clientId, { amount });
    }
    world.clock.advance(60_000);
    const both = await Promise.all([sync(anna), sync(ben)]);
    expect(both.map(({ status }) => status)).toContain('success');
    expect(await nameOf(ben)).not.toEqual(await nameOf(anna));
    expect(duplicatesIn(world)).toEqual([]);
    for (const browser of [anna, ben]) {
      world.clock.advance(3 * 60_000);
      const pair = await browser.db.pairs.toCollection().first();
      if (pair) await browser.desk.runner(pair).retryParked();
      await driveOn(browser);
    }
    expect(duplicatesIn(world)).toEqual([]);
    expect(world.company.ledger().arTotalCents).toBe(world.books.ledger().arTotalCents);
  });
});

describe('a restored profile', () => {
  it('asks about a correction that a person made since, and overwrites nothing', async () => {
    const { world, anna } = await firm();
    await sync(anna);
    const link = (await anna.db.links.toArray()).find(
      ({ type, base }) => type === 'invoice' && base.tps.kind === 'invoice' && base.tps.dueDate,
    );
    if (link?.base.tps.kind !== 'invoice') throw new Error('no invoice is linked');
    const old = await rowsOf(anna.db);
    const was = link.base.tps.dueDate ?? '';
    // Changed in TPS and carried; then a person puts it right in QuickBooks.
    world.books.patch('invoice', Number(link.tpsId), { dueDate: '2026-09-09' });
    world.clock.advance(60_000);
    await sync(anna);
    const now = world.company.read('Invoice', link.qboId);
    expect(now.DueDate).toBe('2026-09-09');
    world.company.update('Invoice', {
      Id: link.qboId,
      SyncToken: now.SyncToken ?? '0',
      sparse: true,
      DueDate: was,
    });
    // The profile of before comes back.
    for (const { table, rows } of old) {
      await table.clear();
      await table.bulkAdd(rows);
    }
    world.clock.advance(60_000);
    const run = await sync(anna);
    expect(world.company.read('Invoice', link.qboId).DueDate).toBe(was);
    expect(run.holds.map(({ what }) => what.id)).toContain('conflict.stale');
  });
});
