/** Every step of every write, stored before and after it happens. */
import type { Link, Linkable } from '../ledger/link';
import { unagreedDocuments } from '../ledger/unagreed';
import type { EntryStatus, RunCounts } from '../messages/views';
import type { EntryRecord, JournalRow, JournalState, LedgerDatabase } from '../store/database';
import { linkRow } from '../store/links';
import { mirrorRow } from '../store/mirror';
import type { Intent } from '../sync/intent';
import { withFields } from '../sync/plan-clients';
import { isLoan, isRemoval } from '../sync/removed';
import { recordKey } from '../sync/scene';
import { shownVerbOf } from '../sync/shown-type';
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
  const { type, number, clientName } = row.intent;
  const verb = shownVerbOf(row.intent);
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
  const tables = [db.journal, db.links, db.mirror, db.entries, db.runs, db.wishes];
  const link = await db.transaction('rw', tables, async () => {
    const stored = await db.journal.get(row.key);
    if (!stored || isFinal(stored.state)) return null;
    const warning = ending.status === 'warning';
    const { linkId } = row.intent;
    const linked = linkId === null ? undefined : await db.links.get(`${row.pairId}:${linkId}`);
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

/** The link and its base as both sides are now. */
async function remember(
  db: LedgerDatabase,
  row: JournalRow,
  result: Linkable | null,
): Promise<Link | null> {
  const { intent, pairId } = row;
  const { record, type, linkId } = intent;
  if (intent.verb === 'delete') {
    const linkKey = `${pairId}:${linkId}`;
    // A client that TPS deletes can be restored there: it stays the same client.
    if (intent.back) await db.links.update(linkKey, { base: intent.back });
    else if (linkId !== null) await db.links.delete(linkKey);
    await db.mirror.delete(mirrorRow(pairId, record).key);
    return null;
  }
  if (isRemoval(intent)) {
    if (linkId !== null) await db.links.delete(`${pairId}:${linkId}`);
    if (result) await db.mirror.put(mirrorRow(pairId, result));
    return null;
  }
  if (intent.back) return rememberBack(db, row, intent.back, result);
  // What a conversion made is nobody's twin yet.
  if (intent.original) {
    if (result) await db.mirror.put(mirrorRow(pairId, result));
    return null;
  }
  if (intent.act) return rememberAct(db, row, result);
  // Written anew in place of a twin that is gone.
  const isNew = intent.verb === 'create' || intent.verb === 'link';
  if (isNew && linkId !== null) await db.links.delete(`${pairId}:${linkId}`);
  const twin = result ?? intent.target;
  if (!twin) return null;
  const base = intent.carried
    ? await mergedBase(db, row, twin, intent.carried)
    : record.side === 'tps'
      ? baseOf(intent, record, twin)
      : baseOf(intent, twin, record);
  if (!base) return null;
  const { tps, qbo } = base;
  const byTag = intent.verb === 'link' && intent.why.id === 'why.marker';
  const link = linkRow(pairId, {
    ...{ type, tpsId: tps.id, qboId: qbo.id, base },
    ...(byTag ? { byTag } : {}),
  });
  await db.links.put(link);
  if (result) await db.mirror.put(mirrorRow(pairId, result));
  return link;
}

function baseOf({ unagreed }: Intent, tps: Linkable, qbo: Linkable): Link['base'] {
  return unagreed ? unagreedDocuments(tps, qbo) : { tps, qbo };
}

/** A wish that came true is gone, and both sides agree on the status as it is now. */
async function rememberAct(
  db: LedgerDatabase,
  { intent, pairId }: JournalRow,
  result: Linkable | null,
): Promise<Link | null> {
  if (!result) {
    await noteNoLink(db, pairId, intent);
    return null;
  }
  await db.mirror.put(mirrorRow(pairId, result));
  if (result.kind === 'client') {
    const key = `${pairId}:${result.side}:${result.id}`;
    const wish = (await db.wishes.get(key))?.wish.do;
    if (wish === 'activate' || wish === 'topLevel') await db.wishes.delete(key);
  }
  const link = await db.links.get(`${pairId}:${intent.linkId}`);
  if (!link) return null;
  const { record } = intent;
  const base = isLoan(intent)
    ? { tps: numberedAs(link.base.tps, result), qbo: numberedAs(link.base.qbo, result) }
    : {
        tps: withStatusOf(link.base.tps, result.side === 'tps' ? result : record, intent.act),
        qbo: withStatusOf(link.base.qbo, result.side === 'qbo' ? result : record, intent.act),
      };
  await db.links.put({ ...link, base });
  return link;
}

/** If the rest of a swap never comes, the other side still has its number to carry. */
function numberedAs(base: Linkable, now: Linkable): Linkable {
  return base.kind === 'invoice' && now.kind === 'invoice' ? { ...base, number: now.number } : base;
}

/** QBO had no address to pay this invoice online: it is not asked again for the same client's e-mail. */
async function noteNoLink(db: LedgerDatabase, pairId: string, intent: Intent): Promise<void> {
  const { record } = intent;
  if (intent.act !== 'paymentLink' || record.kind !== 'invoice') return;
  const link = await db.links.where('tpsKey').equals(`${pairId}:invoice:${record.id}`).first();
  const client = await db.mirror.get(`${pairId}:tps:client:${record.clientId}`);
  if (!link || client?.record.kind !== 'client') return;
  await db.links.update(link.key, { noPaymentLinkFor: client.record.email });
}

/** What was put back, and what both sides agreed on before the run that is undone. */
async function rememberBack(
  db: LedgerDatabase,
  { intent, pairId }: JournalRow,
  base: Link['base'],
  result: Linkable | null,
): Promise<Link | null> {
  if (intent.verb === 'create') return rememberAgain(db, intent, pairId, base, result);
  const link = await db.links.get(`${pairId}:${intent.linkId}`);
  if (!link || !result) return null;
  await db.mirror.put(mirrorRow(pairId, result));
  // What is only taken off for a moment is agreed as it is now; what is put back for good was
  // planned with its base, which a conflict differs from on both sides.
  const isForNow = intent.key.startsWith('detach:');
  const restored = { ...link, base: isForNow ? { ...base, [result.side]: result } : base };
  await db.links.put(restored);
  return restored;
}

/** What was entered anew in place of one that a run took away: its twin is the one it had. */
async function rememberAgain(
  db: LedgerDatabase,
  { type, linkId }: Intent,
  pairId: string,
  base: Link['base'],
  result: Linkable | null,
): Promise<Link | null> {
  if (!result) return null;
  if (linkId !== null) await db.links.delete(`${pairId}:${linkId}`);
  const both = { ...base, [result.side]: result };
  const link = linkRow(pairId, { type, tpsId: both.tps.id, qboId: both.qbo.id, base: both });
  await db.links.put(link);
  await db.mirror.put(mirrorRow(pairId, result));
  return link;
}

/** The base with what an act changed: status and place of a client, link or number of an invoice. */
function withStatusOf(base: Linkable, now: Linkable, act: Intent['act']): Linkable {
  if (base.kind === 'client' && now.kind === 'client' && base.side === now.side) {
    return { ...base, status: now.status, parentId: now.parentId };
  }
  if (base.kind === 'invoice' && now.kind === 'invoice' && base.side === now.side) {
    return act === 'freeNumber'
      ? { ...base, number: now.number }
      : { ...base, paymentLink: now.paymentLink };
  }
  return base;
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
