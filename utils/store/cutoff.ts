/** What was there at the first run: remembered, so that whatever comes later is known as such. */
import { splitId } from '../ledger/document-id';
import type { LedgerRecord } from '../ledger/entities';
import { recordKey, rowKey } from '../ledger/record-key';
import { type Both, SIDES, type Side } from '../ledger/side';
import { type Cutoff, cutoffKey, type Past } from '../sync/scene';
import { compareIds, isCounted } from '../sync/scope';
import type { LedgerDatabase } from './database';
import type { PairRow, PastRow } from './rows';
import { SOUND_ROWS } from './sound-rows';

export interface FirstLook {
  /** For browsers that join later, and cannot remember. */
  readonly cutoff: Cutoff;
  readonly past: readonly PastRow[];
}

const KINDS = ['invoice', 'payment'] as const;
type Kind = (typeof KINDS)[number];

/**
 * The documents of both books as they were last read, but for those of `owed` (`recordKey`).
 * @param at the instant of the reading: what changed since may have come since
 */
export function firstLook(
  books: Both<readonly LedgerRecord[]>,
  pairId: string,
  owed: ReadonlySet<string>,
  at: string,
): FirstLook {
  const cutoff: Both<Record<string, string>> = {
    tps: { invoice: '0', payment: '0' },
    qbo: { invoice: '0', payment: '0' },
  };
  const past: PastRow[] = [];
  for (const side of SIDES) {
    const ids: Record<Kind, Set<string>> = { invoice: new Set(), payment: new Set() };
    const unsure: Record<Kind, Set<string>> = { invoice: new Set(), payment: new Set() };
    for (const record of books[side]) {
      const { kind, id } = record;
      for (const kept of mayBecome(record)) unsure[kept.kind].add(kept.id);
      if (kind !== 'invoice' && kind !== 'payment') continue;
      const list = cutoffKey(kind, id);
      cutoff[side][list] = later(splitId(id).ownId, cutoff[side][list] ?? '0', at);
      if (!owed.has(recordKey(side, kind, id))) ids[kind].add(id);
    }
    for (const kind of KINDS) past.push(rowOf(pairId, side, kind, ids, unsure, cutoff[side]));
  }
  return { cutoff, past };
}

function rowOf(
  pairId: string,
  side: Side,
  kind: Kind,
  ids: Record<Kind, Set<string>>,
  unsure: Record<Kind, Set<string>>,
  cutoff: Readonly<Record<string, string>>,
): PastRow {
  const [known, open] = [[...ids[kind]], [...unsure[kind]].filter((id) => !ids[kind].has(id))];
  return {
    ...{ key: rowKey(pairId, `${side}:${kind}`), pairId, side, kind },
    ...{ ids: known, unsure: open, count: known.length + open.length, cutoff },
  };
}

/** What else a record may be once it is read, or read anew: which way an adjustment goes can change. */
function mayBecome(record: LedgerRecord): { readonly kind: Kind; readonly id: string }[] {
  const both = (id: string) => KINDS.map((kind) => ({ kind, id }));
  if (record.kind === 'client') return [];
  if (record.kind !== 'foreign') {
    return splitId(record.id).list === 'adjustment' ? both(record.id) : [];
  }
  const { unread } = record;
  return unread && unread.kind !== 'client' ? both(unread.id) : [];
}

/** The higher id of a list that is counted; of any other list the instant. */
function later(id: string, last: string, at: string): string {
  if (!isCounted(id) || !isCounted(last)) return `@${at}`;
  return compareIds(id, last) > 0 ? id : last;
}

/** Invoices and payments of both books. */
const LISTS = SIDES.length * KINDS.length;

/**
 * What this browser remembers; null where it was not there at the first run, has lost a part, or
 * another browser of the firm had looked before it.
 */
export async function pastOf(
  db: LedgerDatabase,
  { id: pairId, cutoff }: Pick<PairRow, 'id' | 'cutoff'>,
): Promise<Past | null> {
  const rows = await db.past.where('pairId').equals(pairId).toArray();
  const isSound = rows.every((row) => SOUND_ROWS.past.safeParse(row).success);
  if (rows.length < LISTS || !isSound || cutoff === null) return null;
  if (rows.some((row) => !sameLines(row.cutoff, cutoff[row.side]))) return null;
  return new Map(
    rows.flatMap(({ side, kind, ids, unsure }) => [
      ...unsure.map((id) => [recordKey(side, kind, id), 'unsure'] as const),
      ...ids.map((id) => [recordKey(side, kind, id), 'past'] as const),
    ]),
  );
}

function sameLines(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>) {
  const lists = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...lists].every((list) => a[list] === b[list]);
}
