/** What is known after a write: the link, what both sides agree on now (its base), and the mirror. */

import type { Link, Linkable } from '../ledger/link';
import { endKey, recordKey, rowKey, sideKey } from '../ledger/record-key';
import { unagreedDocuments } from '../ledger/unagreed';
import type { LedgerDatabase } from '../store/database';
import { linkRow } from '../store/links';
import { mirrorRow } from '../store/mirror';
import type { JournalRow, LinkRow } from '../store/rows';
import type {
  ActIntent,
  CreateIntent,
  DeleteIntent,
  Intent,
  LinkIntent,
  ReenterIntent,
  RenumberIntent,
  UpdateIntent,
  VoidIntent,
} from '../sync/intent';
import { withFields } from '../sync/plan/plan-clients';
import { isLoan, isRemoval } from '../sync/plan/removed';

/** What was done, and what the other system has after it. */
interface Done {
  readonly row: JournalRow;
  readonly result: Linkable | null;
}

/** By the key of its row, the link that came of each, with its base as both sides are now. */
export async function rememberAll(
  db: LedgerDatabase,
  all: readonly Done[],
): Promise<ReadonlyMap<string, Link | null>> {
  const made = new Map<string, Link | null>();
  const plain: LinkRow[] = [];
  for (const { row, result } of all) {
    const { intent } = row;
    // The many that only say that two are one are stored together.
    if (intent.does === 'link' && intent.linkId === null && !result) {
      const { record, target } = intent;
      const [tps, qbo] = record.side === 'tps' ? [record, target] : [target, record];
      const link = newLink(row, baseOf(intent, tps, qbo));
      plain.push(link);
      made.set(row.key, link);
    } else made.set(row.key, await remember(db, row, result));
  }
  await db.links.bulkPut(plain);
  return made;
}

async function remember(
  db: LedgerDatabase,
  row: JournalRow,
  result: Linkable | null,
): Promise<Link | null> {
  const { intent, pairId } = row;
  switch (intent.does) {
    case 'create':
    case 'link':
    case 'update':
      return rememberTwins(db, row, intent, result);
    case 'void':
      return isRemoval(intent)
        ? rememberRemoved(db, row, result)
        : rememberTwins(db, row, intent, result);
    case 'delete':
      return rememberDeleted(db, pairId, intent);
    case 'renumber':
      return rememberAct(db, row, intent, result);
    case 'act':
      return intent.back
        ? rememberBack(db, row, intent.back, result)
        : rememberAct(db, row, intent, result);
    case 'detach':
      // What is only taken off for a moment is agreed as it is now.
      return rememberBack(db, row, result ? withEnd(intent.back, result) : intent.back, result);
    case 'restore':
      return rememberBack(db, row, intent.back, result);
    case 'reenter':
      return rememberAgain(db, intent, pairId, result);
    case 'replace':
      // What a conversion made is nobody's twin yet.
      if (intent.part === 'original') await db.mirror.delete(mirrorRow(pairId, intent.record).key);
      else if (result) await db.mirror.put(mirrorRow(pairId, result));
      return null;
  }
}

/** What was deleted has no twin; a client that TPS deletes can be restored there, and stays the same. */
async function rememberDeleted(
  db: LedgerDatabase,
  pairId: string,
  { back, linkId, record }: DeleteIntent,
): Promise<null> {
  const linkKey = rowKey(pairId, linkId ?? '');
  if (back) await db.links.update(linkKey, { base: back });
  else if (linkId !== null) await db.links.delete(linkKey);
  await db.mirror.delete(mirrorRow(pairId, record).key);
  return null;
}

/** What was voided for good has no twin any more. */
async function rememberRemoved(
  db: LedgerDatabase,
  { intent: { linkId }, pairId }: JournalRow,
  result: Linkable | null,
): Promise<null> {
  if (linkId !== null) await db.links.delete(rowKey(pairId, linkId ?? ''));
  if (result) await db.mirror.put(mirrorRow(pairId, result));
  return null;
}

async function rememberTwins(
  db: LedgerDatabase,
  row: JournalRow,
  intent: CreateIntent | LinkIntent | UpdateIntent | VoidIntent,
  result: Linkable | null,
): Promise<Link | null> {
  const { pairId } = row;
  const { record, linkId } = intent;
  // Written anew in place of a twin that is gone.
  const isAnew = intent.does === 'create' || intent.does === 'link';
  if (isAnew && linkId !== null) await db.links.delete(rowKey(pairId, linkId ?? ''));
  const twin = result ?? intent.target;
  if (!twin) return null;
  const base =
    intent.does === 'update' && intent.carried
      ? await mergedBase(db, row, twin, intent.carried)
      : record.side === 'tps'
        ? baseOf(intent, record, twin)
        : baseOf(intent, twin, record);
  if (!base) return null;
  const link = newLink(row, base);
  await db.links.put(link);
  if (result) await db.mirror.put(mirrorRow(pairId, result));
  return link;
}

function newLink({ intent, pairId }: JournalRow, base: Link['base']): LinkRow {
  const byTag = intent.does === 'link' && intent.why.id === 'why.marker';
  return linkRow(pairId, { type: intent.type, base, ...(byTag ? { byTag } : {}) });
}

function baseOf(intent: Intent, tps: Linkable, qbo: Linkable): Link['base'] {
  const isUnagreed = intent.does === 'link' && intent.unagreed;
  return isUnagreed ? unagreedDocuments(tps, qbo) : { tps, qbo };
}

/** Both ends, the one of this record's side as it is now. */
function withEnd(base: Link['base'], now: Linkable): Link['base'] {
  return { ...base, [now.side]: now };
}

/** A wish that came true is gone, and both sides agree on the status as it is now. */
async function rememberAct(
  db: LedgerDatabase,
  { pairId }: JournalRow,
  intent: ActIntent | RenumberIntent,
  result: Linkable | null,
): Promise<Link | null> {
  if (!result) {
    await noteNoLink(db, pairId, intent);
    return null;
  }
  await db.mirror.put(mirrorRow(pairId, result));
  if (result.kind === 'client') {
    const key = rowKey(pairId, sideKey(result.side, result.id));
    const wish = (await db.wishes.get(key))?.wish.do;
    if (wish === 'activate' || wish === 'topLevel') await db.wishes.delete(key);
  }
  const link = await db.links.get(rowKey(pairId, intent.linkId ?? ''));
  if (!link) return null;
  const { record } = intent;
  const base = isLoan(intent)
    ? { tps: numberedAs(link.base.tps, result), qbo: numberedAs(link.base.qbo, result) }
    : {
        tps: withStatusOf(link.base.tps, result.side === 'tps' ? result : record, intent.does),
        qbo: withStatusOf(link.base.qbo, result.side === 'qbo' ? result : record, intent.does),
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
  const isAsked = intent.does === 'act' && intent.act === 'paymentLink';
  if (!isAsked || record.kind !== 'invoice') return;
  const link = await db.links
    .where('tpsKey')
    .equals(endKey(pairId, 'invoice', record.id))
    .first();
  const client = await db.mirror.get(rowKey(pairId, recordKey('tps', 'client', record.clientId)));
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
  const link = await db.links.get(rowKey(pairId, intent.linkId ?? ''));
  if (!link || !result) return null;
  await db.mirror.put(mirrorRow(pairId, result));
  // Planned with its base, which a conflict differs from on both sides.
  const restored = { ...link, base };
  await db.links.put(restored);
  return restored;
}

/** What was entered anew in place of one that a run took away: its twin is the one it had. */
async function rememberAgain(
  db: LedgerDatabase,
  { type, linkId, back }: ReenterIntent,
  pairId: string,
  result: Linkable | null,
): Promise<Link | null> {
  if (!result) return null;
  if (linkId !== null) await db.links.delete(rowKey(pairId, linkId ?? ''));
  const both = withEnd(back, result);
  const link = linkRow(pairId, { type, base: both });
  await db.links.put(link);
  await db.mirror.put(mirrorRow(pairId, result));
  return link;
}

/** The base with what an act changed: status and place of a client, link or number of an invoice. */
function withStatusOf(base: Linkable, now: Linkable, does: Intent['does']): Linkable {
  if (base.kind === 'client' && now.kind === 'client' && base.side === now.side) {
    return { ...base, status: now.status, parentId: now.parentId };
  }
  if (base.kind === 'invoice' && now.kind === 'invoice' && base.side === now.side) {
    return does === 'renumber'
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
  { fields, source }: NonNullable<UpdateIntent['carried']>,
): Promise<Link['base'] | null> {
  const link = await db.links.get(rowKey(pairId, intent.linkId ?? ''));
  if (!link || result.kind !== 'client') return null;
  const { tps, qbo } = link.base;
  if (tps.kind !== 'client' || qbo.kind !== 'client') return null;
  const [onTps, onQbo] = intent.to === 'qbo' ? [source, result] : [result, source];
  return { tps: withFields(tps, onTps, fields), qbo: withFields(qbo, onQbo, fields) };
}
