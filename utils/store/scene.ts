import { cents } from '../ledger/cents';
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
import type { PairRow } from './rows';

/** Tax may differ by this much before it counts as a failure. */
export const TAX_TOLERANCE_CENTS = 2;

/**
 * Loads everything that the core looks at. Null until both sides were read once. `today` is the
 * firm's day, on which documents of a closed period may be dated.
 */
export async function loadScene(
  db: LedgerDatabase,
  pair: PairRow,
  today: PlainDate,
): Promise<Scene | null> {
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

async function snapshot<S extends Side>(
  db: LedgerDatabase,
  pair: PairRow,
  side: S,
): Promise<SnapshotOn<S> | null> {
  const books = pair.books[side];
  const references = pair.references[side];
  if (!books || !references || pair.watermarks[side] === null) return null;
  const firm = firmTag(pair.firm.id);
  return snapshotOf(
    { side, books, references, arCents: cents(pair.arCents[side]) },
    (await mirrorOf(db, pair.id, side)).map((record) => withOwnTag(record, firm)),
  );
}

/** True once both books were read. */
export function isRead(pair: PairRow): boolean {
  return SIDES.every((side) => pair.watermarks[side] !== null);
}
