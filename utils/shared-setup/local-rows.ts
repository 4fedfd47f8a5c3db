/** The set-up of this browser as rows, and rows put into its database. */

import type { QboId, TpsId } from '../ledger/ids';
import { isLinkable, linkId } from '../ledger/link';
import { mappingKey } from '../ledger/mappings';
import {
  bothKey,
  endKey,
  endsOf,
  recordKey,
  recordNamed,
  rowKey,
  sideKey,
} from '../ledger/record-key';
import { SIDES } from '../ledger/side';
import type { LedgerDatabase } from '../store/database';
import { linkRow } from '../store/links';
import type { PairRow } from '../store/rows';
import type { Cutoff } from '../sync/scene';
import { decodeRow, encodeRow, type SetupRow, type SetupRows } from './rows';

/** Call it inside a transaction over `setupTables` where the answer must not be out of date. */
export async function localRows(db: LedgerDatabase, pairId: string): Promise<SetupRows> {
  const pair = await db.pairs.get(pairId);
  if (!pair) return new Map();
  const rows: SetupRow[] = [...rowsOfPair(pair)];
  for (const { kind, from, fromId, toId } of await db.mappings.where({ pairId }).toArray()) {
    rows.push({ of: 'mapping', kind, from, fromId, toId });
  }
  for (const { side, clientId, wish } of await db.wishes.where({ pairId }).toArray()) {
    rows.push({ of: 'wish', side, clientId, wish });
  }
  for (const { recordKey, reason, at, effectCents } of await db.ignores
    .where({ pairId })
    .toArray()) {
    rows.push({ of: 'ignore', recordKey, reason, at, effectCents });
  }
  for (const { tpsId, qboId } of await clientLinks(db, pairId).toArray()) {
    rows.push({ of: 'pair', tpsId, qboId });
  }
  for (const { recordKey, lasting } of await db.rulings.where({ pairId }).toArray()) {
    if (lasting === undefined) continue;
    const row = apartRow(recordKey);
    if (row) rows.push(row);
  }
  for (const recordKey of pair.owed) {
    if (!(await isLinked(db, pairId, recordKey))) rows.push({ of: 'owed', recordKey });
  }
  return new Map(rows.map(encodeRow));
}

export function setupTables(db: LedgerDatabase) {
  const { pairs, mappings, wishes, ignores, rulings, links, mirror, settings, runs } = db;
  return [pairs, mappings, wishes, ignores, rulings, links, mirror, settings, runs];
}

/**
 * Changes what differs between `from` and `to`. Gives the rows that could not be put in yet: pairs
 * of clients that this browser has not read.
 */
export async function putRows(
  db: LedgerDatabase,
  pairId: string,
  from: SetupRows,
  to: SetupRows,
): Promise<SetupRows> {
  const later = new Map<string, string>();
  for (const [key, text] of from) {
    if (to.get(key) !== text) await takeOut(db, pairId, decodeRow(key, text));
  }
  for (const [key, text] of to) {
    if (from.get(key) === text) continue;
    if (!(await putIn(db, pairId, decodeRow(key, text)))) later.set(key, text);
  }
  return later;
}

function rowsOfPair(pair: PairRow): SetupRow[] {
  const rows: SetupRow[] = [];
  for (const [key, policy] of Object.entries(pair.policies ?? {})) {
    const row = decodeRow(`policy:${key}`, policy);
    rows.push(row);
  }
  if (pair.taxToleranceCents !== undefined) {
    rows.push({ of: 'tolerance', cents: pair.taxToleranceCents });
  }
  if (pair.linkSettled) rows.push({ of: 'settled' });
  if (pair.removals) rows.push({ of: 'removals' });
  for (const side of SIDES) {
    for (const [list, id] of Object.entries(pair.cutoff?.[side] ?? {})) {
      rows.push({ of: 'cutoff', side, list, id });
    }
  }
  return rows;
}

function clientLinks(db: LedgerDatabase, pairId: string) {
  return db.links.where('tpsKey').startsWith(endKey(pairId, 'client', ''));
}

async function isLinked(db: LedgerDatabase, pairId: string, key: string): Promise<boolean> {
  const named = recordNamed(key);
  if (!named) return false;
  const end = named.side === 'tps' ? 'tpsKey' : 'qboKey';
  return (
    (await db.links
      .where(end)
      .equals(endKey(pairId, named.kind, named.id))
      .count()) > 0
  );
}

/** False when it has to wait. */
async function putIn(db: LedgerDatabase, pairId: string, row: SetupRow): Promise<boolean> {
  switch (row.of) {
    case 'mapping': {
      const { kind, from, fromId, toId } = row;
      const key = rowKey(pairId, mappingKey(kind, from, fromId));
      await db.mappings.put({ key, pairId, kind, from, fromId, toId });
      return true;
    }
    case 'wish': {
      const { side, clientId, wish } = row;
      await db.wishes.put({
        key: rowKey(pairId, sideKey(side, clientId)),
        pairId,
        side,
        clientId,
        wish,
      });
      return true;
    }
    case 'ignore': {
      const { recordKey, reason, at, effectCents } = row;
      const key = rowKey(pairId, recordKey);
      await db.ignores.put({ key, pairId, recordKey, reason, at, effectCents });
      return true;
    }
    case 'apart':
      await putApart(db, pairId, row);
      return true;
    case 'pair':
      return putPair(db, pairId, row.tpsId, row.qboId);
    default:
      await changePair(db, pairId, (pair) => setIn(pair, row));
      return true;
  }
}

async function takeOut(db: LedgerDatabase, pairId: string, row: SetupRow): Promise<void> {
  switch (row.of) {
    case 'mapping':
      await db.mappings.delete(rowKey(pairId, mappingKey(row.kind, row.from, row.fromId)));
      return;
    case 'wish':
      await db.wishes.delete(rowKey(pairId, sideKey(row.side, row.clientId)));
      return;
    case 'ignore':
      await db.ignores.delete(rowKey(pairId, row.recordKey));
      return;
    case 'apart':
      await joinAgain(db, pairId, row);
      return;
    case 'pair':
      await dropPair(db, pairId, row.tpsId);
      return;
    default:
      await changePair(db, pairId, (pair) => takeFrom(pair, row));
  }
}

type ApartRow = Extract<SetupRow, { of: 'apart' }>;

/** `tps:invoice:118|qbo:invoice:187`, the name of the two (`pairKey`), as a row. */
function apartRow(key: string): ApartRow | null {
  const [tps, qbo] = endsOf(key).map(recordNamed);
  if (!tps || !qbo || (tps.kind !== 'invoice' && tps.kind !== 'payment')) return null;
  return { of: 'apart', type: tps.kind, tpsId: tps.id, qboId: qbo.id };
}

function apartKey({ type, tpsId, qboId }: ApartRow): string {
  return bothKey(recordKey('tps', type, tpsId), recordKey('qbo', type, qboId));
}

/** Somebody else of the firm took them apart: a link that stands here goes. */
async function putApart(db: LedgerDatabase, pairId: string, row: ApartRow): Promise<void> {
  const { type, tpsId, qboId } = row;
  const link = await db.links.get(rowKey(pairId, linkId(type, tpsId, qboId)));
  if (link) await db.links.delete(link.key);
  const about = apartKey(row);
  await db.rulings.put({
    key: rowKey(pairId, about),
    pairId,
    recordKey: about,
    do: 'apart',
    seen: '',
    lasting: link ?? 'elsewhere',
    at: '',
  });
}

/** The word was taken back: the link that stood here stands again, where both ends are free. */
async function joinAgain(db: LedgerDatabase, pairId: string, row: ApartRow): Promise<void> {
  const ruling = await db.rulings.get(rowKey(pairId, apartKey(row)));
  if (ruling?.lasting === undefined) return;
  await db.rulings.delete(ruling.key);
  const link = ruling.lasting;
  if (link === 'elsewhere') return;
  const taken =
    (await db.links.where('tpsKey').equals(link.tpsKey).count()) +
    (await db.links.where('qboKey').equals(link.qboKey).count());
  if (taken === 0) await db.links.put(link);
}

type PairPart = Extract<
  SetupRow,
  { of: 'policy' | 'tolerance' | 'settled' | 'removals' | 'cutoff' | 'owed' }
>;

async function changePair(
  db: LedgerDatabase,
  pairId: string,
  change: (pair: PairRow) => void,
): Promise<void> {
  await db.pairs.where('id').equals(pairId).modify(change);
}

function setIn(pair: PairRow, row: PairPart): void {
  switch (row.of) {
    case 'policy':
      pair.policies = { ...pair.policies, [row.field]: row.policy };
      return;
    case 'tolerance':
      pair.taxToleranceCents = row.cents;
      return;
    case 'settled':
      pair.linkSettled = true;
      return;
    case 'removals':
      pair.removals = 'delete';
      return;
    case 'cutoff': {
      const now: Cutoff = pair.cutoff ?? { tps: {}, qbo: {} };
      pair.cutoff = { ...now, [row.side]: { ...now[row.side], [row.list]: row.id } };
      return;
    }
    case 'owed':
      if (!pair.owed.includes(row.recordKey)) pair.owed = [...pair.owed, row.recordKey];
  }
}

/** A cutoff is only ever replaced: a first run cannot be undone. */
function takeFrom(pair: PairRow, row: PairPart): void {
  switch (row.of) {
    case 'policy': {
      const { [row.field]: _gone, ...rest } = pair.policies ?? {};
      pair.policies = rest;
      return;
    }
    case 'tolerance':
      delete pair.taxToleranceCents;
      return;
    case 'settled':
      delete pair.linkSettled;
      return;
    case 'removals':
      delete pair.removals;
      return;
    case 'owed':
      pair.owed = pair.owed.filter((key) => key !== row.recordKey);
  }
}

async function putPair(
  db: LedgerDatabase,
  pairId: string,
  tpsId: TpsId,
  qboId: QboId,
): Promise<boolean> {
  const tps = (await db.mirror.get(rowKey(pairId, recordKey('tps', 'client', tpsId))))?.record;
  const qbo = (await db.mirror.get(rowKey(pairId, recordKey('qbo', 'client', qboId))))?.record;
  if (!tps || !qbo || !isLinkable(tps) || !isLinkable(qbo)) return false;
  const row = linkRow(pairId, { type: 'client', base: { tps, qbo } });
  if (await db.links.get(row.key)) return true;
  const taken = await db.links.where('qboKey').equals(row.qboKey).count();
  if (taken > 0 || (await db.links.where('tpsKey').equals(row.tpsKey).count()) > 0) return false;
  await db.links.put(row);
  return true;
}

/** Kept while documents of theirs are linked: taking the pair apart would lose those. */
async function dropPair(db: LedgerDatabase, pairId: string, tpsId: TpsId): Promise<void> {
  const link = await db.links
    .where('tpsKey')
    .equals(endKey(pairId, 'client', tpsId))
    .first();
  if (!link) return;
  const documents = await db.links
    .where({ pairId })
    .filter(({ base: { tps } }) => tps.kind !== 'client' && tps.clientId === tpsId)
    .count();
  if (documents === 0) await db.links.delete(link.key);
}
