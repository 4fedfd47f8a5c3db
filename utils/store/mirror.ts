/** The two books as last read. A pull and its watermark are stored together or not at all. */

import { type Cents, ZERO } from '../ledger/cents';
import { isOn, type LedgerRecord, type LedgerRecordOn, type RecordKind } from '../ledger/entities';
import { foreignPrefix, idPart, recordKey, rowKey } from '../ledger/record-key';
import { type Both, SIDES, type Side } from '../ledger/side';
import { isAwake } from '../ledger/traits';
import { unreadIdsOf } from '../ledger/unread';
import type { Pull } from '../port/books-port';
import type { LedgerDatabase } from './database';
import { inPieces } from './in-pieces';
import { KINDS } from './memory';
import type { MirrorRow } from './rows';

export function mirrorKeyOf(pairId: string, record: LedgerRecord): string {
  // One foreign document can touch several customers: a row each.
  return record.kind === 'foreign'
    ? `${foreignPrefix(pairId, record.side, record.id)}${idPart(record.clientId)}`
    : rowKey(pairId, recordKey(record.side, record.kind, record.id));
}

export function mirrorRow(pairId: string, record: LedgerRecord): MirrorRow {
  const { side, kind, id } = record;
  return { key: mirrorKeyOf(pairId, record), pairId, side, kind, id, record };
}

/** All records of one side. */
export async function mirrorOf<S extends Side>(
  db: LedgerDatabase,
  pairId: string,
  side: S,
): Promise<(LedgerRecord & LedgerRecordOn<S>)[]> {
  const records: (LedgerRecord & LedgerRecordOn<S>)[] = [];
  for (const kind of KINDS) {
    for (const { record } of await rowsOf(db, pairId, side, kind)) {
      if (isOn(side, record)) records.push(record);
    }
  }
  return records;
}

async function rowsOf(
  db: LedgerDatabase,
  pairId: string,
  side: Side,
  kind: RecordKind,
): Promise<Iterable<MirrorRow>> {
  if (!db.isInTransaction) return (await db.memory.mirror(pairId, side, kind)).values();
  return db.mirror.where('[pairId+side+kind]').equals([pairId, side, kind]).toArray();
}

export async function countOf(
  db: LedgerDatabase,
  pairId: string,
  side: Side,
  kind: RecordKind,
): Promise<number> {
  return db.mirror.where('[pairId+side+kind]').equals([pairId, side, kind]).count();
}

/**
 * Stores what was read. A full pull replaces the side, a pull of changes is merged into it.
 *
 * @param settled what stood among the pair's `unsettled` when it was asked for
 */
export async function storePull(
  db: LedgerDatabase,
  pairId: string,
  side: Side,
  pull: Pull,
  settled: readonly string[] = [],
): Promise<void> {
  await db.transaction('rw', db.mirror, db.pairs, async () => {
    if (pull.full) {
      await db.mirror
        .where('[pairId+side+kind]')
        .between([pairId, side, ''], [pairId, side, '\uffff'])
        .delete();
    }
    const foreign = pull.records.filter((record) => record.kind === 'foreign');
    const gone = [...pull.deleted, ...foreign.map(({ kind, id }) => ({ kind, id }))];
    for (const { kind, id } of pull.full ? [] : gone) {
      if (kind === 'foreign') {
        await db.mirror
          .where('key')
          .startsWith(foreignPrefix(pairId, side, id))
          .delete();
      } else await db.mirror.delete(rowKey(pairId, recordKey(side, kind, id)));
    }
    if (!pull.full) await dropReadAtLast(db, pairId, side, pull);
    await inPieces(pull.records, (piece) =>
      db.mirror.bulkPut(piece.map((record) => mirrorRow(pairId, record))),
    );
    await db.pairs
      .where('id')
      .equals(pairId)
      .modify((pair) => {
        pair.watermarks[side] = pull.watermark;
        const left = pair.unsettled?.filter((id) => !settled.includes(id)) ?? [];
        if (left.length > 0) pair.unsettled = left;
        else delete pair.unsettled;
      });
  });
}

/** What stood for a record while it could not be read goes once it is read, or gone. */
async function dropReadAtLast(
  db: LedgerDatabase,
  pairId: string,
  side: Side,
  { records, deleted }: Pull,
): Promise<void> {
  const stood = await db.mirror
    .where('key')
    .startsWith(rowKey(pairId, recordKey(side, 'foreign', 'unread-')))
    .toArray();
  if (stood.length === 0) return;
  const read = new Set([...records, ...deleted].flatMap(({ kind, id }) => unreadIdsOf(kind, id)));
  await db.mirror.bulkDelete(stood.filter(({ id }) => read.has(id)).map(({ key }) => key));
}

/**
 * Stores what each client owes now, as its system reports it. Who is absent there owes nothing; but
 * of a client that left the lists (inactive in QBO, deleted in TPS) absence says nothing.
 */
export async function storeBalances(
  db: LedgerDatabase,
  pairId: string,
  byClient: Both<ReadonlyMap<string, Cents>>,
): Promise<void> {
  for (const side of SIDES) {
    const due = (row: MirrorRow) => withBalance(row, byClient[side]);
    const clients = await db.memory.mirror(pairId, side, 'client');
    const keys = [...clients.values()].filter(due).map(({ key }) => key);
    if (keys.length === 0) continue;
    await db.transaction('rw', db.mirror, async () => {
      const rows = await db.mirror.bulkGet(keys);
      await db.mirror.bulkPut(rows.flatMap((row) => (row && due(row)) ?? []));
    });
  }
}

/** A client with what it owes by now; null where that is so already. */
function withBalance(row: MirrorRow, owed: ReadonlyMap<string, Cents>): MirrorRow | null {
  const { record } = row;
  if (record.kind !== 'client') return null;
  const balanceCents = owed.get(record.id) ?? (isAwake(record) ? ZERO : null);
  return balanceCents === null || balanceCents === record.balanceCents
    ? null
    : { ...row, record: { ...record, balanceCents } };
}
