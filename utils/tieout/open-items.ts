import type { LinkIndex } from '../ledger/link';
import { sideKey } from '../ledger/record-key';
import type { Side } from '../ledger/side';
import type { Snapshots } from '../ledger/snapshot';

/** What one document still does to its client's balance; cents, negative for what lowers it. */
export interface OpenItem {
  readonly side: Side;
  readonly kind: 'invoice' | 'payment' | 'foreign';
  readonly id: string;
  /** As people know it; empty for a payment without reference. */
  readonly number: string;
  readonly clientId: string;
  readonly openCents: number;
}

/** The open items of both books by `side:client`, the client that stands for each. */
export function itemsByClient(
  now: Snapshots,
  ownerOf: (side: Side, id: string) => string,
): ReadonlyMap<string, OpenItem[]> {
  const byClient = new Map<string, OpenItem[]>();
  const add = (item: OpenItem) => {
    const key = sideKey(item.side, ownerOf(item.side, item.clientId));
    const list = byClient.get(key);
    if (list) list.push(item);
    else byClient.set(key, [item]);
  };
  for (const { side, invoices, payments, foreign } of [now.tps, now.qbo]) {
    for (const { id, number, clientId, balanceCents } of invoices.values()) {
      if (balanceCents === 0) continue;
      add({ side, kind: 'invoice', id, number, clientId, openCents: balanceCents });
    }
    for (const { id, reference, entryNumber, clientId, unappliedCents } of payments.values()) {
      if (unappliedCents === 0) continue;
      const number = entryNumber ?? reference;
      add({ side, kind: 'payment', id, number, clientId, openCents: -unappliedCents });
    }
    for (const { id, number, clientId, openCents } of foreign) {
      if (openCents === 0) continue;
      add({ side, kind: 'foreign', id, number, clientId, openCents });
    }
  }
  return byClient;
}

/** The same document on the other side, if it is open there, too. */
export function twinItem(
  item: OpenItem,
  others: readonly OpenItem[],
  links: LinkIndex,
): OpenItem | undefined {
  if (item.kind === 'foreign') return undefined;
  const twinId = links.twin(item.side, item.kind, item.id);
  return others.find((other) => other.kind === item.kind && other.id === twinId);
}
