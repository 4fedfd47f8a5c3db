/** The journal of an undone run, and what of it was not written again since. */
import { localDay, type PlainDate } from '../ledger/plain-date';
import { recordKey, rowKey } from '../ledger/record-key';
import type { LedgerDatabase } from '../store/database';
import { doneBy } from '../store/journal';
import { type Intent, isEnd } from '../sync/intent';
import type { Scene } from '../sync/scene';
import { ownDraft } from '../sync/translate/own-draft';
import { planUndo, type UndoPlan } from '../sync/undo/undo';
import { UNDO } from '../sync/undo/undo-needs';

/** What would take this run back, as both books are now. */
export async function undoOf(
  db: LedgerDatabase,
  runId: string,
  scene: Scene,
  at: string,
): Promise<UndoPlan> {
  const rows = await doneBy(db, runId, at);
  rows.sort((a, b) => b.seq - a.seq);
  return planUndo(rows, scene, ownDraft);
}

/**
 * Records that a run had carried over, that were undone, and that no run carried over since: by
 * `recordKey` the day of the undo.
 */
export async function undoneRecords(
  db: LedgerDatabase,
  pairId: string,
  now: string,
): Promise<Map<string, PlainDate>> {
  const undos = await db.runs
    .where('pairId')
    .equals(pairId)
    .filter((run) => run.undoOf !== undefined)
    .toArray();
  const undoneAt = new Map<string, string>();
  for (const { id, undoOf: runId } of undos) {
    const rows = await doneBy(db, id, now);
    const keys = rows.map(({ intent }) => rowKey(runId ?? '', intent.key.slice(UNDO.length)));
    const originals = await db.journal.bulkGet(keys);
    for (const [index, original] of originals.entries()) {
      const at = rows[index]?.at;
      if (!original || at === undefined) continue;
      const { intent } = original;
      // What was entered anew has another id.
      const record = (isRemoved(intent) ? rows[index]?.result : null) ?? intent.record;
      const key = recordKey(record.side, record.kind, record.id);
      if (at > (undoneAt.get(key) ?? '')) undoneAt.set(key, at);
    }
  }
  const undoIds = new Set(undos.map(({ id }) => id));
  const left = new Map<string, PlainDate>();
  for (const [key, at] of undoneAt) {
    const again = await db.entries
      .where('[pairId+recordKey]')
      .equals([pairId, key])
      .filter((entry) => entry.at > at && !undoIds.has(entry.runId) && isDone(entry.status))
      .first();
    if (!again) left.set(key, localDay(new Date(at)));
  }
  return left;
}

/** Taken away on the side that it names itself: its twin was gone. */
function isRemoved(intent: Intent): boolean {
  return intent.record.side === intent.to && isEnd(intent);
}

function isDone(status: string): boolean {
  return status === 'successful' || status === 'warning';
}
