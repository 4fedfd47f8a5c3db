import { cents } from '../ledger/cents';
import { splitId } from '../ledger/document-id';
import { plainDate } from '../ledger/plain-date';
import { recordNamed } from '../ledger/record-key';
import type { EntryRecord, JournalRow, RunRecord } from '../store/rows';
import { shownTypeOf, shownVerbOf } from '../sync/shown-type';
import { type Phrase, phrase } from '../wording/phrase';
import type { EntryRow, PlanRow, PlanView, RunRow, RunView } from './views';

export function runRow(run: RunRecord): RunRow {
  return {
    id: run.id,
    description: run.description,
    status: run.status,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    counts: run.counts,
    doneCents: cents(run.doneCents),
    tieOut: run.tieOut,
    undoOf: run.undoOf ?? null,
    cannotCount: run.cannot?.length ?? 0,
    undoneAt: run.undone?.at ?? null,
  };
}

/** A run as the screens show it, with its plan in numbers. */
export function runView(run: RunRecord, now: Date): RunView {
  const finished = run.counts.done + run.counts.failed + run.counts.skipped;
  const pace = paceOf(run, finished, now);
  return {
    ...runRow(run),
    stage: run.stage,
    turn: run.turn ?? 0,
    plannedCents: cents(run.plannedCents),
    current: currentOf(run),
    read: run.read,
    ...pace,
    reason: run.reason,
    waitingUntil: run.waitingUntil,
    triesAgainAt: isRetried(run) ? (run.retryAt ?? null) : null,
    plan: run.planHash === null ? null : planView(run),
  };
}

function isRetried({ pausedBy }: RunRecord): boolean {
  return pausedBy === 'network' || pausedBy === 'browser';
}

const PACE_AFTER = 3;

function paceOf(run: RunRecord, finished: number, now: Date) {
  const none = { secondsLeft: null, perMinute: null };
  if (run.status !== 'applying' || run.applyStartedAt === null || finished < PACE_AFTER)
    return none;
  const minutes = (now.getTime() - Date.parse(run.applyStartedAt)) / 60_000;
  if (minutes <= 0) return none;
  const perMinute = Math.round(finished / minutes);
  if (perMinute === 0) return none;
  return { perMinute, secondsLeft: Math.round((run.counts.notAttempted / perMinute) * 60) };
}

function isWriting(stage: RunRecord['stage']): boolean {
  return stage === 'apply' || stage === 'links';
}

function currentOf(run: RunRecord): Phrase | null {
  if (run.status !== 'working' && run.status !== 'applying') return null;
  if (run.stage === 'pull') return phrase('run.reading');
  if (run.stage === 'verify') return phrase('run.verifying');
  return isWriting(run.stage) ? run.current : phrase('run.planning');
}

function planView(run: RunRecord): PlanView {
  return {
    hash: run.planHash ?? '',
    changes: run.status === 'preview' ? run.counts.notAttempted : run.counts.planned,
    amountCents: cents(run.groups.reduce((sum, group) => sum + group.amountCents, 0)),
    groups: run.groups,
    before: bothCents(run.before),
    after: bothCents(run.after),
    brakes: run.brakes,
    setAside: run.setAside ? phrase('plan.setAside', { ...run.setAside }) : null,
    rebuilt: run.rebuilt ? phrase('plan.rebuilt', { ...run.rebuilt }) : null,
  };
}

function bothCents(both: { tpsCents: number; qboCents: number }) {
  return { tpsCents: cents(both.tpsCents), qboCents: cents(both.qboCents) };
}

export function planRow({ intent }: JournalRow): PlanRow {
  const { key, to, number, clientName, date, amountCents, why } = intent;
  const verb = shownVerbOf(intent);
  const type = shownTypeOf(intent);
  return { key, to, verb, type, number, clientName, date, amountCents, why };
}

/** A history line with what a person may do about it. */
export function entryRow(
  entry: EntryRecord,
  ignored: { reason: string; at: string; effectCents: number } | undefined,
  standing: EntryRow['standing'],
): EntryRow {
  const unsolved = !entry.superseded && !isGood(entry.status);
  return {
    id: entry.id,
    runId: entry.runId,
    status: entry.status,
    to: entry.to,
    verb: entry.verb,
    type: entry.type === 'client' ? entry.type : typeOfKey(entry),
    number: entry.number,
    clientName: entry.clientName,
    date: entry.date === null ? null : plainDate(entry.date),
    amountCents: cents(entry.amountCents),
    message: entry.message,
    technical: entry.technical,
    at: entry.at,
    ignored: ignored ? { ...ignored, effectCents: cents(ignored.effectCents) } : null,
    canRetry: unsolved && !ignored,
    canIgnore: unsolved && !ignored && entry.type !== 'client',
    standing,
    effectCents: cents(entry.effectCents),
  };
}

/** An adjustment is told from an invoice or a payment by its id. */
function typeOfKey({ recordKey, type, verb }: EntryRecord): EntryRow['type'] {
  const { list } = splitId(recordNamed(recordKey)?.id ?? '');
  if (list === 'credit' && verb === 'delete') return 'foreign';
  return list === 'plain' ? type : 'adjustment';
}

function isGood(status: EntryRecord['status']): boolean {
  return status === 'successful' || status === 'warning';
}
