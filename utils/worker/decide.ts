/** What a person decides about one conflict, one document of a closed period, or one customer. */
import { isLinkable, type Linkable } from '../ledger/link';
import { localDay } from '../ledger/plain-date';
import { recordKey, recordNamed, rowKey, sideKey } from '../ledger/record-key';
import type { RequestOf } from '../messages/requests';
import { loadScene } from '../store/scene';
import { wishRow } from '../store/wishes';
import { pairKey, type Scene, seenText } from '../sync/scene';
import { phrase } from '../wording/phrase';
import type { Desk } from './desk';
import { mustPair } from './must-pair';
import { DeskRefusal } from './refusal';

/** Settles a conflict and starts a run for that document alone. */
export async function rule(
  desk: Desk,
  { recordKey: key, ruling }: RequestOf<'ruling.set'>,
): Promise<{ runId: string }> {
  const { db } = desk;
  const pair = await mustPair(db);
  const scene = await loadScene(db, pair, localDay(desk.now()));
  const ends = scene && bothEnds(scene, key);
  if (!ends) throw new DeskRefusal(phrase('request.gone'));
  await db.rulings.put({
    key: rowKey(pair.id, key),
    pairId: pair.id,
    recordKey: key,
    do: ruling,
    seen: seenText(ends.tps, ends.qbo),
    at: desk.now().toISOString(),
  });
  const keys = [ends.tps, ends.qbo].flatMap((end) =>
    end ? [recordKey(end.side, end.kind, end.id)] : [],
  );
  return startFor(desk, keys);
}

/**
 * Says whether two documents that are not linked are one, and starts a run for them alone. `other`
 * null: the document has no twin on the other side, and is to be created there.
 */
export async function ruleTwin(
  desk: Desk,
  { recordKey: key, other, ruling }: RequestOf<'ruling.twin'>,
): Promise<{ runId: string }> {
  const { db } = desk;
  const pair = await mustPair(db);
  const scene = await loadScene(db, pair, localDay(desk.now()));
  const own = scene && bothEnds(scene, key);
  const there = scene && other !== null ? bothEnds(scene, other) : null;
  const tps = own?.tps ?? there?.tps ?? null;
  const qbo = own?.qbo ?? there?.qbo ?? null;
  const isLinked = [tps, qbo].some((end) => end && scene?.links.find(end.side, end.kind, end.id));
  if (isLinked) throw new DeskRefusal(phrase('request.gone'));
  const isOne = other === null && ruling === 'apart' && (tps === null) !== (qbo === null);
  if (!isOne && (!tps || !qbo)) throw new DeskRefusal(phrase('request.gone'));
  const about = tps && qbo ? pairKey(tps, qbo) : key;
  await db.rulings.put({
    key: rowKey(pair.id, about),
    pairId: pair.id,
    recordKey: about,
    do: ruling,
    seen: seenText(tps, qbo),
    at: desk.now().toISOString(),
  });
  return startFor(desk, other === null ? [key] : [key, other]);
}

/**
 * Says what becomes of a customer of QBO. Making it active or top-level is a write, so a run is
 * started for it; where a sub-customer's documents belong is heard by the next sync. Before the
 * set-up is finished nothing is written: the first sync does what was asked.
 */
export async function wishFor(
  desk: Desk,
  { qboId, wish }: RequestOf<'client.wish'>,
): Promise<{ runId: string | null }> {
  const pair = await mustPair(desk.db);
  const earlier = (await desk.db.wishes.get(rowKey(pair.id, sideKey('qbo', qboId))))?.wish;
  if (earlier?.do === 'exclude') {
    throw new DeskRefusal(phrase('request.excluded', { why: earlier.why }));
  }
  await desk.db.wishes.put(wishRow(pair.id, 'qbo', qboId, { do: wish }));
  desk.onChange();
  if (!pair.ready || wish === 'own' || wish === 'rollUp') return { runId: null };
  return startFor(desk, [recordKey('qbo', 'client', qboId)]);
}

/** Starts a run for these records alone (`recordKey`). */
export async function startFor(desk: Desk, only: string[]): Promise<{ runId: string }> {
  const pair = await mustPair(desk.db);
  const options = { pairId: pair.id, description: '', oneStep: true, only };
  const runId = await desk.runner(pair).start(options);
  desk.kick();
  return { runId };
}

/** Both records of a pair, or the one there is; null when there is none of that name. */
function bothEnds(
  scene: Scene,
  key: string,
): { tps: Linkable | null; qbo: Linkable | null } | null {
  const named = recordNamed(key);
  if (!named || named.kind === 'foreign') return null;
  const { side, kind: type, id } = named;
  const link = scene.links.find(side, type, id);
  const of = (at: 'tps' | 'qbo', recordId: string | undefined): Linkable | null => {
    const record = recordId === undefined ? undefined : scene.now[at][LISTS[type]].get(recordId);
    return record && isLinkable(record) ? record : null;
  };
  const tps = of('tps', link?.tpsId ?? (side === 'tps' ? id : undefined));
  const qbo = of('qbo', link?.qboId ?? (side === 'qbo' ? id : undefined));
  return tps || qbo ? { tps, qbo } : null;
}

const LISTS = { client: 'clients', invoice: 'invoices', payment: 'payments' } as const;
