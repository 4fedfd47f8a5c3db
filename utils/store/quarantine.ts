/**
 * Rows of our own database that cannot be read go to quarantine, never away: a link that is not
 * there is found again by its markers, one that is damaged could make the plan wrong.
 */
import type { Table } from 'dexie';
import type { LedgerDatabase } from './database';
import type { CheckedTable, QuarantineRow, SetAside } from './rows';
import { forgetSharedBase } from './shared-base';
import { SOUND_ROWS } from './sound-rows';

/** Rows are looked at so many at a time. */
const CHUNK = 2_000;

const DECISIONS: readonly CheckedTable[] = ['mappings', 'wishes', 'ignores', 'rulings'];

/**
 * Looks at every row that a plan is made from, and sets aside what does not fit. Where a record of
 * a book is among it, both books are to be read anew. Where it is what people decided, the set-up
 * that the firm shares gives it back, if there is one.
 */
export async function setAsideUnsound(
  db: LedgerDatabase,
  pairId: string,
  at: string,
): Promise<SetAside> {
  const tables = [...checkedTables(db).values()];
  return db.transaction('rw', [...tables, db.quarantine, db.pairs, db.settings], async () => {
    const found = { links: 0, decisions: 0 };
    for (const [name, table] of checkedTables(db)) {
      const unsound = await unsoundRows(name, table);
      if (unsound.length === 0) continue;
      if (name === 'mirror') await readAnew(db, pairId);
      else if (name !== 'past') await forgetSharedBase(db, pairId);
      if (name === 'links') found.links += unsound.length;
      if (DECISIONS.includes(name)) found.decisions += unsound.length;
      await table.bulkDelete(unsound.map(({ key }) => key));
      await db.quarantine.bulkPut(
        unsound.map(({ key, row, why }) => ({
          ...{ key: `${at}:${name}:${key}`, rowKey: key, pairId, table: name, row, why, at },
          accepted: name === 'mirror' || name === 'past',
        })),
      );
    }
    return found;
  });
}

/** Decisions that were set aside, and that nobody has answered for yet. */
export async function missingDecisions(db: LedgerDatabase, pairId: string): Promise<number> {
  const rows = await db.quarantine
    .where('pairId')
    .equals(pairId)
    .filter(({ table, accepted }) => !accepted && isDecision(table))
    .toArray();
  // What the firm's set-up gave back is not missing.
  const back = await Promise.all(rows.map(({ table, rowKey }) => db.table(table).get(rowKey)));
  return back.filter((row) => row === undefined).length;
}

function isDecision(table: QuarantineRow['table']): boolean {
  return DECISIONS.some((name) => name === table);
}

/** A person lets a plan be applied without them. */
export async function acceptMissing(db: LedgerDatabase, pairId: string): Promise<void> {
  await db.quarantine.where('pairId').equals(pairId).modify({ accepted: true });
}

function checkedTables(db: LedgerDatabase): ReadonlyMap<CheckedTable, Table<unknown, string>> {
  const names: readonly CheckedTable[] = ['mirror', 'links', 'past', ...DECISIONS];
  return new Map(names.map((name) => [name, db.table(name)]));
}

async function unsoundRows(name: CheckedTable, table: Table<unknown, string>) {
  const unsound: (Pick<QuarantineRow, 'row' | 'why'> & { key: string })[] = [];
  let last = '';
  for (;;) {
    const chunk = table.where(':id').above(last).limit(CHUNK);
    const [keys, rows] = [await chunk.primaryKeys(), await chunk.toArray()];
    for (const [at, key] of keys.entries()) {
      const read = SOUND_ROWS[name].safeParse(rows[at]);
      if (read.success) continue;
      const why = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
      unsound.push({ key, row: rows[at], why: why.join('; ').slice(0, 500) });
    }
    const next = keys.at(-1);
    if (next === undefined) return unsound;
    last = next;
  }
}

async function readAnew(db: LedgerDatabase, pairId: string): Promise<void> {
  await db.pairs
    .where('id')
    .equals(pairId)
    .modify((pair) => {
      pair.watermarks = { tps: null, qbo: null };
    });
}
