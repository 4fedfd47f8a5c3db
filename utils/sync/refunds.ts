/**
 * Cheques and expenses of QBO that TPS has, or is to have, as adjustment increases: a person said
 * so, an adjustment in TPS names them (written by another browser), or they are linked. All others
 * are foreign to TPS and block their client.
 */
import type { Foreign, Invoice, InvoiceOn } from '../ledger/entities';
import type { LinkIndex } from '../ledger/link';
import { parseMarker } from '../ledger/marker';
import { recordKey } from '../ledger/record-key';
import { isRefund, isRefundId, type RefundRow, refundId, refundOf } from '../ledger/refund';
import type { Snapshot, SnapshotOn, Snapshots } from '../ledger/snapshot';
import { type Scene, seenText } from './scene';

/** QBO's books with those among the invoices. A cheque on two customers stays foreign. */
export function withRefunds(
  now: Snapshots,
  links: LinkIndex,
  rulings: Scene['rulings'],
): SnapshotOn<'qbo'> {
  const named = namedInTps(now.tps, links);
  const rows = new Map<string, RefundRow[]>();
  for (const row of now.qbo.foreign) {
    if (isRefund(row)) rows.set(refundId(row), [...(rows.get(refundId(row)) ?? []), row]);
  }
  const taken = new Map<string, InvoiceOn<'qbo'>>();
  const asInvoice = new Set<Foreign>();
  for (const [id, [row, ...others]] of rows) {
    if (!row || others.length > 0) continue;
    const refund = refundOf(row);
    const linked = links.find('qbo', 'invoice', id) !== null;
    const isNamed = named.get(id)?.some((one) => isBorneOut(one, refund)) ?? false;
    if (!linked && !isNamed && !isRuled(refund, rulings)) continue;
    taken.set(id, refund);
    asInvoice.add(row);
  }
  if (taken.size === 0) return now.qbo;
  return {
    ...now.qbo,
    invoices: new Map([...now.qbo.invoices, ...taken]),
    foreign: now.qbo.foreign.filter((row) => !asInvoice.has(row)),
  };
}

/** One that changed since the person said so is asked about again. */
function isRuled(refund: Invoice, rulings: Scene['rulings']): boolean {
  const ruling = rulings.get(recordKey('qbo', 'invoice', refund.id));
  return ruling?.do === 'take' && ruling.seen === seenText(null, refund);
}

interface Named {
  readonly totalCents: number;
  /** The customer that its client is paired with. */
  readonly customerId: string | null;
}

/** A tag is a hint: client and total must bear it out. */
function isBorneOut({ totalCents, customerId }: Named, refund: Invoice): boolean {
  return totalCents === refund.totalCents && customerId === refund.clientId;
}

function namedInTps({ invoices }: Snapshot, links: LinkIndex): ReadonlyMap<string, Named[]> {
  const named = new Map<string, Named[]>();
  for (const { marker, clientId, totalCents } of invoices.values()) {
    const name = parseMarker(marker, 'invoice');
    if (name?.side !== 'qbo' || !isRefundId(name.id)) continue;
    const customerId = links.twin('tps', 'client', clientId);
    named.set(name.id, [...(named.get(name.id) ?? []), { totalCents, customerId }]);
  }
  return named;
}
