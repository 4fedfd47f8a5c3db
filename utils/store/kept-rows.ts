/**
 * Rows that no plan is made from: the pair, runs, what each did, its history, settings. Few of them
 * are looked at whenever the database is opened, many where they are read. One that does not fit is
 * set aside as it was: a screen shows the rest, and a run that has lost a part of its journal ends red.
 */
import type { LedgerDatabase } from './database';
import { KEPT_ROWS } from './kept-schemas';
import type { KeptTable, QuarantineRow, RunRecord } from './rows';

const AT_OPENING: readonly KeptTable[] = ['pairs', 'settings', 'quarantine'];
/** What screens show at once; the others are looked at with the list of all. */
const NEWEST_RUNS = 10;
const UNDER_WAY: readonly RunRecord['status'][] = ['working', 'preview', 'applying', 'paused'];
const WHY_LENGTH_MAX = 500;

/** What a row of each is known by. */
const KEY: Readonly<Record<KeptTable, string>> = {
  pairs: 'id',
  runs: 'id',
  held: 'runId',
  journal: 'key',
  entries: 'id',
  settings: 'key',
  quarantine: 'key',
};

type Tables = Pick<LedgerDatabase, 'table' | 'transaction'>;

/** Looks at the tables of few rows; called before anybody reads them. */
export async function openKept(db: LedgerDatabase, at: string): Promise<void> {
  for (const name of AT_OPENING) await soundRows(db, name, await db.table(name).toArray(), at);
  const { runs } = db;
  await soundRows(db, 'runs', await runs.where('status').anyOf(UNDER_WAY).toArray(), at);
  const newest = await runs.orderBy('startedAt').reverse().limit(NEWEST_RUNS).toArray();
  await soundRows(db, 'runs', newest, at);
}

/** Those that can be read. Not within a transaction: what cannot be read is moved in one of its own. */
export async function soundRows<T extends object>(
  db: Tables,
  name: KeptTable,
  rows: readonly T[],
  at: string,
): Promise<T[]> {
  const unsound: QuarantineRow[] = [];
  const sound = rows.filter((row) => {
    const read = KEPT_ROWS[name].safeParse(row);
    if (read.success) return true;
    const why = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    const rowKey = String(Reflect.get(row, KEY[name]));
    unsound.push({
      ...{ key: `${at}:${name}:${rowKey}`, rowKey, table: name, row, at, accepted: true },
      pairId: String(Reflect.get(row, 'pairId') ?? ''),
      why: why.join('; ').slice(0, WHY_LENGTH_MAX),
    });
    return false;
  });
  if (unsound.length > 0) {
    await db.transaction('rw', db.table(name), db.table('quarantine'), async () => {
      await db.table(name).bulkDelete(unsound.map(({ rowKey }) => rowKey));
      await db.table('quarantine').bulkPut(unsound);
    });
  }
  return sound;
}
