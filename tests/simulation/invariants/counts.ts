/** Invariant 5: planned = done + skipped + failed + not attempted, counted anew in the journal. */
import type { LedgerDatabase } from '../../../utils/store/database';
import type { RunRecord } from '../../../utils/store/rows';
import type { Report } from './violation';

/** `over`: runs that have ended and were found right; they do not change any more. */
export async function countsAddUp(
  db: LedgerDatabase,
  over: Set<string>,
  report: Report,
): Promise<void> {
  for (const run of await db.runs.toArray()) {
    if (run.planHash === null || over.has(run.id)) continue;
    await checkRun(db, run, report);
    if (run.endedAt !== null) over.add(run.id);
  }
}

async function checkRun(db: LedgerDatabase, run: RunRecord, report: Report): Promise<void> {
  const rows = await db.journal
    .where('[runId+seq]')
    .between([run.id, 0], [run.id, Number.POSITIVE_INFINITY])
    .toArray();
  const states = { done: 0, skipped: 0, failed: 0 };
  for (const { state } of rows) {
    if (state === 'done' || state === 'skipped' || state === 'failed') states[state] += 1;
  }
  const ended = states.done + states.skipped + states.failed;
  const counted = { planned: rows.length, ...states, notAttempted: rows.length - ended };
  const { planned, done, skipped, failed, notAttempted } = run.counts;
  const told = { planned, done, skipped, failed, notAttempted };
  if (JSON.stringify(counted) !== JSON.stringify({ ...counted, ...told })) {
    report({
      invariant: 5,
      kind: 'the counts are not those of the journal',
      text: `run ${run.id} (${run.status}) says ${JSON.stringify(told)}, its journal ${JSON.stringify(counted)}`,
    });
  }
  if (planned !== done + skipped + failed + notAttempted) {
    report({
      invariant: 5,
      kind: 'the counts do not add up',
      text: `run ${run.id} (${run.status}): ${JSON.stringify(told)}`,
    });
  }
  const lines = await db.entries.where('runId').equals(run.id).toArray();
  for (const { state, intent } of rows) {
    if (state !== 'done' && state !== 'skipped' && state !== 'failed') continue;
    const key = `${intent.record.side}:${intent.record.kind}:${intent.record.id}`;
    if (lines.some((entry) => entry.recordKey === key)) continue;
    report({
      invariant: 5,
      kind: 'an item without a line in the history',
      text: `run ${run.id}: ${intent.key} ended as ${state}`,
    });
  }
}
