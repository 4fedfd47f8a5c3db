import { cents } from '../../../utils/ledger/cents';
import type { ClientDraft, InvoiceDraft, PaymentDraft } from '../../../utils/ledger/drafts';
import { plainDate } from '../../../utils/ledger/plain-date';

export function clientDraft(change: Partial<ClientDraft> = {}): ClientDraft {
  return {
    kind: 'client',
    name: "Roy & Fils d'Acadie",
    code: 'ROY01',
    firstName: 'Zoé',
    lastName: 'Roy',
    email: 'zoe@roy.example',
    phone: '514 555-0101',
    address: {
      line1: '12, rue Sainte-Anne',
      line2: 'bureau 3',
      city: 'Québec',
      province: 'QC',
      postalCode: 'G1R 1A1',
      country: 'Canada',
    },
    marker: '[TPS client 12]',
    ...change,
  };
}

export function invoiceDraft(
  change: Partial<InvoiceDraft> & Pick<InvoiceDraft, 'clientId' | 'lines' | 'taxes' | 'totalCents'>,
): InvoiceDraft {
  return {
    kind: 'invoice',
    invoiceKind: 'invoice',
    number: 'SD-1042',
    date: plainDate('2026-02-10'),
    dueDate: plainDate('2026-03-12'),
    memo: 'Year-end work',
    onlinePaymentEmail: null,
    marker: '[TPS invoice 118]',
    ...change,
  };
}

export function paymentDraft(
  change: Partial<PaymentDraft> & Pick<PaymentDraft, 'clientId' | 'bankId'>,
): PaymentDraft {
  return {
    kind: 'payment',
    booking: 'receipt',
    date: plainDate('2026-02-20'),
    methodId: '',
    reference: 'CHQ 991',
    memo: 'With thanks',
    amountCents: cents(100_00),
    applications: [],
    marker: '[TPS payment 55]',
    ...change,
  };
}
