import type { Client, ClientOn, Invoice } from '../ledger/entities';
import { sideKey } from '../ledger/record-key';
import type { Side } from '../ledger/side';
import { candidatePairs } from './match-clients';

interface Unlinked<S extends Side> {
  readonly clients: readonly ClientOn<S>[];
  readonly invoices: Iterable<Invoice>;
}

/**
 * Answers, for an unlinked client, the name of an unlinked client of the other side that it could
 * well be, as widely as the set-up page looks: then a person decides before a new one is created.
 */
export function similarClients(
  tps: Unlinked<'tps'>,
  qbo: Unlinked<'qbo'>,
): (client: Client) => string | null {
  if (tps.clients.length === 0 || qbo.clients.length === 0) return () => null;
  const names = new Map<string, { points: number; name: string }>();
  const note = (key: string, points: number, name: string) => {
    if (points > (names.get(key)?.points ?? 0)) names.set(key, { points, name });
  };
  const left = new Map(tps.clients.map((client) => [client.id, client.name]));
  const right = new Map(qbo.clients.map((client) => [client.id, client.name]));
  const pairs = candidatePairs({
    tps: tps.clients,
    qbo: qbo.clients,
    tpsInvoices: tps.invoices,
    qboInvoices: qbo.invoices,
  });
  for (const { tpsId, qboId, points } of pairs) {
    note(sideKey('tps', tpsId), points, right.get(qboId) ?? qboId);
    note(sideKey('qbo', qboId), points, left.get(tpsId) ?? tpsId);
  }
  return ({ side, id }) => names.get(sideKey(side, id))?.name ?? null;
}
