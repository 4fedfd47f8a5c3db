/**
 * Two records that are known to be twins, by the marker that one of them carries, but that do not
 * say the same: nobody knows any more what both sides last agreed on. Their base then agrees with
 * neither, so that the difference is shown to a person and never taken for settled.
 */
import { CLIENT_FIELDS, clientField } from './content';
import type { Client, Invoice, Payment } from './entities';
import type { Link, Linkable } from './link';

/** No text that a system gives. */
const UNAGREED = '\u2205';

/** A base in which every field that differs between two clients counts as changed on both sides. */
export function unagreedClients(tps: Client, qbo: Client): Link['base'] {
  const blank = (client: Client): Client => {
    const fields: Record<string, unknown> = {};
    for (const field of CLIENT_FIELDS) {
      if (clientField(tps, field) === clientField(qbo, field)) continue;
      fields[field] = field === 'address' ? { ...client.address, line1: UNAGREED } : UNAGREED;
    }
    return { ...client, ...fields };
  };
  return { tps: blank(tps), qbo: blank(qbo) };
}

/** A base that counts as changed on both sides. */
export function unagreedDocuments(tps: Linkable, qbo: Linkable): Link['base'] {
  const blank = <D extends Invoice | Payment>(doc: D): D => ({ ...doc, memo: UNAGREED });
  if (tps.kind === 'client' || qbo.kind === 'client') throw new Error('not a document');
  return { tps: blank(tps), qbo: blank(qbo) };
}

/** A base of which nobody knows what both sides agreed on: nothing can be kept for its sake. */
export function isUnagreed({ tps, qbo }: Link['base']): boolean {
  return [tps, qbo].every((record) => record.kind !== 'client' && record.memo === UNAGREED);
}

/** A record of a base that counts as changed since, whatever it says now. */
export function unsettled(record: Linkable): Linkable {
  return record.kind === 'client' ? record : { ...record, memo: UNAGREED };
}
