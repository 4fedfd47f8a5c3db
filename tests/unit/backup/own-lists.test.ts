import { expect, it } from 'vitest';
import { ownLists } from '../../../utils/backup/own-lists';
import { idsIn } from '../../../utils/port/ids-in';
import { OWN_TABLES } from '../../../utils/port/raw-entities';
import { LedgerDatabase } from '../../../utils/store/database';
import { pairRow } from './pair';

it('gives what our database knows of this pair, in pages, and nothing of another', async () => {
  const db = new LedgerDatabase('own-lists');
  const pair = pairRow();
  await db.mappings.bulkAdd(
    Array.from({ length: 1_100 }, (_, n) => mapping(pair.id, n)).concat(mapping('other', 1)),
  );
  await db.ignores.add({
    key: 'one',
    pairId: pair.id,
    recordKey: 'qbo:invoice:1',
    reason: 'twice',
    at: '2026-03-02T15:00:00Z',
    effectCents: 5,
  });
  const read = new Map<string, string[]>();
  const pages: number[] = [];
  for (const { entity, read: readList } of ownLists(db, pair)) {
    await readList(async ({ page, body }) => {
      const ids = idsIn('own', entity, body);
      if (ids === null) throw new Error(`no rows: ${entity}`);
      if (entity === 'mappings') pages.push(page);
      read.set(entity, [...(read.get(entity) ?? []), ...ids]);
    });
  }
  expect([...read.keys()]).toEqual([...OWN_TABLES]);
  expect(pages).toEqual([1, 2, 3]);
  expect(new Set(read.get('mappings')).size).toBe(1_100);
  expect(read.get('mappings')?.some((key) => key.startsWith('other'))).toBe(false);
  expect(read.get('ignores')).toEqual(['one']);
  expect(read.get('pair')).toEqual([pair.id]);
});

function mapping(pairId: string, n: number) {
  const fromId = String(n);
  return {
    ...{ key: `${pairId}:code:tps:${fromId}`, pairId, kind: 'code' as const },
    ...{ from: 'tps' as const, fromId, toId: '1' },
  };
}
