/** Every address of TPS that we use, as the assumed contract has them. */
import { ownIdOf, splitId } from '../ledger/document-id';

export const API_BASE = '/api/v1';

export const PATHS = {
  session: '/session',
  clients: '/clients',
  invoices: '/invoices',
  payments: '/payments',
  adjustments: '/adjustments',
  workCodes: '/work-codes',
  bankAccounts: '/bank-accounts',
  paymentMethods: '/payment-methods',
  taxRates: '/tax-rates',
  invoiceTemplates: '/invoice-templates',
  deletions: '/deletions',
  arSummary: '/ar/summary',
} as const;

const LIST_OF = {
  client: PATHS.clients,
  invoice: PATHS.invoices,
  payment: PATHS.payments,
} as const;

/** The list that a record lives in: an invoice or payment with an `A` in its id is an adjustment. */
export function listPath(kind: keyof typeof LIST_OF, id: string): string {
  const isAdjustment = kind !== 'client' && splitId(id).list === 'adjustment';
  return isAdjustment ? PATHS.adjustments : LIST_OF[kind];
}

export function recordPath(kind: keyof typeof LIST_OF, id: string): string {
  return `${listPath(kind, id)}/${encodeURIComponent(ownIdOf(kind, id))}`;
}

export function voidPath(kind: 'invoice' | 'payment', id: string): string {
  return `${recordPath(kind, id)}/void`;
}

export function applicationsPath(id: string): string {
  return `${recordPath('payment', id)}/applications`;
}

export function restorePath(id: string): string {
  return `${recordPath('client', id)}/restore`;
}

export function paymentLinkPath(id: string): string {
  return `${recordPath('invoice', id)}/payment-link`;
}
