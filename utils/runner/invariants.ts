/**
 * What must hold at the end of every run, checked by the worker itself: a run in which one of these
 * is broken is red and says so, whatever else it did. The numbers are those of `docs/domain.md`.
 */
import type { JournalRow, RunRecord } from '../store/rows';
import { type Intent, isNew } from '../sync/intent';
import type { TieOutView } from '../sync/run-terms';
import { isFinal } from './journal';

export interface AtEnd {
  readonly counts: RunRecord['counts'];
  readonly rows: readonly JournalRow[];
  readonly tieOut: TieOutView | null;
  /** What a plan of the books as they are now would do. */
  readonly again: readonly Intent[];
}

/** The first that is broken, for whoever helps; null when all hold. */
export function brokenAtEnd({ counts, rows, tieOut, again }: AtEnd): string | null {
  const { planned, done, skipped, failed, notAttempted } = counts;
  if (planned !== done + skipped + failed + notAttempted) {
    return `invariant 5: ${planned} planned, ${done} done, ${skipped} skipped, ${failed} failed, ${notAttempted} not attempted`;
  }
  const open = rows.find(({ state }) => !isFinal(state));
  if (open) return `invariant 5: ${open.intent.key} ended as ${open.state}`;
  if (!tieOut) return 'invariant 2: the books were not compared';
  const named = tieOut.named.reduce((sum, { differenceCents }) => sum + differenceCents, 0);
  const rest = tieOut.tpsCents - tieOut.qboCents - named - tieOut.unexplainedCents;
  if (rest !== 0) return `invariant 2: ${rest} cents are neither named nor unexplained`;
  const twice = again.find((intent) => wasJustDone(intent, rows));
  return twice ? `invariant 6: ${twice.key} would be written once more` : null;
}

/** What was created is linked from then on; to enter it anew is planned from its link. */
function isCreated(intent: Intent): boolean {
  return isNew(intent) && intent.linkId === null;
}

/** This run has done the same to the same records, and nobody has touched either since. */
function wasJustDone(intent: Intent, rows: readonly JournalRow[]): boolean {
  if (intent.does === 'link') return false;
  return rows.some(
    ({ intent: before, state, result }) =>
      state === 'done' &&
      before.key === intent.key &&
      before.record.version === intent.record.version &&
      (isCreated(intent) || (result?.version ?? null) === (intent.target?.version ?? null)),
  );
}
