import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { sameContent } from '../../../utils/ledger/content';
import { LedgerDatabase } from '../../../utils/store/database';
import { invoice, payment } from '../sync/make';

/** The tables of version 1, as they were. */
const VERSION_1 = {
  pairs: 'id',
  mirror: 'key, [pairId+side+kind]',
  links: 'key, pairId, &tpsKey, &qboKey',
  mappings: 'key, pairId',
  wishes: 'key, pairId',
  ignores: 'key, pairId',
  runs: 'id, pairId, status, startedAt',
  journal: 'key, [runId+seq], [runId+state]',
  entries: 'id, runId, pairId, [pairId+recordKey], status, at',
  settings: 'key',
};

/** A record without what version 1 did not have. */
function old(record: object, ...fields: string[]): object {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !fields.includes(key)));
}

async function storedByVersion1(name: string): Promise<void> {
  const db = new Dexie(name);
  db.version(1).stores(VERSION_1);
  await db.open();
  await db.table('pairs').add({
    id: 'p',
    watermarks: { tps: 'x', qbo: 'y' },
    references: { tps: {}, qbo: {} },
    cutoff: { tps: { invoice: '9', payment: '8' }, qbo: { invoice: '7', payment: '6' } },
  });
  await db.table('mirror').bulkAdd([
    { key: 'a', pairId: 'p', side: 'tps', kind: 'adjustment', id: '12', record: {} },
    { key: 'b', pairId: 'p', side: 'tps', kind: 'adjustment', id: '9', record: {} },
  ]);
  await db.table('links').bulkAdd([
    {
      key: 'l1',
      pairId: 'p',
      tpsKey: 'p:payment:1',
      qboKey: 'p:payment:1',
      type: 'payment',
      base: { tps: old(payment('tps', '1'), 'booking'), qbo: old(payment('qbo', '1'), 'booking') },
    },
    {
      key: 'l2',
      pairId: 'p',
      tpsKey: 'p:invoice:1',
      qboKey: 'p:invoice:1',
      type: 'invoice',
      base: {
        tps: old(invoice('tps', '1'), 'templateId', 'paymentLink', 'payableOnline'),
        qbo: old(invoice('qbo', '1'), 'templateId', 'paymentLink', 'payableOnline'),
      },
    },
  ]);
  db.close();
}

it('a database of version 1 keeps its links, and reads both books anew', async () => {
  await storedByVersion1('v1');
  const db = new LedgerDatabase('v1');
  const pair = await db.pairs.get('p');
  expect(pair?.watermarks).toEqual({ tps: null, qbo: null });
  expect(pair?.cutoff).toEqual({
    tps: { invoice: '9', payment: '8', adjustment: '12' },
    qbo: { invoice: '7', payment: '6' },
  });
  expect(await db.mirror.count()).toBe(0);
  const links = await db.links.toArray();
  expect(links).toHaveLength(2);
  for (const { base } of links) {
    const now = base.tps.kind === 'payment' ? payment('tps', '1') : invoice('tps', '1');
    expect(base.tps).toEqual(now);
    expect(sameContent(base.tps, now)).toBe(true);
  }
  expect(await db.rulings.count()).toBe(0);
  expect(await db.quarantine.count()).toBe(0);
  db.close();
});
