/** Every step of every write, stored before and after it happens. */
import type { Link, Linkable } from '../ledger/link';
import { recordKey, rowKey } from '../ledger/record-key';
import type { Seat, Together } from '../platform/meeting';
import type { LedgerDatabase } from '../store/database';
import { noteUnsettled } from '../store/payments-before';
import type { EntryRecord, JournalRow, JournalState } from '../store/rows';
import type { EntryStatus, RunCounts } from '../sync/run-terms';
import { shownVerbOf } from '../sync/shown-type';
import { type Phrase, phrase } from '../wording/phrase';
import { countRequests } from './count-requests';
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

/** One step of the plan with how it ended. */
export interface Ended {
  readonly row: JournalRow;
  readonly ending: Ending;
}

/** The journal as one of several steps sees it that are done side by side: a slice of the plan. */
export interface SliceJournal {
  /** Just before a write leaves. */
  sent(row: JournalRow): Promise<void>;
  /** Gives the link that came of it, if any. */
  conclude(row: JournalRow, ending: Ending): Promise<Link | null>;
}

/** For each step of a slice its own; what they note at the same time is one transaction. */
export function journalOfSlice(deps: RunnerDeps): (seat: Seat) => SliceJournal {
  const sent: Together<JournalRow, void> = async (rows) => {
    await markSent(deps.db, rows, deps.now().toISOString());
    return rows.map(() => ({ status: 'fulfilled', value: undefined }));
  };
  const concluded: Together<Ended, Link | null> = async (all) => {
    const links = await conclude(deps, all);
    return links.map((value) => ({ status: 'fulfilled', value }));
  };
  return (seat) => ({
    sent: (row) => seat.together(sent, row),
    conclude: (row, ending) => seat.together(concluded, { row, ending }),
  });
}

/** Invariant 3: no write leaves that does not stand in the journal as sent. */
async function markSent(
  db: LedgerDatabase,
  rows: readonly JournalRow[],
  at: string,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { type, number, clientName } = first.intent;
  const verb = shownVerbOf(first.intent);
  await db.transaction('rw', db.journal, db.runs, async () => {
    for (const row of rows) {
      const stored = await db.journal.get(row.key);
      await db.journal.update(row.key, {
        state: 'sent',
        attempts: (stored ?? row).attempts + 1,
        at,
      });
    }
    await db.runs.update(first.runId, {
      current: phrase('run.writing', { verb, type, number, client: clientName }),
    });
  });
  const stored = await db.journal.bulkGet(rows.map(({ key }) => key));
  rows.forEach(({ key }, at) => {
    if (stored[at]?.state !== 'sent') throw new Error(`invariant 3: ${key} is not journaled`);
  });
}

/**
 * Journal, links with their new bases, mirror, history, counts and requests: all in one transaction.
 * Gives the link that came of each, if any.
 */
async function conclude(deps: RunnerDeps, all: readonly Ended[]): Promise<(Link | null)[]> {
  const { db } = deps;
  const tables = [db.journal, db.links, db.mirror, db.entries, db.runs, db.wishes, db.pairs];
  const links = await db.transaction('rw', tables, async () => {
    const made: (Link | null)[] = [];
    for (const one of all) made.push(await concludeOne(deps, one));
    for (const runId of new Set(all.map(({ row }) => row.runId))) await countRequests(deps, runId);
    return made;
  });
  deps.onChange();
  return links;
}

async function concludeOne(deps: RunnerDeps, { row, ending }: Ended): Promise<Link | null> {
  const { db } = deps;
  const at = deps.now().toISOString();
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
  if (ending.state === 'done') await noteUnsettled(db, row.pairId, row.intent);
  const made = ending.state === 'done' ? await remember(db, row, ending.result) : null;
  // Deleted instead, if a person wants that: the next plan shows it.
  const stays = row.intent.why.id === 'why.numberFreed' && ending.status === 'failed';
  if (stays && linked) await db.links.update(linked.key, { numberStays: true });
  await addEntry(db, row, ending, at, deps.newId());
  await count(db, row, ending.state, warning);
  return made;
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
