import { cents } from '../ledger/cents';
import { isOn, type RecordKind } from '../ledger/entities';
import { firmTag, withOwnTag } from '../ledger/firm-tag';
import { MappingTable } from '../ledger/mappings';
import type { PlainDate } from '../ledger/plain-date';
import { sideKey } from '../ledger/record-key';
import { SIDES, type Side } from '../ledger/side';
import { type SnapshotOn, snapshotOf } from '../ledger/snapshot';
import { withJournalCredits } from '../sync/journal-credits';
import { withRefunds } from '../sync/refunds';
import type { ClientWish, Scene } from '../sync/scene';
import { takenEntries } from '../sync/taken-entries';
import { pastOf } from './cutoff';
import type { LedgerDatabase } from './database';
import { linksOf } from './links';
import { mirrorOf } from './mirror';
import type { MirrorRow, PairRow } from './rows';
import type { Rows } from './table-memory';

/** Tax may differ by this much before it counts as a failure. */
export const TAX_TOLERANCE_CENTS = 2;

interface Known {
  readonly revision: string;
  /** What of the pair, and of the day, it was made from. */
  readonly from: string;
  readonly scene: Scene | null;
}

const known = new WeakMap<LedgerDatabase, Known>();

/**
 * Everything that the core looks at. Null until both sides were read once. `today` is the firm's day,
 * on which documents of a closed period may be dated. While nothing has changed it is the same scene.
 */
export async function loadScene(
  db: LedgerDatabase,
  pair: PairRow,
  today: PlainDate,
): Promise<Scene | null> {
  const parts = partsOf(pair);
  if (db.isInTransaction) return readScene(db, parts, today);
  const { revision } = db.memory;
  const from = JSON.stringify([today, parts]);
  const last = known.get(db);
  if (last?.revision === revision && last.from === from) return last.scene;
  const scene = await readScene(db, parts, today);
  if (db.memory.revision === revision) known.set(db, { revision, from, scene });
  return scene;
}

/** What of a pair goes into a scene; its watermarks move without anything else. */
function partsOf(pair: PairRow) {
  const { id, firm, books, references, arCents, cutoff, owed, stale, watermarks } = pair;
  const { policies, linkSettled, removals, taxToleranceCents } = pair;
  const isRead = { tps: watermarks.tps !== null, qbo: watermarks.qbo !== null };
  const decided = { policies, linkSettled, removals, taxToleranceCents };
  return { id, firm, books, references, arCents, cutoff, owed, stale, isRead, ...decided };
}

type Parts = ReturnType<typeof partsOf>;

async function readScene(db: LedgerDatabase, pair: Parts, today: PlainDate): Promise<Scene | null> {
  const [tps, qbo] = [await snapshot(db, pair, 'tps'), await snapshot(db, pair, 'qbo')];
  if (!tps || !qbo) return null;
  const [links, mappings, wishes, ignores, rulings, past] = await Promise.all([
    linksOf(db, pair.id),
    db.mappings.where('pairId').equals(pair.id).toArray(),
    db.wishes.where('pairId').equals(pair.id).toArray(),
    db.ignores.where('pairId').equals(pair.id).toArray(),
    db.rulings.where('pairId').equals(pair.id).toArray(),
    pastOf(db, pair),
  ]);
  const table = new MappingTable(mappings);
  const ruled = new Map(rulings.map((row) => [row.recordKey, row]));
  const taken = takenEntries(tps, qbo, ruled);
  const entries = withJournalCredits(qbo, links, table, taken);
  return {
    now: { tps, qbo: withRefunds({ tps, qbo: entries }, links, ruled) },
    links,
    mappings: table,
    wishes: new Map<string, ClientWish>(
      wishes.map((row) => [sideKey(row.side, row.clientId), row.wish]),
    ),
    ignored: new Map(ignores.map((row) => [row.recordKey, row.reason])),
    cutoff: pair.cutoff,
    past,
    owed: new Set(pair.owed),
    policies: pair.policies ?? {},
    rulings: ruled,
    stale: new Set(pair.stale),
    linkSettled: pair.linkSettled ?? false,
    removals: pair.removals ?? 'void',
    today,
    taxToleranceCents: pair.taxToleranceCents ?? TAX_TOLERANCE_CENTS,
  };
}

type Lists<S extends Side> = Pick<SnapshotOn<S>, 'clients' | 'invoices' | 'payments' | 'foreign'>;

/** What was made of the rows of one kind, as long as they stay. */
const made: { readonly [S in Side]: WeakMap<Rows<MirrorRow>, Lists<S>> } = {
  tps: new WeakMap(),
  qbo: new WeakMap(),
};

async function snapshot<S extends Side>(
  db: LedgerDatabase,
  pair: Parts,
  side: S,
): Promise<SnapshotOn<S> | null> {
  const books = pair.books[side];
  const references = pair.references[side];
  if (!books || !references || !pair.isRead[side]) return null;
  const head = { side, books, references, arCents: cents(pair.arCents[side]) };
  const firm = firmTag(pair.firm.id);
  if (db.isInTransaction) {
    const records = await mirrorOf(db, pair.id, side);
    return snapshotOf(
      head,
      records.map((record) => withOwnTag(record, firm)),
    );
  }
  const listsOf = async (kind: RecordKind): Promise<Lists<S>> => {
    const rows = await db.memory.mirror(pair.id, side, kind);
    const before = made[side].get(rows);
    if (before) return before;
    const records = [...rows.values()].flatMap(({ record }) =>
      isOn(side, record) ? [withOwnTag(record, firm)] : [],
    );
    const lists = snapshotOf(head, records);
    made[side].set(rows, lists);
    return lists;
  };
  const { clients } = await listsOf('client');
  const { invoices } = await listsOf('invoice');
  const { payments } = await listsOf('payment');
  const { foreign } = await listsOf('foreign');
  return { ...head, clients, invoices, payments, foreign };
}

/** True once both books were read. */
export function isRead(pair: PairRow): boolean {
  return SIDES.every((side) => pair.watermarks[side] !== null);
}
