import { type Link, LinkIndex, linkId } from '../ledger/link';
import { endKey, rowKey } from '../ledger/record-key';
import type { LedgerDatabase } from './database';
import type { LinkRow } from './rows';

/** A link as stored: unique by either end, so a second twin is refused by the database itself. */
export function linkRow(pairId: string, link: Omit<Link, 'id'>): LinkRow {
  const id = linkId(link.type, link.tpsId, link.qboId);
  return {
    ...link,
    id,
    key: rowKey(pairId, id),
    pairId,
    tpsKey: endKey(pairId, link.type, link.tpsId),
    qboKey: endKey(pairId, link.type, link.qboId),
  };
}

export async function linksOf(db: LedgerDatabase, pairId: string): Promise<LinkIndex> {
  return new LinkIndex(await db.links.where('pairId').equals(pairId).toArray());
}
