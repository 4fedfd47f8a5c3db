import { parseMarker } from '../../../utils/ledger/marker';
import type { Ledgers } from '../../e2e/harness/control';

export interface Duplicates {
  tps: number;
  qbo: number;
}

/**
 * How many documents and clients stand twice in a ledger: two that say they are the twin of the
 * same one, two invoices of one client with the same number, two clients of the same name.
 * Compare with the count before the first sync: a firm's books may hold some from the start.
 */
export function countDuplicates({ tps, qbo }: Ledgers): Duplicates {
  const inTps = tps.documents.filter((one) => one.status !== 'void');
  // A payment of 0.00 only applies a journal entry, whose tag it carries along.
  const inQbo = qbo.documents.filter(
    (one) => !one.deleted && !one.voided && !(one.entity === 'Payment' && one.totalCents === 0),
  );
  return {
    tps: repeats([
      ...inTps.flatMap(({ type, description }) => twinKey(type, description)),
      ...inTps
        .filter(({ type }) => type === 'invoice')
        .map(({ clientId, number }) => `number ${clientId} ${number}`),
      ...tps.clients
        .filter(({ status }) => status !== 'deleted')
        .map(({ name }) => `client ${name.toLowerCase()}`),
    ]),
    qbo: repeats([
      ...inQbo.flatMap(({ entity, privateNote }) => twinKey(entity, privateNote)),
      ...inQbo
        .filter(({ entity, docNumber }) => entity === 'Invoice' && docNumber !== null)
        .map(({ customerId, docNumber }) => `number ${customerId} ${docNumber}`),
      ...qbo.customers
        .filter(({ active }) => active)
        .map(({ parentId, displayName }) => `client ${parentId} ${displayName.toLowerCase()}`),
    ]),
  };
}

/** `type` is part of it: an adjustment may have a journal entry and a payment as its twin. */
function twinKey(type: string, text: string): string[] {
  const marker = parseMarker(text, 'invoice');
  return marker ? [`twin ${type} of ${marker.side} ${marker.type} ${marker.id}`] : [];
}

function repeats(keys: readonly string[]): number {
  return keys.length - new Set(keys).size;
}
