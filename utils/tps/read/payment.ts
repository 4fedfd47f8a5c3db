import { documentId } from '../../ledger/document-id';
import type { Application, Payment } from '../../ledger/entities';
import { splitMarker } from '../../ledger/marker';
import type { WirePayment } from '../schemas';

export function paymentOf(wire: WirePayment): Payment {
  return {
    kind: 'payment',
    booking: 'receipt',
    side: 'tps',
    id: documentId('plain', wire.id),
    version: wire.version,
    modifiedAt: wire.modifiedAt,
    ...splitMarker(wire.description),
    clientId: wire.clientId,
    date: wire.date,
    bankId: wire.bankAccountId,
    methodId: wire.paymentMethodId,
    reference: wire.reference,
    amountCents: wire.amount,
    applications: applicationsOf(wire),
    unappliedCents: wire.unapplied,
    voided: wire.status === 'void',
    deposited: false,
  };
}

/** A payment can also be put on an adjustment increase: that is how a prepayment is refunded. */
export function applicationsOf(wire: Pick<WirePayment, 'applications'>): Application[] {
  return wire.applications.map(({ documentType, documentId: id, amount }) => ({
    to: 'invoice',
    id: documentId(documentType === 'adjustment' ? 'adjustment' : 'plain', id),
    amountCents: amount,
  }));
}
