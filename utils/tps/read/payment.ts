import { absCents, negateCents, subtractCents, sumCents, ZERO } from '../../ledger/cents';
import type { Adjustment, Application, Payment } from '../../ledger/entities';
import { splitMarker } from '../../ledger/marker';
import type { WireAdjustment, WirePayment } from '../schemas';

export function paymentOf(wire: WirePayment): Payment {
  return {
    kind: 'payment',
    side: 'tps',
    id: wire.id,
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

export function adjustmentOf(wire: WireAdjustment): Adjustment {
  const applications = applicationsOf(wire);
  const voided = wire.status === 'void';
  return {
    kind: 'adjustment',
    side: 'tps',
    id: wire.id,
    version: wire.version,
    modifiedAt: wire.modifiedAt,
    ...splitMarker(wire.description),
    clientId: wire.clientId,
    direction: wire.direction,
    date: wire.date,
    amountCents: wire.amount,
    applications,
    openCents: voided ? ZERO : openOf(wire, applications),
    voided,
  };
}

function openOf(wire: WireAdjustment, applications: readonly Application[]) {
  if (wire.direction === 'increase') return absCents(wire.balance ?? wire.amount);
  const applied = sumCents(applications.map((application) => application.amountCents));
  return negateCents(subtractCents(wire.amount, applied));
}

function applicationsOf(wire: Pick<WirePayment, 'applications'>): Application[] {
  return wire.applications.map(({ documentType, documentId, amount }) => ({
    to: documentType,
    id: documentId,
    amountCents: amount,
  }));
}
