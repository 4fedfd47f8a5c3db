/**
 * May this client's documents be synced, and if not, why? One answer per client, worked out once
 * for a scene.
 */

import type { Finding } from '../checks/finding';
import type { Client } from '../ledger/entities';
import { parseMarker } from '../ledger/marker';
import { nameForQbo } from '../ledger/refused-draft';
import { otherSide, type Side } from '../ledger/side';
import { isAwake } from '../ledger/traits';
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
  return new GateKeeper(scene, findings, similar);
}

const shut = (kind: HoldKind, what: Phrase): Gate => ({ open: false, kind, what });

class GateKeeper implements Gates {
  readonly #company: Finding | undefined;
  /** What blocks a client, the first of it. */
  readonly #blocks = new Map<string, Finding>();
  /** Customers that an earlier sync made for a client of TPS. */
  readonly #madeFor = new Map<string, Client>();
  readonly #known = new Map<string, Gate>();

  constructor(
    private readonly scene: Scene,
    findings: readonly Finding[],
    private readonly similar: (client: Client) => string | null,
  ) {
    this.#company = findings.find((f) => f.severity === 'block' && f.client === null);
    for (const finding of findings) {
      if (finding.severity !== 'block' || !finding.client) continue;
      const { tpsId, qboId } = finding.client;
      for (const key of [tpsId && clientKey('tps', tpsId), qboId && clientKey('qbo', qboId)]) {
        if (key && !this.#blocks.has(key)) this.#blocks.set(key, finding);
      }
    }
    for (const customer of scene.now.qbo.clients.values()) {
      const marker = parseMarker(customer.marker, 'client');
      if (marker?.side === 'tps' && customer.status === 'active') {
        this.#madeFor.set(marker.id, customer);
      }
    }
  }

  of(side: Side, clientId: string): Gate {
    const key = clientKey(side, clientId);
    let gate = this.#known.get(key);
    if (!gate) {
      gate = this.#decide(side, clientId);
      this.#known.set(key, gate);
    }
    return gate;
  }

  #decide(side: Side, clientId: string): Gate {
    const { scene } = this;
    const name = scene.now[side].clients.get(clientId)?.name ?? clientId;
    if (this.#company) return shut('blocked', this.#company.what);
    const why = exclusionOf(scene, side, clientId);
    if (why !== null) return shut('excluded', phrase('hold.excluded', { client: name, why }));
    const block = this.#blocks.get(clientKey(side, clientId));
    if (block) return shut('blocked', block.what);
    const ownerId = ownerOf(scene, side, clientId);
    if (ownerId !== clientId) return this.of(side, ownerId);
    const twinId = scene.links.twin(side, 'client', clientId);
    if (twinId !== null) return this.#linked(side, clientId, twinId, name);
    const client = scene.now[side].clients.get(clientId);
    return client
      ? this.#unlinked(client)
      : shut('undecided', phrase('hold.clientGone', { client: name }));
  }

  /** A client without a twin: what a person said, what it is, and whether one may be created. */
  #unlinked(client: Client): Gate {
    const { side, id, name } = client;
    const wish = this.scene.wishes.get(clientKey(side, id));
    if (wish?.do === 'leave') return shut('left', phrase('hold.left', { client: name }));
    if (client.parentId !== null && wish?.do !== 'own') {
      return shut('left', phrase('hold.subCustomer', { client: name }));
    }
    if (client.status === 'inactive' && !isAwake(client)) {
      return shut('left', phrase('hold.inactive', { client: name }));
    }
    const marked = this.#markedTwin(client);
    if (marked) return undecided(name, marked.name);
    if (wish?.do === 'create') return { open: true, twinId: null, ownerId: id };
    const free = freeName(client, this.scene.now[otherSide(side)]);
    if (free !== name) {
      const isOdd = side === 'tps' && nameForQbo(name) !== name;
      const reason = isOdd ? 'hold.nameCharacters' : 'hold.nameTaken';
      return shut('undecided', phrase(reason, { client: name, proposal: free }));
    }
    const other = this.similar(client);
    return other === null ? { open: true, twinId: null, ownerId: id } : undecided(name, other);
  }

  /**
   * The client that an earlier sync made for this one, or made this one for. It is not in the pairs,
   * because a person took it apart or left one of them alone: another copy is never made.
   */
  #markedTwin(client: Client): Client | null {
    if (client.side === 'tps') return this.#madeFor.get(client.id) ?? null;
    const marker = parseMarker(client.marker, 'client');
    const named = marker?.side === 'tps' ? this.scene.now.tps.clients.get(marker.id) : undefined;
    return named && named.status !== 'deleted' ? named : null;
  }

  /** The other side takes no documents for a client that is inactive (QBO) or deleted (TPS) there. */
  #linked(side: Side, clientId: string, twinId: string, name: string): Gate {
    const twin = this.scene.now[otherSide(side)].clients.get(twinId);
    if (!twin || isAwake(twin)) return { open: true, twinId, ownerId: clientId };
    const reason = twin.status === 'deleted' ? 'hold.deletedInTps' : 'hold.inactive';
    return shut('left', phrase(reason, { client: name }));
  }
}

function undecided(client: string, other: string): Gate {
  return shut('undecided', phrase('hold.undecided', { client, other }));
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
