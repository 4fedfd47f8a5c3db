/**
 * Invariant 3: every write was journaled as sent before it left, in a run that is applying, and
 * belongs to the plan that the person saw. Invariant 9: a preview writes nothing.
 */

import { isSameMarker, markerText } from '../../../utils/ledger/marker';
import type { LedgerDatabase } from '../../../utils/store/database';
import type { JournalRow, RunRecord } from '../../../utils/store/rows';
import { isNew } from '../../../utils/sync/intent';
import type { CardKind } from '../world/card';
import { type Target, targetOf } from '../world/target';
import type { WireRequest } from '../world/wire-request';
import type { Report } from './violation';

/** The plans that people have seen and approved, by run: the keys of their intents. */
export type Approved = ReadonlyMap<
  string,
  { readonly planHash: string; readonly keys: ReadonlySet<string> }
>;

/**
 * @param others rows that other writes of the same request belong to
 * @returns the journal row that this write belongs to; null after a report, or where none is needed
 */
export async function journaled(
  db: LedgerDatabase,
  request: WireRequest,
  approved: Approved,
  madeFor: (id: string, kind: CardKind | null) => string | null,
  report: Report,
  others: readonly (JournalRow | null)[] = [],
): Promise<JournalRow | null> {
  const target = targetOf(request);
  if (target === null) return null;
  const what = `${request.side} ${request.method} ${request.path} ${request.body.slice(0, 160)}`;
  const runs = await db.runs.toArray();
  // What was under way when a person pressed Pause or Stop is still carried through.
  const run = runs
    .filter(({ stage, planHash }) => (stage === 'apply' || stage === 'links') && planHash !== null)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .at(-1);
  if (!run) {
    const states = runs.map(({ id, status, stage }) => `${id} ${status} ${stage}`).join(', ');
    report({
      invariant: 9,
      kind: 'a write outside of Apply',
      text: `${what}; runs: ${states}`,
    });
    return null;
  }
  const sent = await db.journal.where('[runId+state]').equals([run.id, 'sent']).toArray();
  const taken = new Set(others.map((other) => other?.key));
  const likely = sent.filter(
    ({ key, intent }) => !taken.has(key) && isOf(intent, request, target, madeFor),
  );
  const row = likely.find((one) => isTagged(request, one)) ?? likely[0];
  if (!row) {
    const rows = sent.map(({ intent }) => intent.key).join(', ') || 'none';
    report({
      invariant: 3,
      kind: 'a write that was not journaled',
      text: `${what}; sent rows: ${rows}`,
    });
    return null;
  }
  checkSeen(run, row, approved, report);
  return row;
}

/** Does what is written name the record that this step is about? */
function isTagged({ body }: WireRequest, { intent: { record, type } }: JournalRow): boolean {
  const own = markerText({ side: record.side, type, id: record.id });
  return [...body.matchAll(/\[(?:TPS|QBO)[^\]]*\]/g)].some(([tag]) => isSameMarker(tag, own));
}

function checkSeen(run: RunRecord, row: JournalRow, approved: Approved, report: Report): void {
  const seen = approved.get(run.id);
  // What waited is planned anew, and goes on without being shown where it is exactly as approved.
  const isApproved = seen?.planHash === run.planHash || run.goesOn === true;
  if (isApproved && seen?.keys.has(row.intent.key)) return;
  if (!seen && run.oneStep && run.brakes.length === 0) return;
  report({
    invariant: 3,
    kind: 'a write that nobody approved',
    text: `${row.intent.key} in run ${run.id}, oneStep ${run.oneStep}, brakes ${run.brakes.map(({ id }) => id)}`,
  });
}

function isOf(
  intent: JournalRow['intent'],
  { side }: WireRequest,
  target: Target,
  madeFor: (id: string, kind: CardKind | null) => string | null,
): boolean {
  if (intent.to !== side) return false;
  const { record, type } = intent;
  const targetId = intent.does === 'replace' ? intent.original.id : (intent.target?.id ?? null);
  if (target.kind !== null && target.kind !== type) return false;
  // A journal entry is applied by payments of 0.00, which come and go with it.
  if (target.kind === 'payment' && (targetId ?? record.id).match(/^[AJ]/)) return true;
  if (target.id === null) return isNew(intent);
  if (targetId === target.id) return true;
  // What an intent created, and then took back because it was not as meant.
  const origin = madeFor(target.id, target.kind);
  return isNew(intent) && origin === `${record.side}:${record.kind}:${record.id}`;
}
