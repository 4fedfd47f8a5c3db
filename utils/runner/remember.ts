/** What is known after a write: the link, what both sides agree on now (its base), and the mirror. */
import type { Link, Linkable } from '../ledger/link';
import { unagreedDocuments } from '../ledger/unagreed';
import type { LedgerDatabase } from '../store/database';
import { linkRow } from '../store/links';
import { mirrorRow } from '../store/mirror';
import type { JournalRow } from '../store/rows';
import type { Intent } from '../sync/intent';
import { withFields } from '../sync/plan/plan-clients';
import { isLoan, isRemoval } from '../sync/plan/removed';

/** The link and its base as both sides are now. */
export async function remember(
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
