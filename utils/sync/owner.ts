/**
 * TPS clients are flat. A sub-customer or project that a person chose to *roll up* has no client of
 * its own there: the customer above it stands for it, documents and balance included.
 */

import type { IdOn, QboId } from '../ledger/ids';
import type { Other, Side } from '../ledger/side';
import { TRAITS } from '../ledger/traits';
import { clientKey, type Scene } from './scene';

type Branches = Pick<Scene, 'wishes' | 'now' | 'links'>;

/** The client that stands for this one on the other side: itself, but for one that is rolled up. */
export function ownerOf<S extends Side>(scene: Branches, side: S, clientId: IdOn<S>): IdOn<S> {
  let id: string = clientId;
  if (!TRAITS[side].hasBranches || !isRolledUp(scene, id)) return clientId;
  const seen = new Set<string>();
  while (isRolledUp(scene, id) && !seen.has(id)) {
    seen.add(id);
    id = scene.now.qbo.clients.get(id)?.parentId ?? id;
  }
  return id;
}

/** Id of the client's twin, or of the twin of the one that stands for it; null when unpaired. */
export function twinOf<S extends Side>(
  scene: Branches,
  side: S,
  clientId: IdOn<S>,
): IdOn<Other<S>> | null {
  return scene.links.twin(side, 'client', ownerOf(scene, side, clientId));
}

/** Is this sub-customer decided about, so that it blocks nobody any more? */
export function isSettledBranch(scene: Branches, qboId: QboId): boolean {
  return (
    isRolledUp(scene, qboId) ||
    scene.links.find('qbo', 'client', qboId) !== null ||
    scene.wishes.get(clientKey('qbo', qboId))?.do === 'own'
  );
}

function isRolledUp(scene: Branches, qboId: QboId): boolean {
  return scene.wishes.get(clientKey('qbo', qboId))?.do === 'rollUp';
}
