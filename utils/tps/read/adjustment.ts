import { subtractCents, sumCents, ZERO } from '../../ledger/cents';
import { documentId } from '../../ledger/document-id';
import type { Invoice, Payment } from '../../ledger/entities';
import { splitMarker } from '../../ledger/marker';
import type { WireAdjustment } from '../schemas';
import { applicationsOf } from './payment';

/**
 * An A/R adjustment as what it does to the receivable: an increase is owed like an invoice, a
 * decrease lowers it like a payment.
 */
export function adjustmentOf(wire: WireAdjustment): Invoice | Payment {
  const { memo, marker } = splitMarker(wire.description);
  const common = {
    side: 'tps',
    id: documentId('adjustment', wire.id),
    version: wire.version,
    modifiedAt: wire.modifiedAt,
    memo,
    marker,
    clientId: wire.clientId,
    date: wire.date,
    voided: wire.status === 'void',
  } as const;
  if (wire.direction === 'decrease') {
    const applications = applicationsOf(wire);
    const applied = sumCents(applications.map((application) => application.amountCents));
    return {
      ...common,
      kind: 'payment',
      booking: 'adjustment',
      bankId: '',
      methodId: '',
      reference: '',
      amountCents: wire.amount,
      applications,
      unappliedCents: common.voided ? ZERO : subtractCents(wire.amount, applied),
      deposited: false,
    };
  }
  return {
    ...common,
    kind: 'invoice',
    invoiceKind: 'adjustment',
    number: '',
    dueDate: null,
    lines: [{ codeId: '', description: '', quantity: '1', amountCents: wire.amount, taxKey: '' }],
    taxes: [],
    totalCents: wire.amount,
    balanceCents: common.voided ? ZERO : (wire.balance ?? wire.amount),
    oddity: null,
    templateId: '',
    paymentLink: null,
    payableOnline: false,
  };
}
