import type { Client } from '../ledger/entities';
import type { Side } from '../ledger/side';
import { exclusionOf } from '../sync/gate';
import type { Scene } from '../sync/scene';
import type { HealthAction } from './group';
import { endsOf, type PresumedPairs } from './presumed-pairs';

/** Leaves the client out of the sync, on both sides. */
export function exclude(
  pairs: PresumedPairs,
  client: Pick<Client, 'side' | 'id' | 'name'>,
): HealthAction {
  const clients = endsOf(pairs, client.side, client.id);
  return { do: 'exclude', clients, clientName: client.name };
}

/** Is the client, or the one that it is presumed to be, left out already? */
export function isExcluded(
  scene: Scene,
  pairs: PresumedPairs,
  side: Side,
  clientId: string,
): boolean {
  return endsOf(pairs, side, clientId).some(
    (end) => exclusionOf(scene, end.side, end.clientId) !== null,
  );
}
