import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { LedgerDatabase } from '../../../utils/store/database';
import { heldBy } from '../../../utils/store/held';

/** The tables of version 4, as they were. */
const VERSION_4 = {
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
  rulings: 'key, pairId',
  quarantine: 'key, pairId',
  past: 'key, pairId',
};

const AT = '2026-03-02T15:00:00.000Z';

it('what a run held and found is kept beside it, and a row that is otherwise as it is', async () => {
  const old = new Dexie('v4-to-5');
  old.version(4).stores(VERSION_4);
  const holds = [{ kind: 'conflict', id: '5' }];
  const findings = [{ rule: 'creditMemo' }];
  await old.table('runs').bulkAdd([
    { id: 'r1', pairId: 'p', status: 'success', startedAt: AT, holds, findings, plannedCents: 7 },
    { id: 'r2', pairId: 'p', status: 'failed', startedAt: AT, holds: 'spoiled' },
  ]);
  old.close();

  const db = new LedgerDatabase('v4-to-5');
  expect(await heldBy(db, 'r1', AT)).toMatchObject({ holds, findings });
  expect(await db.runs.get('r1')).toEqual({
    ...{ id: 'r1', pairId: 'p', status: 'success', startedAt: AT, plannedCents: 7 },
  });
  expect(await db.runs.get('r2')).toMatchObject({ holds: 'spoiled' });
  expect(await heldBy(db, 'r2', AT)).toEqual({ holds: [], findings: [] });
});
