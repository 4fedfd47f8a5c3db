import type { Finding } from '../checks/finding';
import { recordKey } from '../ledger/record-key';
import { otherSide } from '../ledger/side';
import type { LedgerDatabase } from '../store/database';
import { openEntries } from '../store/entries';
import { heldBy } from '../store/held';
import type { EntryRecord, RunRecord } from '../store/rows';
import type { Hold } from '../sync/intent';
import type { TieOutView } from '../sync/run-terms';
import { agreement } from '../tieout/agreement';
import { type Phrase, phrase } from '../wording/phrase';
import type { RunnerDeps } from './deps';
import { pruneJournals } from './prune';
import { isTold, leftOpen, waitColor } from './run-color';

/**
 * Closes the books of a run: history lines for what was held back, status, totals. `broken`: what
 * must never be and is (`invariants.ts`).
 */
export async function finishRun(
  deps: RunnerDeps,
  runId: string,
  broken: string | null = null,
): Promise<void> {
  const { db } = deps;
  const at = deps.now().toISOString();
  const held = await heldBy(db, runId, at);
  await db.transaction('rw', db.runs, db.entries, db.pairs, async () => {
    const run = await db.runs.get(runId);
    if (!run) return;
    // A retry, an undo and a conversion are about their own documents alone.
    const whole = run.only === null && run.undoOf === undefined && !run.convert;
    const isAbout = ({ side, type, id }: Hold) =>
      whole || (run.only?.includes(recordKey(side, type, id)) ?? false);
    for (const hold of held.holds.filter(isTold).filter(isAbout)) await tell(deps, run, hold, at);
    const open = whole ? leftOpen(held) : [];
    const blocked = companyBlock(held.findings);
    const pair = await db.pairs.get(run.pairId);
    const waits = waitColor(open, new Set(pair?.leftOpen));
    if (whole) await closeSolved(db, run, held.holds);
    if (whole) await db.pairs.update(run.pairId, { leftOpen: open });
    await db.runs.update(runId, {
      status: broken === null ? statusOf(run, waits, blocked !== null) : 'failed',
      stage: 'done',
      endedAt: at,
      waitingUntil: null,
      ...(broken === null
        ? { reason: blocked ?? (run.counts.planned === 0 ? nothingToDo(run) : null) }
        : { reason: phrase('run.brokenInvariant'), technical: broken }),
    });
  });
  const { pairId } = (await db.runs.get(runId)) ?? {};
  if (pairId !== undefined) await pruneJournals(db, pairId, deps.now());
  deps.onChange();
}

/** A line of history for what was held, unless that was said already. */
async function tell({ db, newId }: RunnerDeps, run: RunRecord, hold: Hold, at: string) {
  const key = recordKey(hold.side, hold.type, hold.id);
  const same = db.entries.where('[pairId+recordKey]').equals([run.pairId, key]);
  const last = await same.filter((entry) => !entry.superseded).first();
  // Said already, by this run's own attempt or word for word by an earlier run.
  if (last?.runId === run.id) return;
  if (last && JSON.stringify(last.message) === JSON.stringify(hold.what)) return;
  await same.modify({ superseded: true });
  await db.entries.add({ ...entryOf(run, hold), id: newId(), at });
}

function entryOf(run: RunRecord, hold: Hold): Omit<EntryRecord, 'id' | 'at'> {
  const { side, type, clientId, number, clientName, date, amountCents, what, kind, other } = hold;
  const sign = (side === 'tps' ? 1 : -1) * (type === 'payment' ? -1 : 1);
  return {
    runId: run.id,
    pairId: run.pairId,
    status: kind === 'conflict' || kind === 'tray' ? 'conflict' : 'skipped',
    to: otherSide(side),
    verb: 'create',
    type,
    recordKey: recordKey(side, type, hold.id),
    clientSide: side,
    clientId,
    number,
    clientName,
    date,
    amountCents,
    effectCents: sign * amountCents,
    message: what,
    ...(other === undefined ? {} : { otherKey: other }),
    technical: null,
    superseded: false,
  };
}

/** Green only when everything planned was done, nothing is left open and no cent is unexplained. */
function statusOf(
  run: RunRecord,
  waits: 'success' | 'waiting' | 'warning',
  isBlocked: boolean,
): 'success' | 'waiting' | 'warning' | 'failed' {
  const { counts, tieOut } = run;
  if (counts.failed > 0 || !tieOut || tieOut.unexplainedCents !== 0) return 'failed';
  if (isBlocked || isUnsettled(tieOut)) return 'warning';
  if (run.cannot && run.cannot.length > 0) return 'warning';
  if (run.only !== null && counts.planned === 0) return 'warning';
  return counts.skipped > 0 || counts.notAttempted > 0 || counts.warnings > 0 ? 'warning' : waits;
}

/** A difference with a name that explains nothing is no green run. */
function isUnsettled(tieOut: TieOutView): boolean {
  return (
    tieOut.clientsUnexplainedCents !== 0 ||
    [...tieOut.named, ...(tieOut.offsets ?? [])].some(
      ({ cause }) => cause.id === 'cause.differs' || cause.id === 'cause.notSynced',
    )
  );
}

/** What this run neither held nor failed was mended by somebody: it needs nobody any more. */
async function closeSolved(
  db: LedgerDatabase,
  run: RunRecord,
  holds: readonly Hold[],
): Promise<void> {
  const held = new Set(holds.map((hold) => recordKey(hold.side, hold.type, hold.id)));
  for (const entry of await openEntries(db, run.pairId)) {
    if (entry.runId === run.id || held.has(entry.recordKey)) continue;
    await db.entries.update(entry.id, { superseded: true });
  }
}

/** Something that stops the whole company; then "nothing to do" would be a lie. */
function companyBlock(findings: readonly Finding[]): Phrase | null {
  return findings.find((f) => f.severity === 'block' && f.client === null)?.what ?? null;
}

function nothingToDo(run: RunRecord) {
  const { tieOut } = run;
  return tieOut && tieOut.tpsCents === tieOut.qboCents ? agreement(tieOut) : null;
}
