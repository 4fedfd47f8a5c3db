import type { Client } from '../ledger/entities';
import type { QboId, TpsId } from '../ledger/ids';
import { SIDES, type Side } from '../ledger/side';
import {
  type ClientPair,
  type MatchInput,
  matchClients,
  matchClientsInSlices,
} from '../matching/match-clients';
import { clientKey, type Scene } from '../sync/scene';

/** Who is whom as far as it can be said now. */
export interface PresumedPairs {
  /** Id of the client's twin on the other side; null when nobody can say. */
  twin(side: Side, id: string): string | null;
}

type Wanted = (client: Client) => boolean;

/** Clients that were deleted in TPS come last: one of the same name may have taken their place. */
const ROUNDS: readonly Wanted[] = [
  (client) => client.status !== 'deleted',
  (client) => client.status === 'deleted',
];

/**
 * Links where there are any, else what matches surely: the report is read before anybody has paired
 * a client.
 */
export function presumedPairs(scene: Scene): PresumedPairs {
  const pairs = new Pairs(scene);
  for (const wanted of ROUNDS) pairs.take(matchClients(pairs.open(wanted)));
  return pairs;
}

/** The same in slices of a few milliseconds; `breathe` is awaited between two of them. */
export async function presumedPairsInSlices(
  scene: Scene,
  breathe: () => Promise<void>,
): Promise<PresumedPairs> {
  const pairs = new Pairs(scene);
  for (const wanted of ROUNDS) {
    pairs.take(await matchClientsInSlices(pairs.open(wanted), breathe));
  }
  return pairs;
}

class Pairs implements PresumedPairs {
  readonly #twins = new Map<string, string>();

  constructor(private readonly scene: Scene) {
    for (const link of scene.links.all) {
      if (link.type === 'client') this.#add(link.tpsId, link.qboId);
    }
  }

  twin(side: Side, id: string): string | null {
    return this.#twins.get(clientKey(side, id)) ?? null;
  }

  /** Whom nobody has yet; of TPS only those that are wanted. */
  open(wanted: Wanted): MatchInput {
    const { tps, qbo } = this.scene.now;
    const free = (client: Client) => this.twin(client.side, client.id) === null;
    return {
      tps: [...tps.clients.values()].filter((client) => wanted(client) && free(client)),
      qbo: [...qbo.clients.values()].filter((one) => one.parentId === null && free(one)),
      tpsInvoices: tps.invoices.values(),
      qboInvoices: qbo.invoices.values(),
    };
  }

  take(pairs: readonly ClientPair[]): void {
    for (const { tpsId, qboId, strength } of pairs) {
      if (strength !== 'weak') this.#add(tpsId, qboId);
    }
  }

  #add(tpsId: TpsId, qboId: QboId): void {
    this.#twins.set(clientKey('tps', tpsId), qboId);
    this.#twins.set(clientKey('qbo', qboId), tpsId);
  }
}

/** Both ends of a client, as far as known. */
export function endsOf(
  pairs: PresumedPairs,
  side: Side,
  clientId: string,
): { readonly side: Side; readonly clientId: string }[] {
  return SIDES.flatMap((each) => {
    const id = each === side ? clientId : pairs.twin(side, clientId);
    return id === null ? [] : [{ side: each, clientId: id }];
  });
}
