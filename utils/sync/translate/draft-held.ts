import { CLIENT_FIELDS, clientField, sameContent } from '../../ledger/content';
import type { Draft } from '../../ledger/drafts';
import type { Linkable } from '../../ledger/link';
import { taxTotal } from './translate-invoice';

/**
 * Does this record say everything that the draft wants to say? `taxToleranceCents` is what the
 * system may make of the tax by itself.
 */
export function draftHeld(draft: Draft, record: Linkable, taxToleranceCents: number): boolean {
  if (draft.kind === 'client' && record.kind === 'client') {
    return CLIENT_FIELDS.every((field) => clientField(draft, field) === clientField(record, field));
  }
  if (draft.kind === 'invoice' && record.kind === 'invoice') {
    const { clientId, number, date, memo, lines } = draft;
    // Without a due date the system makes one of its own.
    const dueDate = draft.dueDate ?? record.dueDate;
    const taxResidue = Math.abs(taxTotal(draft.taxes) - taxTotal(record.taxes));
    const totalResidue = Math.abs(draft.totalCents - record.totalCents);
    return (
      !record.voided &&
      taxResidue <= taxToleranceCents &&
      totalResidue <= taxToleranceCents &&
      sameContent(record, { ...record, clientId, number, date, dueDate, memo, lines })
    );
  }
  if (draft.kind === 'payment' && record.kind === 'payment') {
    const { clientId, date, bankId, methodId, reference, memo, amountCents, applications } = draft;
    return (
      !record.voided &&
      sameContent(record, {
        ...record,
        booking: draft.booking,
        clientId,
        date,
        bankId,
        methodId,
        reference,
        memo,
        amountCents,
        applications,
      })
    );
  }
  return false;
}
