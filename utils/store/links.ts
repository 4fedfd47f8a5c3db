import { type Link, LinkIndex, linkOf } from '../ledger/link';
import { endKey, rowKey } from '../ledger/record-key';
import type { LedgerDatabase } from './database';
import type { LinkRow } from './rows';

/** A link as stored: unique by either end, so a second twin is refused by the database itself. */
export function linkRow(pairId: string, link: Omit<Link, 'id' | 'tpsId' | 'qboId'>): LinkRow {
  const made = linkOf(link);
  const { id, type, tpsId, qboId } = made;
  return {
    ...made,
    key: rowKey(pairId, id),
    pairId,
    tpsKey: endKey(pairId, type, tpsId),
    qboKey: endKey(pairId, type, qboId),
  };
}

/** All links, in an index of the caller's own. */
export async function linksOf(db: LedgerDatabase, pairId: string): Promise<LinkIndex> {
  if (db.isInTransaction) {
    return new LinkIndex(await db.links.where('pairId').equals(pairId).toArray());
  }
  return new LinkIndex((await db.memory.links(pairId)).values());
}
