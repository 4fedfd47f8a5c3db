/** Every step of every write, stored before and after it happens. */
import type { Link, Linkable } from '../ledger/link';
import { recordKey, rowKey } from '../ledger/record-key';
import type { Seat, Together } from '../platform/meeting';
import type { LedgerDatabase } from '../store/database';
import { noteUnsettled } from '../store/payments-before';
import type { EntryRecord, JournalRow, JournalState } from '../store/rows';
import type { Intent } from '../sync/intent';
import type { EntryStatus, RunCounts } from '../sync/run-terms';
import { shownVerbOf } from '../sync/shown-type';
import { type Phrase, phrase } from '../wording/phrase';
import { countRequests } from './count-requests';
import type { RunnerDeps } from './deps';
import { rememberAll } from './remember';

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
  const keys = rows.map(({ key }) => key);
  await db.transaction('rw', db.journal, db.runs, async () => {
    const before = await db.journal.bulkGet(keys);
    await db.journal.bulkPut(
      before.flatMap((row) =>
        row ? [{ ...row, state: 'sent', attempts: row.attempts + 1, at }] : [],
      ),
    );
    await db.runs.update(first.runId, {
      current: phrase('run.writing', { verb, type, number, client: clientName }),
    });
  });
  const stored = await db.journal.bulkGet(keys);
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
  const made = await db.transaction('rw', tables, async () => {
    const at = deps.now().toISOString();
    const open = await stillOpen(db, all);
    await noteEndings(db, open, at);
    const done = open.filter(({ ending }) => ending.state === 'done');
    const [first] = done;
    const intents = done.map(({ row }) => row.intent);
    if (first) await noteUnsettled(db, first.row.pairId, intents);
    const links = await rememberAll(
      db,
      done.map(({ row, ending }) => ({ row, result: ending.result })),
    );
    await addEntries(deps, open, at);
    await count(db, open);
    for (const runId of new Set(all.map(({ row }) => row.runId))) await countRequests(deps, runId);
    return links;
  });
  deps.onChange();
  return all.map(({ row }) => made.get(row.key) ?? null);
}

/** What is journaled of a step by now, and what became of it. */
interface Concluded extends Ended {
  readonly stored: JournalRow;
}

/** Those that nothing was concluded of before. */
async function stillOpen(db: LedgerDatabase, all: readonly Ended[]): Promise<Concluded[]> {
  const rows = await db.journal.bulkGet(all.map(({ row }) => row.key));
  return all.flatMap((one, at) => {
    const stored = rows[at];
    return stored && !isFinal(stored.state) ? [{ ...one, stored }] : [];
  });
}

/** The steps with their endings, and what both sides had agreed on before. */
async function noteEndings(db: LedgerDatabase, open: readonly Concluded[], at: string) {
  const linkKeys = open.map(({ row }) => rowKey(row.pairId, row.intent.linkId ?? ''));
  const linked = await db.links.bulkGet(linkKeys);
  await db.journal.bulkPut(
    open.map(({ stored, ending }, index) => ({
      ...stored,
      state: ending.state,
      message: ending.message,
      warning: ending.status === 'warning',
      technical: ending.technical,
      at,
      result: ending.result,
      baseBefore: linked[index]?.base ?? null,
    })),
  );
  // Deleted instead, if a person wants that: the next plan shows it.
  const stays = open.flatMap(({ row, ending }, index) => {
    const link = linked[index];
    const isKept = row.intent.why.id === 'why.numberFreed' && ending.status === 'failed';
    return isKept && link ? [link] : [];
  });
  for (const { key } of stays) await db.links.update(key, { numberStays: true });
}

export function isFinal(state: JournalState): boolean {
  return state === 'done' || state === 'failed' || state === 'skipped' || state === 'notAttempted';
}

/** A line of history for each; what was said before of the same documents is not the last word now. */
async function addEntries(
  { db, newId }: RunnerDeps,
  open: readonly Concluded[],
  at: string,
): Promise<void> {
  const told = open.map((one) => ({ ...one, ...keysOf(one.row.intent) }));
  const keys = told.flatMap(({ row, own, other }) =>
    [own, other].flatMap((key) => (key === null ? [] : [[row.pairId, key]])),
  );
  const before = new Map<string, EntryRecord[]>();
  const found = db.entries.where('[pairId+recordKey]').anyOf(keys);
  for (const entry of await found.filter(({ superseded }) => !superseded).toArray()) {
    before.set(entry.recordKey, [...(before.get(entry.recordKey) ?? []), entry]);
  }
  const added: EntryRecord[] = [];
  const over = new Set<EntryRecord>();
  for (const { row, ending, own, other } of told) {
    const standing = (before.get(own) ?? []).filter((entry) => !over.has(entry));
    // What was left out because an earlier step about the same record failed: that one says why.
    const superseded =
      ending.status === 'skipped' && standing.some((e) => e.runId === row.runId && isBad(e));
    if (!superseded) {
      for (const entry of standing) over.add(entry);
      // What was said about the other end is settled with it: a conflict is told of one end alone.
      const settled = other !== null && ending.state === 'done' ? before.get(other) : undefined;
      for (const entry of settled ?? []) over.add(entry);
    }
    const entry = { ...entryOf(row, ending, at), id: newId(), superseded };
    added.push(entry);
    if (!superseded) before.set(own, [...(before.get(own) ?? []), entry]);
  }
  await db.entries.bulkPut([
    ...added.map((entry) => (over.has(entry) ? { ...entry, superseded: true } : entry)),
    ...[...over]
      .filter((entry) => !added.includes(entry))
      .map((entry) => ({ ...entry, superseded: true })),
  ]);
}

function keysOf({ record, target }: Intent): { own: string; other: string | null } {
  return {
    own: recordKey(record.side, record.kind, record.id),
    other: target && recordKey(target.side, target.kind, target.id),
  };
}

function entryOf(
  { intent, runId, pairId }: JournalRow,
  ending: Ending,
  at: string,
): Omit<EntryRecord, 'id' | 'superseded'> {
  const { record } = intent;
  return {
    runId,
    pairId,
    status: ending.status,
    to: intent.to,
    verb: shownVerbOf(intent),
    type: intent.type,
    recordKey: keysOf(intent).own,
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
  };
}

function isBad({ status }: EntryRecord): boolean {
  return status === 'failed' || status === 'conflict';
}

async function count(db: LedgerDatabase, open: readonly Concluded[]): Promise<void> {
  for (const runId of new Set(open.map(({ row }) => row.runId))) {
    await db.runs
      .where('id')
      .equals(runId)
      .modify((run) => {
        const counts: RunCounts = run.counts;
        for (const { row, ending } of open) {
          if (row.runId !== runId) continue;
          counts.notAttempted -= 1;
          counts[ending.state] += 1;
          if (ending.status === 'warning') counts.warnings += 1;
          if (ending.state === 'done') run.doneCents += Math.abs(row.intent.amountCents);
        }
      });
  }
}
