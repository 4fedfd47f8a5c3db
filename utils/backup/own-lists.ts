/** What our own database knows of a pair, as lists like those of the two systems. */

import { OWN_TABLES, type OwnTable } from '../port/raw-entities';
import type { RawList } from '../port/raw-list';
import type { LedgerDatabase } from '../store/database';
import type { PairRow, RunRecord } from '../store/rows';

const PAGE_ROWS = 500;
const PAGES_MAX = 20_000;

/** Rows from `start` on, at most so many. */
type Slice = (start: number, rows: number) => Promise<readonly object[]>;

export function ownLists(db: LedgerDatabase, pair: PairRow): readonly RawList[] {
  const { id } = pair;
  const slices: { readonly [T in OwnTable]: Slice } = {
    pair: async (start) => (start === 0 ? [pair] : []),
    links: (start, rows) => db.links.where('pairId').equals(id).offset(start).limit(rows).toArray(),
    mappings: (start, rows) =>
      db.mappings.where('pairId').equals(id).offset(start).limit(rows).toArray(),
    wishes: (start, rows) =>
      db.wishes.where('pairId').equals(id).offset(start).limit(rows).toArray(),
    ignores: (start, rows) =>
      db.ignores.where('pairId').equals(id).offset(start).limit(rows).toArray(),
    runs: async (start, rows) =>
      (await db.runs.where('pairId').equals(id).offset(start).limit(rows).toArray()).map(headOf),
  };
  return OWN_TABLES.map((entity) => ({
    entity,
    async read(onPage) {
      for (let page = 1; page <= PAGES_MAX; page += 1) {
        const items = await slices[entity]((page - 1) * PAGE_ROWS, PAGE_ROWS);
        await onPage({ page, body: { items } });
        if (items.length < PAGE_ROWS) return;
      }
      throw new RangeError(`too many rows of ${entity}`);
    },
  }));
}

/** What a run was and how it ended; its plan stands in the journal, which the backup leaves out. */
function headOf(run: RunRecord) {
  const { id, description, status, stage, startedAt, endedAt, counts, doneCents, tieOut } = run;
  const { planHash, sealed, before, after, requests } = run;
  return {
    ...{ id, description, status, stage, startedAt, endedAt, counts, doneCents, tieOut },
    ...{ planHash, sealed, before, after, requests },
  };
}
