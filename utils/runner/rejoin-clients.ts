/**
 * Links clients again that a sync has created, in another browser or before this one lost its
 * database. A customer that we made carries the marker of its TPS client; a TPS client has no text
 * for one, but we made its Client ID from the customer's name and id.
 */
import type { Client } from '../ledger/entities';
import { firmTag, withOwnTag } from '../ledger/firm-tag';
import { parseMarker } from '../ledger/marker';
import { endKey } from '../ledger/record-key';
import type { Side } from '../ledger/side';
import { unagreedClients } from '../ledger/unagreed';
import type { LedgerDatabase } from '../store/database';
import { linkRow, linksOf } from '../store/links';
import { clientKey } from '../sync/scene';
import { translateClient } from '../sync/translate/translate-client';

/** @returns how many pairs it found again. */
export async function rejoinClients(db: LedgerDatabase, pairId: string): Promise<number> {
  const links = await linksOf(db, pairId);
  const firm = firmTag((await db.pairs.get(pairId))?.firm.id ?? '');
  const free = async (side: Side): Promise<Client[]> => {
    const found: Client[] = [];
    for (const { record } of (await db.memory.mirror(pairId, side, 'client')).values()) {
      if (record.kind !== 'client' || record.status === 'deleted') continue;
      if (!links.find(side, 'client', record.id)) found.push(withOwnTag(record, firm));
    }
    return found;
  };
  const [tps, qbo] = [await free('tps'), await free('qbo')];
  if (twinsAmong(tps, qbo).length === 0) return 0;
  // Looked at once more where it is written: a person may have decided meanwhile.
  return db.transaction('rw', db.links, db.wishes, async () => {
    const isFree = await whoIsFree(db, pairId);
    const twins = twinsAmong(tps.filter(isFree), qbo.filter(isFree));
    await db.links.bulkPut(
      twins.map((both) =>
        linkRow(pairId, { type: 'client', base: unagreedClients(both.tps, both.qbo) }),
      ),
    );
    return twins.length;
  });
}

/** Neither in a pair, nor to be left alone. */
async function whoIsFree(db: LedgerDatabase, pairId: string): Promise<(client: Client) => boolean> {
  const links = await db.links
    .where('tpsKey')
    .startsWith(endKey(pairId, 'client', ''))
    .toArray();
  const wishes = await db.wishes.where('pairId').equals(pairId).toArray();
  const taken = new Set([
    ...links.flatMap(({ tpsId, qboId }) => [clientKey('tps', tpsId), clientKey('qbo', qboId)]),
    ...wishes
      .filter(({ wish }) => wish.do === 'leave')
      .map(({ side, clientId }) => clientKey(side, clientId)),
  ]);
  return ({ side, id }) => !taken.has(clientKey(side, id));
}

/** A Client ID that we may have made: part of a name, and the id of the customer. */
const MADE_CODE = /^[A-Z0-9]{1,6}-(\d+)$/;

/** The name may have been changed since on either side; then an e-mail or a phone bears it out. */
function isMadeFor(client: Client, customer: Client): boolean {
  const sameCode = client.code === translateClient(customer).code;
  if (sameCode && client.name.startsWith(customer.name)) return true;
  const email = client.email.trim().toLowerCase();
  const phone = client.phone.replace(/\D/g, '');
  return (
    (email !== '' && email === customer.email.trim().toLowerCase()) ||
    (phone !== '' && phone === customer.phone.replace(/\D/g, ''))
  );
}

interface Twins {
  readonly tps: Client;
  readonly qbo: Client;
}

/** Pairs that nobody else claims an end of: a marker that was copied by hand proves nothing. */
export function twinsAmong(tps: readonly Client[], qbo: readonly Client[]): readonly Twins[] {
  const byId = new Map(tps.map((client) => [client.id, client]));
  const byMadeId = new Map<string, Client[]>();
  for (const client of tps) {
    const of = MADE_CODE.exec(client.code)?.[1];
    if (of !== undefined) byMadeId.set(of, [...(byMadeId.get(of) ?? []), client]);
  }
  const found = qbo.flatMap((customer): Twins[] => {
    const marker = parseMarker(customer.marker, 'client');
    if (marker) {
      const named = marker.side === 'tps' ? byId.get(marker.id) : undefined;
      return named ? [{ tps: named, qbo: customer }] : [];
    }
    const made = (byMadeId.get(customer.id) ?? []).filter((client) => isMadeFor(client, customer));
    return made.map((client) => ({ tps: client, qbo: customer }));
  });
  const claims = new Map<string, number>();
  const keysOf = ({ tps, qbo }: Twins) => [clientKey('tps', tps.id), clientKey('qbo', qbo.id)];
  for (const key of found.flatMap(keysOf)) claims.set(key, (claims.get(key) ?? 0) + 1);
  return found.filter((twins) => keysOf(twins).every((key) => claims.get(key) === 1));
}
