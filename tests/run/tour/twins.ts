import { parseMarker } from '../../../utils/ledger/marker';
import type { Ledgers } from '../../e2e/harness/control';

export interface InvoiceTwins {
  tpsId: number;
  qboId: string;
  tpsClientId: number;
}

/** Open invoices that stand on both sides, told by the markers, in the order of TPS. */
export function openTwins({ tps, qbo }: Ledgers): InvoiceTwins[] {
  const open = qbo.documents.filter(
    (one) => one.entity === 'Invoice' && !one.deleted && !one.voided && one.balanceCents > 0,
  );
  return tps.documents.flatMap((invoice) => {
    if (invoice.type !== 'invoice' || invoice.balanceCents <= 0) return [];
    const inTps = parseMarker(invoice.description, 'invoice');
    const twin = open.find((one) => {
      const inQbo = parseMarker(one.privateNote, 'invoice');
      return (
        (inQbo?.side === 'tps' && inQbo.type === 'invoice' && inQbo.id === String(invoice.id)) ||
        (inTps?.side === 'qbo' && inTps.type === 'invoice' && inTps.id === one.id)
      );
    });
    return twin ? [{ tpsId: invoice.id, qboId: twin.id, tpsClientId: invoice.clientId }] : [];
  });
}
