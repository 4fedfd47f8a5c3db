import { AR_ACCOUNT, type Posting } from './journal';
import type { AdjustmentRecord, InvoiceRecord, PaymentRecord } from './records';

/** How each kind of document posts. A void document posts nothing. */
export function invoicePostings(invoice: InvoiceRecord): readonly Posting[] {
  if (invoice.isVoid) return [];
  const { clientId } = invoice;
  return [
    { account: AR_ACCOUNT, clientId, cents: invoice.totalCents },
    ...invoice.lines.map((line) => ({
      account: `Revenue ${line.workCodeId}`,
      clientId: null,
      cents: -line.amountCents,
    })),
    ...invoice.taxesCents.map((cents, slot) => ({
      account: `Tax ${slot + 1} payable`,
      clientId: null,
      cents: -cents,
    })),
  ];
}

export function paymentPostings(payment: PaymentRecord): readonly Posting[] {
  if (payment.isVoid) return [];
  const { clientId, amountCents } = payment;
  return [
    { account: `Bank ${payment.bankAccountId}`, clientId: null, cents: amountCents },
    { account: AR_ACCOUNT, clientId, cents: -amountCents },
  ];
}

export function adjustmentPostings(adjustment: AdjustmentRecord): readonly Posting[] {
  if (adjustment.isVoid) return [];
  const { clientId, amountCents, direction } = adjustment;
  const sign = direction === 'increase' ? 1 : -1;
  return [
    { account: AR_ACCOUNT, clientId, cents: sign * amountCents },
    { account: `Adjustment ${direction}`, clientId: null, cents: -sign * amountCents },
  ];
}
