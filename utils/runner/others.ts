/**
 * What another browser of the firm has synced since this one last did: then what both sides "last
 * agreed on" is older here than in the books, and a value that looks untouched may have been changed
 * there and back. And what another browser took back looks as if a person had changed it. Such links
 * are marked until they are agreed on anew.
 */

import type { Link } from '../ledger/link';
import { rowKey } from '../ledger/record-key';
import type { LedgerDatabase } from '../store/database';
import { mirrorKeyOf } from '../store/mirror';
import { type Scene, someMoved, touched, versionsMoved } from '../sync/scene';
import type { RunnerDeps } from './deps';
import { hasNoNotes } from './keeps-notes';
import { isStranger, leaseMemory } from './lease-memory';
import { LEASE_NAME, seenLease, undoneIn } from './lease-note';
import { browserId } from './lease-owner';
import { PULL_START_MS } from './lease-stage';

/** Until when other browsers may have written, by the server's clock; null when none has. */
interface Others {
  readonly wroteUntil: string | null;
  /** The last that took a run back. */
  readonly undidUntil: string | null;
}

const NOBODY: Others = { wroteUntil: null, undidUntil: null };

/**
 * Nobody where a person has accepted that nothing tells. Asks QBO; throws PortErrors of session and
 * network.
 */
async function othersOf(deps: RunnerDeps, pairId: string): Promise<Others> {
  const { db, notes, newId } = deps;
  const owner = await browserId(db, newId);
  try {
    const [oldest] = (await notes.find(LEASE_NAME)).notes;
    if (!oldest) return NOBODY;
    const seen = seenLease(oldest);
    const { body, until } = seen;
    const undone = undoneIn(seen);
    const isOurs =
      body?.owner === owner && !isStranger(body, owner, await leaseMemory(db, newId).known());
    const isOurUndo = undone?.by === owner && (isOurs || body?.owner !== owner);
    return {
      wroteUntil: isOurs ? body.before : until,
      undidUntil: undone && !isOurUndo ? undone.until : null,
    };
  } catch (error) {
    if (!hasNoNotes(error)) throw error;
    const { unguardedSince } = (await db.pairs.get(pairId)) ?? {};
    return unguardedSince === undefined
      ? { ...NOBODY, wroteUntil: deps.now().toISOString() }
      : NOBODY;
  }
}

/** The scene with the links that are stale; others are asked about only where it could matter. */
export async function withStale(deps: RunnerDeps, pairId: string, scene: Scene): Promise<Scene> {
  const moved = [...scene.links.all].filter((link) => someMoved(scene, link));
  if (moved.every(({ id }) => scene.stale.has(id))) return scene;
  const { wroteUntil, undidUntil } = await othersOf(deps, pairId);
  const readAt = (await deps.db.pairs.get(pairId))?.readAt;
  // What others wrote before our last run read the books is in the bases already.
  const isNews = (until: string | null) =>
    until !== null && !(readAt && Date.parse(until) + PULL_START_MS <= Date.parse(readAt));
  const isOld = (link: Link) =>
    isNews(undidUntil) || (isNews(wroteUntil) && versionsMoved(scene, link));
  const found = moved.filter(isOld).map(({ id }) => id);
  if (found.every((id) => scene.stale.has(id))) return scene;
  const stale = new Set([...scene.stale, ...found]);
  await deps.db.pairs.update(pairId, { stale: [...stale] });
  return { ...scene, stale };
}

/** What was agreed on anew is not stale any more. */
export async function forgetAgreed(db: LedgerDatabase, pairId: string): Promise<void> {
  const stale = (await db.pairs.get(pairId))?.stale ?? [];
  if (stale.length === 0) return;
  const links = await db.links.bulkGet(stale.map((id) => rowKey(pairId, id)));
  const still: string[] = [];
  for (const link of links) {
    if (!link) continue;
    const { id, base } = link;
    const ends = [base.tps, base.qbo];
    const now = await db.mirror.bulkGet(ends.map((end) => mirrorKeyOf(pairId, end)));
    if (ends.some((end, at) => now[at]?.record.version !== end.version)) still.push(id);
  }
  await db.pairs.update(pairId, { stale: still });
}

/**
 * Documents that were stored anew without another content (a payment was applied, say): both sides
 * still agree, so the base takes their present versions.
 */
export async function refreshBases(db: LedgerDatabase, pairId: string, scene: Scene) {
  const bases = [...scene.links.all].flatMap((link) => {
    const base = touched(scene, link);
    return base ? [{ key: rowKey(pairId, link.id), changes: { base } }] : [];
  });
  await db.links.bulkUpdate(bases);
}
