/**
 * May this client's documents be synced, and if not, why? One answer per client, worked out once
 * for a scene.
 */
import type { Finding } from '../checks/finding';
import type { Client } from '../ledger/entities';
import { parseMarker } from '../ledger/marker';
import { nameForQbo } from '../ledger/refused-draft';
import { otherSide, type Side } from '../ledger/side';
import { type Phrase, phrase } from '../wording/phrase';
import { freeName } from './free-name';
import type { HoldKind } from './intent';
import { ownerOf } from './owner';
import { clientKey, type Scene } from './scene';

export type Gate =
  /** `ownerId`: the client itself, or the one above that stands for it. */
  | { readonly open: true; readonly twinId: string | null; readonly ownerId: string }
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
  const madeFor = new Map<string, Client>();
  for (const customer of scene.now.qbo.clients.values()) {
    const marker = parseMarker(customer.marker, 'client');
    if (marker?.side === 'tps' && customer.status === 'active') madeFor.set(marker.id, customer);
  }
  const known = new Map<string, Gate>();
  const gates: Gates = {
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
  return gates;

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
    const ownerId = ownerOf(scene, side, clientId);
    if (ownerId !== clientId) return gates.of(side, ownerId);
    const twinId = scene.links.twin(side, 'client', clientId);
    if (twinId !== null) return linkedGate(side, clientId, twinId, name);
    if (!client) {
      return { open: false, kind: 'undecided', what: phrase('hold.clientGone', { client: name }) };
    }
    const wish = scene.wishes.get(clientKey(side, clientId));
    if (wish?.do === 'leave') {
      return { open: false, kind: 'left', what: phrase('hold.left', { client: name }) };
    }
    if (client.parentId !== null && wish?.do !== 'own') {
      return { open: false, kind: 'left', what: phrase('hold.subCustomer', { client: name }) };
    }
    if (client.status !== 'active' && side === 'qbo') {
      return { open: false, kind: 'left', what: phrase('hold.inactive', { client: name }) };
    }
    const marked = markedTwin(client);
    if (marked) {
      const what = phrase('hold.undecided', { client: name, other: marked.name });
      return { open: false, kind: 'undecided', what };
    }
    if (wish?.do === 'create') return { open: true, twinId: null, ownerId };
    const free = freeName(client, scene.now[otherSide(side)]);
    if (free !== client.name) {
      const isOdd = side === 'tps' && nameForQbo(client.name) !== client.name;
      const id = isOdd ? 'hold.nameCharacters' : 'hold.nameTaken';
      const what = phrase(id, { client: name, proposal: free });
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
    return { open: true, twinId: null, ownerId };
  }

  /**
   * The client that an earlier sync made for this one, or made this one for. It is not in the pairs,
   * because a person took it apart or left one of them alone: another copy is never made.
   */
  function markedTwin(client: Client): Client | null {
    if (client.side === 'tps') return madeFor.get(client.id) ?? null;
    const marker = parseMarker(client.marker, 'client');
    const named = marker?.side === 'tps' ? scene.now.tps.clients.get(marker.id) : undefined;
    return named && named.status !== 'deleted' ? named : null;
  }

  /** The other side takes no documents for a client that is inactive (QBO) or deleted (TPS) there. */
  function linkedGate(side: Side, clientId: string, twinId: string, name: string): Gate {
    const status = scene.now[otherSide(side)].clients.get(twinId)?.status;
    if (side === 'qbo' && status === 'deleted') {
      return { open: false, kind: 'left', what: phrase('hold.deletedInTps', { client: name }) };
    }
    return side === 'tps' && status === 'inactive'
      ? { open: false, kind: 'left', what: phrase('hold.inactive', { client: name }) }
      : { open: true, twinId, ownerId: clientId };
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
