/** Every address of TPS that we use, as the assumed contract has them. */
export const TPS_ORIGIN = 'https://app.tpssoftware.com';
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
  deletions: '/deletions',
  arSummary: '/ar/summary',
} as const;

/** Where the lists of what we write live. */
export const LIST_OF = {
  client: PATHS.clients,
  invoice: PATHS.invoices,
  payment: PATHS.payments,
} as const;

export function one(list: string, id: string): string {
  return `${list}/${encodeURIComponent(id)}`;
}

export function voidPath(list: string, id: string): string {
  return `${one(list, id)}/void`;
}

export function applicationsPath(id: string): string {
  return `${one(PATHS.payments, id)}/applications`;
}
