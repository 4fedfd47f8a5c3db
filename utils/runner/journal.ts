/** Every step of every write, stored before and after it happens. */
import type { Link, Linkable } from '../ledger/link';
import type { EntryStatus, RunCounts } from '../messages/views';
import type { EntryRecord, JournalRow, JournalState, LedgerDatabase } from '../store/database';
import { linkRow } from '../store/links';
import { mirrorRow } from '../store/mirror';
import type { Intent } from '../sync/intent';
import { withFields } from '../sync/plan-clients';
import { recordKey } from '../sync/scene';
import { type Phrase, phrase } from '../wording/phrase';
import type { RunnerDeps } from './deps';

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
  const { verb, type, number, clientName } = row.intent;
  await db.transaction('rw', db.journal, db.runs, async () => {
    await db.journal.update(row.key, { state: 'pending', attempts: row.attempts + 1, at });
    await db.runs.update(row.runId, {
      current: phrase('run.writing', { verb, type, number, client: clientName }),
    });
  });
}

export async function markSent(db: LedgerDatabase, row: JournalRow, at: string): Promise<void> {
  await db.journal.update(row.key, { state: 'sent', at });
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
  const tables = [db.journal, db.links, db.mirror, db.entries, db.runs];
  const link = await db.transaction('rw', tables, async () => {
    const stored = await db.journal.get(row.key);
    if (!stored || isFinal(stored.state)) return null;
    const warning = ending.status === 'warning';
    await db.journal.update(row.key, {
      state: ending.state,
      message: ending.message,
      warning,
      technical: ending.technical,
      at,
    });
    const made = ending.state === 'done' ? await remember(db, row, ending.result) : null;
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

/** The link and its base as both sides are now. */
async function remember(
  db: LedgerDatabase,
  row: JournalRow,
  result: Linkable | null,
): Promise<Link | null> {
  const { intent, pairId } = row;
  const { record, type, linkId } = intent;
  if (intent.verb === 'delete') {
    if (linkId !== null) await db.links.delete(`${pairId}:${linkId}`);
    await db.mirror.delete(mirrorRow(pairId, record).key);
    return null;
  }
  const twin = result ?? intent.target;
  if (!twin) return null;
  const base = intent.carried
    ? await mergedBase(db, row, twin, intent.carried)
    : record.side === 'tps'
      ? { tps: record, qbo: twin }
      : { tps: twin, qbo: record };
  if (!base) return null;
  const { tps, qbo } = base;
  const link = linkRow(pairId, { type, tpsId: tps.id, qboId: qbo.id, base });
  await db.links.put(link);
  if (result) await db.mirror.put(mirrorRow(pairId, result));
  return link;
}

/**
 * Of a client only the carried fields are agreed now; another field that changed meanwhile, on
 * either side, is still to be seen by the next comparison.
 */
async function mergedBase(
  db: LedgerDatabase,
  { intent, pairId }: JournalRow,
  result: Linkable,
  { fields, source }: NonNullable<Intent['carried']>,
): Promise<Link['base'] | null> {
  const link = await db.links.get(`${pairId}:${intent.linkId}`);
  if (!link || result.kind !== 'client') return null;
  const { tps, qbo } = link.base;
  if (tps.kind !== 'client' || qbo.kind !== 'client') return null;
  const [onTps, onQbo] = intent.to === 'qbo' ? [source, result] : [result, source];
  return { tps: withFields(tps, onTps, fields), qbo: withFields(qbo, onQbo, fields) };
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
  await db.entries
    .where('[pairId+recordKey]')
    .equals([row.pairId, key])
    .modify({ superseded: true });
  const entry: EntryRecord = {
    id,
    runId: row.runId,
    pairId: row.pairId,
    status: ending.status,
    to: intent.to,
    verb: intent.verb,
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
    superseded: false,
  };
  await db.entries.add(entry);
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
