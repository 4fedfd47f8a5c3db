/** Every step of every write, stored before and after it happens. */
import type { Link, Linkable } from '../ledger/link';
import { recordKey, rowKey } from '../ledger/record-key';
import type { LedgerDatabase } from '../store/database';
import type { EntryRecord, JournalRow, JournalState } from '../store/rows';
import type { EntryStatus, RunCounts } from '../sync/run-terms';
import { shownVerbOf } from '../sync/shown-type';
import { type Phrase, phrase } from '../wording/phrase';
import type { RunnerDeps } from './deps';
import { remember } from './remember';

/** How an intent ended. */
export interface Ending {
  readonly state: Extract<JournalState, 'done' | 'failed' | 'skipped'>;
  readonly status: EntryStatus;
  readonly message: Phrase;
  readonly technical: string | null;
  /** The other side's record after the write; null after a delete or when nothing was written. */
  readonly result: Linkable | null;
}

export async function markPending(db: LedgerDatabase, row: JournalRow, at: string): Promise<void> {
  const { type, number, clientName } = row.intent;
  const verb = shownVerbOf(row.intent);
  await db.transaction('rw', db.journal, db.runs, async () => {
    await db.journal.update(row.key, { state: 'pending', attempts: row.attempts + 1, at });
    await db.runs.update(row.runId, {
      current: phrase('run.writing', { verb, type, number, client: clientName }),
    });
  });
}

/** Just before a write leaves. Invariant 3: none does that does not stand in the journal as sent. */
export async function markSent(db: LedgerDatabase, row: JournalRow, at: string): Promise<void> {
  await db.journal.update(row.key, { state: 'sent', at });
  const stored = await db.journal.get(row.key);
  if (stored?.state !== 'sent') throw new Error(`invariant 3: ${row.key} is not journaled`);
}

/**
 * Journal, link with its new base, mirror, history and counts: all in one transaction. Gives the
 * link that came of it, if any.
 */
export async function conclude(
  deps: RunnerDeps,
  row: JournalRow,
  ending: Ending,
): Promise<Link | null> {
  const { db } = deps;
  const at = deps.now().toISOString();
  const tables = [db.journal, db.links, db.mirror, db.entries, db.runs, db.wishes];
  const link = await db.transaction('rw', tables, async () => {
    const stored = await db.journal.get(row.key);
    if (!stored || isFinal(stored.state)) return null;
    const warning = ending.status === 'warning';
    const { linkId } = row.intent;
    const linked = linkId === null ? undefined : await db.links.get(rowKey(row.pairId, linkId));
    await db.journal.update(row.key, {
      state: ending.state,
      message: ending.message,
      warning,
      technical: ending.technical,
      at,
      result: ending.result,
      baseBefore: linked?.base ?? null,
    });
    const made = ending.state === 'done' ? await remember(db, row, ending.result) : null;
    // Deleted instead, if a person wants that: the next plan shows it.
    const stays = row.intent.why.id === 'why.numberFreed' && ending.status === 'failed';
    if (stays && linked) await db.links.update(linked.key, { numberStays: true });
    await addEntry(db, row, ending, at, deps.newId());
    await count(db, row, ending.state, warning);
    return made;
  });
  deps.onChange();
  return link;
}

export function isFinal(state: JournalState): boolean {
  return state === 'done' || state === 'failed' || state === 'skipped' || state === 'notAttempted';
}

async function addEntry(
  db: LedgerDatabase,
  row: JournalRow,
  ending: Ending,
  at: string,
  id: string,
): Promise<void> {
  const { intent } = row;
  const { record } = intent;
  const key = recordKey(record.side, record.kind, record.id);
  const same = db.entries.where('[pairId+recordKey]').equals([row.pairId, key]);
  // What was left out because an earlier step about the same record failed: that one says why.
  const superseded =
    ending.status === 'skipped' &&
    (await same.filter((e) => e.runId === row.runId && !e.superseded && isBad(e)).count()) > 0;
  if (!superseded) {
    await same.modify({ superseded: true });
    // What was said about the other end is settled with it: a conflict is told of one end alone.
    const { target } = intent;
    const there = target && recordKey(target.side, target.kind, target.id);
    if (there && ending.state === 'done') {
      await db.entries
        .where('[pairId+recordKey]')
        .equals([row.pairId, there])
        .modify({ superseded: true });
    }
  }
  const entry: EntryRecord = {
    id,
    runId: row.runId,
    pairId: row.pairId,
    status: ending.status,
    to: intent.to,
    verb: shownVerbOf(intent),
    type: intent.type,
    recordKey: key,
    clientSide: record.side,
    clientId: record.kind === 'client' ? record.id : record.clientId,
    number: intent.number,
    clientName: intent.clientName,
    date: intent.date,
    amountCents: intent.amountCents,
    effectCents: intent.to === 'qbo' ? intent.effectCents : -intent.effectCents,
    message: ending.message,
    technical: ending.technical,
    at,
    superseded,
  };
  await db.entries.add(entry);
}

function isBad({ status }: EntryRecord): boolean {
  return status === 'failed' || status === 'conflict';
}

async function count(
  db: LedgerDatabase,
  row: JournalRow,
  state: Ending['state'],
  warning: boolean,
): Promise<void> {
  const amount = Math.abs(row.intent.amountCents);
  await db.runs
    .where('id')
    .equals(row.runId)
    .modify((run) => {
      const counts: RunCounts = run.counts;
      counts.notAttempted -= 1;
      counts[state] += 1;
      if (warning) counts.warnings += 1;
      if (state === 'done') run.doneCents += amount;
    });
}
