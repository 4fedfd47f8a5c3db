/** The adjustment that equals a credit memo or a journal entry on A/R, as a draft for TPS. */
import { absCents } from '../../ledger/cents';
import { documentId } from '../../ledger/document-id';
import type { InvoiceDraft, PaymentDraft } from '../../ledger/drafts';
import type { Invoice, InvoiceLine, Payment } from '../../ledger/entities';
import { type Convertible, markerOfOriginal } from './convert-facts';
import type { Ready } from './convert-ready';

/** Of the original's own text; TPS takes 2000 characters with our tag. */
const MEMO_LENGTH_MAX = 1000;

/** An increase or a decrease of the whole amount, tax included. */
export function draftOfAdjustment(
  found: Convertible,
  { clientId, applied }: Ready,
): InvoiceDraft | PaymentDraft {
  const { original, raises } = found;
  const { date, totalCents } = original;
  const common = { clientId, date, memo: memoOf(found), marker: markerOfOriginal(original.id) };
  if (!raises) {
    return {
      ...common,
      kind: 'payment',
      booking: 'adjustment',
      bankId: '',
      methodId: '',
      reference: '',
      amountCents: totalCents,
      applications: applied,
    };
  }
  return {
    ...common,
    kind: 'invoice',
    invoiceKind: 'adjustment',
    number: '',
    dueDate: null,
    lines: [amountLine(found)],
    taxes: [],
    totalCents,
    onlinePaymentEmail: null,
  };
}

/**
 * The original as a record of QBO, for the journal and the seal: it is in no list of the ledger, so
 * its id (`C73`) is nobody else's.
 */
export function recordOfOriginal(found: Convertible): Invoice | Payment {
  const { original, raises, applied } = found;
  const { side, version, modifiedAt, clientId, date, memo = '', totalCents } = original;
  const common = {
    side,
    id: documentId('credit', original.id),
    version,
    modifiedAt,
    marker: null,
    clientId,
    date,
    memo,
    voided: false,
  };
  if (!raises) {
    return {
      ...common,
      kind: 'payment',
      booking: original.foreignType === 'journalEntry' ? 'journalEntry' : 'receipt',
      bankId: '',
      methodId: '',
      reference: original.number,
      amountCents: totalCents,
      applications: applied,
      unappliedCents: absCents(original.openCents),
      deposited: false,
    };
  }
  return {
    ...common,
    kind: 'invoice',
    invoiceKind: 'adjustment',
    number: original.number,
    dueDate: null,
    lines: [amountLine(found)],
    taxes: [],
    totalCents,
    balanceCents: original.openCents,
    oddity: null,
    templateId: '',
    paymentLink: null,
    payableOnline: false,
  };
}

/** `Credit memo 1026: Goodwill` */
function memoOf({ original, title }: Convertible): string {
  const name = `${title} ${original.number || original.id}`;
  const own = (original.memo ?? '').slice(0, MEMO_LENGTH_MAX).trim();
  return own === '' ? name : `${name}: ${own}`;
}

function amountLine({ original }: Convertible): InvoiceLine {
  const amountCents = original.totalCents;
  return { codeId: '', description: '', quantity: '1', amountCents, taxKey: '' };
}
