/** A person says that two linked documents are not the same, and may take that back. */
import { endKey, endsOf, recordNamed, rowKey } from '../ledger/record-key';
import type { RequestOf } from '../messages/requests';
import type { LedgerDatabase } from '../store/database';
import { linksOf } from '../store/links';
import type { EntryRecord, LinkRow } from '../store/rows';
import { pairKey, seenText } from '../sync/scene';
import { phrase } from '../wording/phrase';
import type { Desk } from './desk';
import { DeskRefusal } from './refusal';

/** How the document of an entry stands to its twin; null where neither can be said of it. */
export type Standing = 'linked' | 'apart' | null;

export async function standings(
  db: LedgerDatabase,
  pairId: string,
): Promise<(entry: Pick<EntryRecord, 'type' | 'recordKey'>) => Standing> {
  const links = await linksOf(db, pairId);
  const rulings = await db.rulings.where('pairId').equals(pairId).toArray();
  const apart = new Set(
    rulings.flatMap((ruling) => (ruling.lasting ? endsOf(ruling.recordKey) : [])),
  );
  return ({ type, recordKey: key }) => {
    if (type === 'client') return null;
    const named = recordNamed(key);
    if (named && links.find(named.side, type, named.id)) return 'linked';
    return apart.has(key) ? 'apart' : null;
  };
}

/** Nothing is written by it: the next sync carries each as a document of its own. */
export async function takeApart(desk: Desk, { entryId }: RequestOf<'link.apart'>): Promise<null> {
  const { db } = desk;
  await mustBeAtRest(db);
  const entry = await mustEntry(db, entryId);
  const link = entry.type === 'client' ? undefined : await linkOf(db, entry);
  if (!link) throw new DeskRefusal(phrase('request.gone'));
  const { base, pairId } = link;
  const about = pairKey(base.tps, base.qbo);
  await db.transaction('rw', db.links, db.rulings, async () => {
    await db.links.delete(link.key);
    await db.rulings.put({
      key: rowKey(pairId, about),
      pairId,
      recordKey: about,
      do: 'apart',
      seen: seenText(base.tps, base.qbo),
      lasting: link,
      at: desk.now().toISOString(),
    });
  });
  desk.onChange();
  return null;
}

/** The link as it was, unless one of the two has found another twin since. */
export async function joinAgain(desk: Desk, { entryId }: RequestOf<'link.join'>): Promise<null> {
  const { db } = desk;
  await mustBeAtRest(db);
  const entry = await mustEntry(db, entryId);
  const ruling = await apartOf(db, entry);
  const link = ruling?.lasting;
  if (!ruling || !link) throw new DeskRefusal(phrase('request.gone'));
  if (link === 'elsewhere') throw new DeskRefusal(phrase('request.apartElsewhere'));
  await db.transaction('rw', db.links, db.rulings, async () => {
    for (const [end, key] of [
      ['tpsKey', link.tpsKey],
      ['qboKey', link.qboKey],
    ] as const) {
      const other = await db.links.where(end).equals(key).count();
      if (other > 0) throw new DeskRefusal(phrase('request.twinSince'));
    }
    await db.links.put(link);
    await db.rulings.delete(ruling.key);
  });
  desk.onChange();
  return null;
}

/** A run under way still writes by the links that it was planned with. */
async function mustBeAtRest(db: LedgerDatabase): Promise<void> {
  const atWork = db.runs.where('status').anyOf('working', 'applying', 'paused');
  if ((await atWork.count()) > 0) throw new DeskRefusal(phrase('run.alreadyRunning'));
}

async function mustEntry(db: LedgerDatabase, entryId: string): Promise<EntryRecord> {
  const entry = await db.entries.get(entryId);
  if (!entry) throw new DeskRefusal(phrase('request.gone'));
  return entry;
}

async function linkOf(
  db: LedgerDatabase,
  { pairId, recordKey: key }: Pick<EntryRecord, 'pairId' | 'recordKey'>,
): Promise<LinkRow | undefined> {
  const named = recordNamed(key);
  if (!named) return Promise.resolve(undefined);
  return db.links
    .where(named.side === 'tps' ? 'tpsKey' : 'qboKey')
    .equals(endKey(pairId, named.kind, named.id))
    .first();
}

/** What a person said about the document and the twin that it had. */
async function apartOf(
  db: LedgerDatabase,
  { pairId, recordKey }: Pick<EntryRecord, 'pairId' | 'recordKey'>,
) {
  const rulings = await db.rulings.where('pairId').equals(pairId).toArray();
  return rulings.find(
    (ruling) => ruling.lasting !== undefined && endsOf(ruling.recordKey).includes(recordKey),
  );
}
