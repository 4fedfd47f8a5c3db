/** What a browser remembers of the first run, and where it lets others or a person say. */
import { describe, expect, it } from 'vitest';
import { ZERO } from '../../../utils/ledger/cents';
import type { LedgerRecord } from '../../../utils/ledger/entities';
import { LinkIndex, linkId } from '../../../utils/ledger/link';
import { unreadRecord } from '../../../utils/ledger/unread';
import { firstLook, pastOf } from '../../../utils/store/cutoff';
import { LedgerDatabase } from '../../../utils/store/database';
import { mirrorOf, mirrorRow } from '../../../utils/store/mirror';
import { setAsideUnsound } from '../../../utils/store/quarantine';
import { makePlan } from '../../../utils/sync/plan/plan';
import type { Cutoff } from '../../../utils/sync/scene';
import { isLater } from '../../../utils/sync/scope';
import { client, invoice, payment, scene } from '../sync/make';

const AT = '2026-03-01T00:00:00.000Z';
let made = 0;

/** A database in which the first run has read these. */
async function looked(...records: LedgerRecord[]) {
  const db = new LedgerDatabase(`cutoff-${++made}`);
  await db.mirror.bulkPut(records.map((record) => mirrorRow('p', record)));
  const books = { tps: await mirrorOf(db, 'p', 'tps'), qbo: await mirrorOf(db, 'p', 'qbo') };
  const { cutoff, past } = firstLook(books, 'p', new Set(), AT);
  await db.past.bulkPut([...past]);
  return { db, cutoff };
}

const settled = (id: string) => invoice('tps', id, { balanceCents: ZERO, number: id });

async function sceneAt({ db, cutoff }: { db: LedgerDatabase; cutoff: Cutoff }) {
  return scene([], { cutoff, past: await pastOf(db, { id: 'p', cutoff }) });
}

describe('the first run', () => {
  it('is remembered: what was there is past, what comes is later', async () => {
    const at = await sceneAt(await looked(settled('7'), settled('~A3F1')));
    expect(isLater(at, settled('7'))).toBe(false);
    expect(isLater(at, settled('~A3F1'))).toBe(false);
    expect(isLater(at, settled('~A3F2'))).toBe(true);
    expect(isLater(at, settled('8'))).toBe(true);
  });

  it.each(['50', '~A3F1'])(
    '%s, which could not be read then, is asked about once it can',
    async (id) => {
      const unread = { kind: 'invoice', id, field: 'total', issue: 'x' } as const;
      const look = await looked(settled('100'), unreadRecord('tps', unread, '1', id));
      const [tps, qbo] = [client('tps', '1'), client('qbo', '1')];
      const ends = { type: 'client', tpsId: '1', qboId: '1', base: { tps, qbo } } as const;
      const links = new LinkIndex([{ ...ends, id: linkId('client', '1', '1') }]);
      const { past } = await sceneAt(look);
      const { cutoff } = look;
      const plan = makePlan(
        scene([tps, qbo, settled(id), settled('100')], { cutoff, past, links }),
      );
      expect(plan.intents).toEqual([]);
      expect(plan.holds.map((hold) => [hold.id, hold.what.id])).toEqual([[id, 'hold.before']]);
    },
  );

  it('saw an adjustment that goes the other way by now', async () => {
    const up = invoice('tps', 'A12', { invoiceKind: 'adjustment', balanceCents: ZERO });
    const at = await sceneAt(await looked(up));
    expect(isLater(at, payment('tps', 'A12', { booking: 'adjustment' }))).toBe(false);
  });

  it('of another browser, before ours, is the one that counts', async () => {
    const { db, cutoff } = await looked(settled('105'));
    const earlier = { ...cutoff, tps: { ...cutoff.tps, invoice: '100' } };
    expect(await pastOf(db, { id: 'p', cutoff: earlier })).toBeNull();
    expect(isLater(await sceneAt({ db, cutoff: earlier }), settled('105'))).toBe(true);
  });

  it('is not believed where a row of it is damaged, which is set aside', async () => {
    for (const damage of [{ ids: undefined }, { ids: ['7'] }, { count: 1 }]) {
      const { db, cutoff } = await looked(settled('7'), settled('8'));
      await db.past.update('p:tps:invoice', damage as object);
      expect(await pastOf(db, { id: 'p', cutoff })).toBeNull();
      await setAsideUnsound(db, 'p', AT, 'unmarked');
      expect(await db.past.count()).toBe(3);
      expect(await db.quarantine.count()).toBe(1);
      // The line that was drawn then still says it.
      expect(isLater(await sceneAt({ db, cutoff }), settled('7'))).toBe(false);
    }
  });

  it('shares no line that others could not read', async () => {
    const { cutoff } = await looked(settled('12345678901234567890123'), settled('0012'));
    expect(cutoff.tps.invoice).toBe(`@${AT}`);
  });
});
