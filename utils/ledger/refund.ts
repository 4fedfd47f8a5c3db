/**
 * A cheque or an expense of QBO booked on A/R of one customer: money that goes back to the client.
 * It is owed like TPS's adjustment increase, so it is one in the ledger (domain.md: "Detach /
 * Attach … onto an adjustment increase (that is how a prepayment is refunded)").
 */
import { ZERO } from './cents';
import { documentId, splitId } from './document-id';
import type { Foreign, ForeignOn, InvoiceOn } from './entities';

export type RefundType = 'cheque' | 'expense';

export type RefundRow = ForeignOn<'qbo'> & { readonly foreignType: RefundType };

/** Does this row give money back? A credit of a card lowers what is owed instead. */
export function isRefund(row: Foreign): row is RefundRow {
  const isPaidOut = row.foreignType === 'cheque' || row.foreignType === 'expense';
  return row.side === 'qbo' && isPaidOut && !row.lowers;
}

/** `Q88`, `X88` */
export function refundId({ foreignType, id }: Pick<RefundRow, 'foreignType' | 'id'>): string {
  return documentId(foreignType, id);
}

export function isRefundId(id: string): boolean {
  const { list } = splitId(id);
  return list === 'cheque' || list === 'expense';
}

/** The row as an invoice without a number, since numbers of cheques are a sequence of their own. */
export function refundOf(row: RefundRow): InvoiceOn<'qbo'> {
  const { version, modifiedAt, marker, clientId, date, number, memo = '' } = row;
  const { totalCents, openCents } = row;
  return {
    kind: 'invoice',
    invoiceKind: 'adjustment',
    side: 'qbo',
    id: refundId(row),
    version,
    modifiedAt,
    marker,
    clientId,
    number: '',
    date,
    dueDate: null,
    memo: memo || number,
    lines: [{ codeId: '', description: '', quantity: '1', amountCents: totalCents, taxKey: '' }],
    taxes: [],
    totalCents,
    balanceCents: openCents,
    voided: totalCents === ZERO,
    oddity: null,
    templateId: '',
    paymentLink: null,
    payableOnline: false,
  };
}
