/**
 * What another browser of the firm has synced since this one last did: then what both sides "last
 * agreed on" is older here than in the books, and a value that looks untouched may have been changed
 * there and back.
 */
import type { RunRecord } from '../store/database';
import { type Scene, versionsMoved } from '../sync/scene';
import type { RunnerDeps } from './deps';
import { LEASE_NAME, seenLease } from './lease-note';
import { browserId } from './lease-owner';
import { PortError } from './port-error';

/**
 * Until when another browser may have written, by the server's clock; null when none has, or when
 * the company keeps no notes for us. Asks QBO; throws PortErrors of session and network.
 */
export async function othersUntil({ db, notes, newId }: RunnerDeps): Promise<string | null> {
  const owner = await browserId(db, newId);
  try {
    const [oldest] = (await notes.find(LEASE_NAME)).notes;
    if (!oldest) return null;
    const { body, until } = seenLease(oldest);
    return body?.owner === owner ? body.before : until;
  } catch (error) {
    if (error instanceof PortError && ['refused', 'malformed'].includes(error.kind)) return null;
    throw error;
  }
}

/** The scene with what is known of others; asked only where it would make a difference. */
export async function withOthers(deps: RunnerDeps, run: RunRecord, scene: Scene): Promise<Scene> {
  const isMoved = [...scene.links.all].some((link) => versionsMoved(scene, link));
  if (!isMoved) return scene;
  const until = await othersUntil(deps);
  if (until === null) return scene;
  const seen = (await deps.db.pairs.get(run.pairId))?.othersSeen;
  const isNews = seen === undefined || Date.parse(until) > Date.parse(seen);
  await deps.db.runs.update(run.id, { others: { until, isNews } });
  return { ...scene, othersSince: isNews };
}
