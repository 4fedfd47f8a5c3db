/**
 * Rows of our own database that cannot be read go to quarantine, never away: a link that is not
 * there is found again by its markers, one that is damaged could make the plan wrong.
 */
import type { Table } from 'dexie';
import type { LedgerDatabase } from './database';
import type { CheckedTable, QuarantineRow, SetAside } from './rows';
import { forgetSharedBase } from './shared-base';
import { isMarked, type MarkedTable, ROWS_CHECKED, SOUND_ROWS } from './sound-rows';

/** Rows are looked at so many at a time: some milliseconds. */
const CHUNK = 1_000;

/**
 * `unmarked`: rows that say that they were checked when they were written are believed. `all`: none is,
 * since a worker was ended in the middle of its work, or what was read did not do.
 */
export type HowToLook = 'all' | 'unmarked';

const DECISIONS: readonly CheckedTable[] = ['mappings', 'wishes', 'ignores', 'rulings'];

/**
 * Looks at the rows that a plan is made from, and sets aside what does not fit. Where a record of
 * a book is among it, both books are to be read anew. Where it is what people decided, the set-up
 * that the firm shares gives it back, if there is one.
 */
export async function setAsideUnsound(
  db: LedgerDatabase,
  pairId: string,
  at: string,
  how: HowToLook,
): Promise<SetAside & { readonly rows: number }> {
  const known = how === 'unmarked' ? await unmarked(db, pairId) : null;
  const tables = [...checkedTables(db).values()];
  return db.transaction('rw', [...tables, db.quarantine, db.pairs, db.settings], async () => {
    const found = { links: 0, decisions: 0, rows: 0 };
    for (const [name, table] of checkedTables(db)) {
      const unsound = await unsoundRows(name, table, known);
      if (unsound.length === 0) continue;
      found.rows += unsound.length;
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

/** Keys of rows that do not say that they were checked. */
type Unmarked = Readonly<Record<MarkedTable, readonly string[]>>;

async function unmarked({ memory }: LedgerDatabase, pairId: string): Promise<Unmarked> {
  const isUnmarked = ({ checked }: { checked?: number }) => checked !== ROWS_CHECKED;
  const mirror: string[] = [];
  for (const rows of await memory.books(pairId)) {
    for (const row of rows.values()) if (isUnmarked(row)) mirror.push(row.key);
  }
  const links = [...(await memory.links(pairId)).values()].filter(isUnmarked);
  return { mirror, links: links.map(({ key }) => key) };
}

async function unsoundRows(
  name: CheckedTable,
  table: Table<unknown, string>,
  known: Unmarked | null,
) {
  const unsound: (Pick<QuarantineRow, 'row' | 'why'> & { key: string })[] = [];
  await eachChunk(table, isMarked(name) ? known?.[name] : undefined, async (keys, rows) => {
    const sound: unknown[] = [];
    for (const [at, key] of keys.entries()) {
      const row = rows[at];
      const read = SOUND_ROWS[name].safeParse(row);
      if (read.success) {
        if (isMarked(name) && !hasMark(row)) sound.push(row);
      } else if (row !== undefined) {
        const why = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
        unsound.push({ key, row, why: why.join('; ').slice(0, 500) });
      }
    }
    // Written once more, they have their mark.
    if (sound.length > 0) await table.bulkPut(sound);
  });
  return unsound;
}

/** The rows of a table, some at a time: those with these keys, or all. */
async function eachChunk(
  table: Table<unknown, string>,
  keys: readonly string[] | undefined,
  look: (keys: readonly string[], rows: readonly unknown[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; keys && from < keys.length; from += CHUNK) {
    const some = keys.slice(from, from + CHUNK);
    await look(some, await table.bulkGet(some));
  }
  for (let last = ''; !keys; ) {
    const chunk = table.where(':id').above(last).limit(CHUNK);
    const [found, rows] = [await chunk.primaryKeys(), await chunk.toArray()];
    const next = found.at(-1);
    if (next === undefined) return;
    await look(found, rows);
    last = next;
  }
}

function hasMark(row: unknown): boolean {
  return typeof row === 'object' && row !== null && Reflect.get(row, 'checked') === ROWS_CHECKED;
}

async function readAnew(db: LedgerDatabase, pairId: string): Promise<void> {
  await db.pairs
    .where('id')
    .equals(pairId)
    .modify((pair) => {
      pair.watermarks = { tps: null, qbo: null };
    });
}
