import { endsOf, recordKey } from '../ledger/record-key';
import { firstLook } from '../store/cutoff';
import type { LedgerDatabase } from '../store/database';
import { heldBy } from '../store/held';
import { mirrorOf } from '../store/mirror';
import { acceptMissing } from '../store/quarantine';
import type { RunRecord } from '../store/rows';
import { isNew } from '../sync/intent';
import type { RunnerDeps } from './deps';

/**
 * From plan to writing. The first time it also draws the line between what was settled before us
 * and what is ours to carry (`cutoff`, `owed`).
 */
export async function beginApply(deps: RunnerDeps, run: RunRecord): Promise<void> {
  const { db } = deps;
  const { holds } = await heldBy(db, run.id, deps.now().toISOString());
  const books = {
    tps: await mirrorOf(db, run.pairId, 'tps'),
    qbo: await mirrorOf(db, run.pairId, 'qbo'),
  };
  const tables = [db.runs, db.pairs, db.journal, db.rulings, db.quarantine, db.past];
  await db.transaction('rw', tables, async () => {
    const pair = await db.pairs.get(run.pairId);
    // A run for some records alone is no first sync: the line is drawn by the first whole one.
    const isWhole = !run.convert && run.only === null && run.undoOf === undefined;
    if (pair && !pair.cutoff && isWhole) {
      // What is held, and what is planned and may yet fail: ours to carry, even if paid by then.
      const held = holds.map((hold) => recordKey(hold.side, hold.type, hold.id));
      const planned = await db.journal
        .where('[runId+seq]')
        .between([run.id, 0], [run.id, Number.POSITIVE_INFINITY])
        .toArray();
      const creates = planned.flatMap(({ intent }) =>
        isNew(intent) ? [recordKey(intent.record.side, intent.record.kind, intent.record.id)] : [],
      );
      const owed = [...held, ...creates];
      const at = run.readAt ?? deps.now().toISOString();
      const { cutoff, past } = firstLook(books, run.pairId, new Set(owed), at);
      await db.past.bulkPut([...past]);
      await db.pairs.update(pair.id, { cutoff, owed });
    }
    if (run.undoOf !== undefined) {
      const undone = { at: deps.now().toISOString(), by: run.id };
      await db.runs.update(run.undoOf, { undone });
      await forgetRulings(db, run);
    }
    if (pair && run.brakes.some(({ id }) => id === 'unguarded')) {
      await db.pairs.update(pair.id, { unguardedSince: deps.now().toISOString() });
    }
    if (pair && run.brakes.some(({ id }) => id === 'claimed')) {
      await db.pairs.update(pair.id, { tookOver: deps.now().toISOString() });
    }
    if (run.brakes.some(({ id }) => id === 'setupNews')) {
      await db.pairs
        .where('id')
        .equals(run.pairId)
        .modify((row) => {
          delete row.setupNews;
        });
    }
    if (run.brakes.some(({ id }) => id === 'missing')) await acceptMissing(db, run.pairId);
    await db.runs.update(run.id, {
      status: 'applying',
      stage: 'apply',
      applyStartedAt: deps.now().toISOString(),
    });
  });
  deps.onChange();
}

/** What a person decided, and now takes back, is asked again. */
async function forgetRulings(db: LedgerDatabase, run: RunRecord): Promise<void> {
  const undone = await db.journal
    .where('[runId+seq]')
    .between([run.undoOf, 0], [run.undoOf, Number.POSITIVE_INFINITY])
    .toArray();
  const ends = new Set(
    undone.flatMap(({ intent: { record, target } }) =>
      [record, target].flatMap((end) => (end ? [recordKey(end.side, end.kind, end.id)] : [])),
    ),
  );
  // A ruling about two documents that are not linked names both.
  await db.rulings
    .where('pairId')
    .equals(run.pairId)
    // That two are apart is no word about what the run did.
    .filter(({ lasting }) => lasting === undefined)
    .filter((ruling) => endsOf(ruling.recordKey).some((key) => ends.has(key)))
    .delete();
}
