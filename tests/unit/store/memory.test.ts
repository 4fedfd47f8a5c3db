/** What the worker remembers of its tables is what stands in them, whatever was done to them. */
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LedgerDatabase } from '../../../utils/store/database';
import { KINDS } from '../../../utils/store/memory';
import { mirrorOf, mirrorRow } from '../../../utils/store/mirror';
import type { MirrorRow } from '../../../utils/store/rows';
import { ROWS_CHECKED, SOUND_ROWS } from '../../../utils/store/sound-rows';
import { client, invoice, payment } from '../sync/make';

const PAIR = 'p';
const MAKE = { client, invoice, payment } as const;

let made = 0;
const database = () => new LedgerDatabase(`memory-${++made}`);

/** One thing that is done to the table; `id` and `version` of a record. */
const act = fc.record({
  does: fc.constantFrom('put', 'delete', 'modify', 'clearKind', 'read'),
  kind: fc.constantFrom('client', 'invoice', 'payment'),
  id: fc.constantFrom('1', '2', '9', '10', '11', '~A3F1', 'x:y'),
  version: fc.integer({ min: 1, max: 9 }).map(String),
});
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

const transaction = fc.record({
  acts: fc.array(act, { minLength: 1, maxLength: 5 }),
  ends: fc.constantFrom('committed', 'committed', 'aborted'),
});

const rowFor = ({ kind, id, version }: Act) => mirrorRow(PAIR, MAKE[kind]('tps', id, { version }));

async function carryOut(db: LedgerDatabase, one: Act): Promise<void> {
  const row = rowFor(one);
  if (one.does === 'put') await db.mirror.put(row);
  else if (one.does === 'delete') await db.mirror.delete(row.key);
  else if (one.does === 'modify') {
    await db.mirror.where('key').equals(row.key).modify(row);
  } else if (one.does === 'clearKind') {
    await db.mirror.where('[pairId+side+kind]').equals([PAIR, 'tps', one.kind]).delete();
  }
}

async function remembered(db: LedgerDatabase): Promise<MirrorRow[]> {
  const rows: MirrorRow[] = [];
  for (const kind of KINDS) rows.push(...(await db.memory.mirror(PAIR, 'tps', kind)).values());
  return rows;
}

describe('the memory of a table', () => {
  it('holds what stands there, in its order, after any transactions, kept or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(transaction, { minLength: 1, maxLength: 8 }),
        async (transactions) => {
          const db = database();
          for (const { acts, ends } of transactions) {
            const work = db.transaction('rw', db.mirror, async () => {
              for (const one of acts) await carryOut(db, one);
              if (ends === 'aborted') throw new Error('taken back');
            });
            await work.catch(() => undefined);
            if (acts.some(({ does }) => does === 'read')) await remembered(db);
          }
          expect(await remembered(db)).toEqual(await db.mirror.orderBy(':id').toArray());
          db.close();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('knows of what was committed while it was read', async () => {
    const db = database();
    await db.mirror.bulkPut(
      Array.from({ length: 2_500 }, (_, n) => mirrorRow(PAIR, client('tps', String(n)))),
    );
    const reading = remembered(db);
    await db.mirror.put(mirrorRow(PAIR, client('tps', '7', { version: '99' })));
    await reading;
    expect(await remembered(db)).toEqual(await db.mirror.orderBy(':id').toArray());
  });

  it('gives the same rows out as long as nothing of theirs has changed', async () => {
    const db = database();
    await db.mirror.bulkPut([
      mirrorRow(PAIR, client('tps', '1')),
      mirrorRow(PAIR, invoice('tps', '1')),
    ]);
    const [clients, invoices] = [
      await db.memory.mirror(PAIR, 'tps', 'client'),
      await db.memory.mirror(PAIR, 'tps', 'invoice'),
    ];
    await db.mirror.put(mirrorRow(PAIR, invoice('tps', '2')));
    expect(await db.memory.mirror(PAIR, 'tps', 'client')).toBe(clients);
    expect([...invoices.keys()]).toHaveLength(1);
    expect([...(await db.memory.mirror(PAIR, 'tps', 'invoice')).keys()]).toHaveLength(2);
  });

  it('is not what a transaction goes by, which sees what it has written itself', async () => {
    const db = database();
    await db.mirror.put(mirrorRow(PAIR, client('tps', '1')));
    await remembered(db);
    const seen = await db.transaction('rw', db.mirror, async () => {
      await db.mirror.put(mirrorRow(PAIR, client('tps', '2')));
      return mirrorOf(db, PAIR, 'tps');
    });
    expect(seen.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('is forgotten while the database is closed, when another may have written there', async () => {
    const db = database();
    await db.mirror.put(mirrorRow(PAIR, client('tps', '1')));
    expect(await remembered(db)).toHaveLength(1);
    const { revision } = db.memory;
    db.close();
    const other = new LedgerDatabase(db.name);
    await other.mirror.put(mirrorRow(PAIR, client('tps', '2')));
    other.close();
    await db.open();
    expect(await remembered(db)).toHaveLength(2);
    expect(db.memory.revision).not.toBe(revision);
  });

  it('is not changed by whoever has written a row and changes it afterwards', async () => {
    const db = database();
    await remembered(db);
    const row = mirrorRow(PAIR, client('tps', '1'));
    await db.mirror.put(row);
    Object.assign(row.record, { name: 'Somebody else' });
    const [known] = await remembered(db);
    expect(known?.record).toMatchObject({ name: 'Client 1' });
  });
});

/** What each number of the rules demands, in short. Rules that change get another number. */
const RULES = { number: 1, digest: '80adc88f78c489a1' };

describe('a row of the mirror', () => {
  it('is checked anew where the rules have changed, since they have another number then', () => {
    const { mirror, links } = SOUND_ROWS;
    const shapes = [mirror, links].map((one) => z.toJSONSchema(one, { unrepresentable: 'any' }));
    const digest = createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 16);
    expect({ number: ROWS_CHECKED, digest }).toEqual(RULES);
  });

  it('says that it was checked when it was written, if it is as it must be', async () => {
    const db = database();
    const damaged = { ...mirrorRow(PAIR, client('tps', '2')), checked: 1 };
    Object.assign(damaged.record, { name: 7 });
    await db.mirror.bulkPut([mirrorRow(PAIR, client('tps', '1')), damaged]);
    const rows = await db.mirror.orderBy(':id').toArray();
    expect(rows.map(({ checked }) => typeof checked)).toEqual(['number', 'undefined']);
  });
});
