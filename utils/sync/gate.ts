/**
 * May this client's documents be synced, and if not, why? One answer per client, worked out once
 * for a scene.
 */
import type { Finding } from '../checks/finding';
import type { Client } from '../ledger/entities';
import { otherSide, type Side } from '../ledger/side';
import { type Phrase, phrase } from '../wording/phrase';
import { freeName } from './free-name';
import type { HoldKind } from './intent';
import { clientKey, type Scene } from './scene';

export type Gate =
  | { readonly open: true; readonly twinId: string | null }
  | { readonly open: false; readonly kind: HoldKind; readonly what: Phrase };

export interface Gates {
  of(side: Side, clientId: string): Gate;
}

/**
 * `similar` names a client of the other side that this one could be; then a person must decide
 * before one is created.
 */
export function gatesOf(
  scene: Scene,
  findings: readonly Finding[],
  similar: (client: Client) => string | null,
): Gates {
  const company = findings.find((f) => f.severity === 'block' && f.client === null);
  const blocks = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.severity !== 'block' || !finding.client) continue;
    const { tpsId, qboId } = finding.client;
    if (tpsId !== null && !blocks.has(clientKey('tps', tpsId))) {
      blocks.set(clientKey('tps', tpsId), finding);
    }
    if (qboId !== null && !blocks.has(clientKey('qbo', qboId))) {
      blocks.set(clientKey('qbo', qboId), finding);
    }
  }
  const known = new Map<string, Gate>();
  return {
    of(side, clientId) {
      const key = clientKey(side, clientId);
      let gate = known.get(key);
      if (!gate) {
        gate = decide(side, clientId);
        known.set(key, gate);
      }
      return gate;
    },
  };

  function decide(side: Side, clientId: string): Gate {
    const client = scene.now[side].clients.get(clientId);
    const name = client?.name ?? clientId;
    if (company) return { open: false, kind: 'blocked', what: company.what };
    const why = exclusionOf(scene, side, clientId);
    if (why !== null) {
      return {
        open: false,
        kind: 'excluded',
        what: phrase('hold.excluded', { client: name, why }),
      };
    }
    const block = blocks.get(clientKey(side, clientId));
    if (block) return { open: false, kind: 'blocked', what: block.what };
    const twinId = scene.links.twin(side, 'client', clientId);
    if (twinId !== null) return { open: true, twinId };
    if (!client) {
      return { open: false, kind: 'undecided', what: phrase('hold.clientGone', { client: name }) };
    }
    const wish = scene.wishes.get(clientKey(side, clientId));
    if (wish?.do === 'leave') {
      return { open: false, kind: 'left', what: phrase('hold.left', { client: name }) };
    }
    if (client.parentId !== null) {
      return { open: false, kind: 'left', what: phrase('hold.subCustomer', { client: name }) };
    }
    if (client.status !== 'active' && side === 'qbo') {
      return { open: false, kind: 'left', what: phrase('hold.inactive', { client: name }) };
    }
    if (wish?.do === 'create') return { open: true, twinId: null };
    const free = freeName(client, scene.now[otherSide(side)]);
    if (free !== client.name) {
      const what = phrase('hold.nameTaken', { client: name, proposal: free });
      return { open: false, kind: 'undecided', what };
    }
    const other = similar(client);
    if (other !== null) {
      return {
        open: false,
        kind: 'undecided',
        what: phrase('hold.undecided', { client: name, other }),
      };
    }
    return { open: true, twinId: null };
  }
}

/** The reason for which a client is excluded, on either side; null when it is not. */
export function exclusionOf(
  scene: Pick<Scene, 'wishes' | 'links' | 'now'>,
  side: Side,
  clientId: string,
): string | null {
  const wish = scene.wishes.get(clientKey(side, clientId));
  if (wish?.do === 'exclude') return wish.why;
  const twin = scene.links.twin(side, 'client', clientId);
  if (twin !== null) {
    const twinWish = scene.wishes.get(clientKey(otherSide(side), twin));
    if (twinWish?.do === 'exclude') return twinWish.why;
  }
  const tpsId = side === 'tps' ? clientId : twin;
  return tpsId !== null && scene.now.tps.clients.get(tpsId)?.excludedInTps
    ? 'Exclude from Sync (TPS)'
    : null;
}
