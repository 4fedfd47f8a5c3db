import type { JsonObject } from '../json';

/** Products and services of an accounting firm, with the income account of each. */
export const ITEMS: readonly (readonly [string, string])[] = [
  ['Services', 'Services'],
  ['Hours', 'Services'],
  ['Bookkeeping', 'Bookkeeping income'],
  ['Personal tax', 'Personal tax income'],
  ['Corporate tax', 'Corporate tax income'],
  ['Review engagement', 'Assurance income'],
  ['Compilation', 'Assurance income'],
  ['Audit', 'Assurance income'],
  ['Payroll', 'Bookkeeping income'],
  ['Consulting', 'Consulting income'],
  ['Disbursements', 'Disbursements recovered'],
  ['Finance charge', 'Finance charge income'],
  ['Opening balance', 'Services'],
  ['Write-up adjustment', 'Write-ups and write-downs'],
  ['Write-down adjustment', 'Write-ups and write-downs'],
];

export const TERMS: readonly JsonObject[] = [
  { Name: 'Due on receipt', DueDays: 0, DiscountDays: 0 },
  { Name: 'Net 15', DueDays: 15, DiscountDays: 0 },
  { Name: 'Net 30', DueDays: 30, DiscountDays: 0 },
];

export const PAYMENT_METHODS: readonly JsonObject[] = [
  { Name: 'Cash', Type: 'NON_CREDIT_CARD' },
  { Name: 'Cheque', Type: 'NON_CREDIT_CARD' },
  { Name: 'Visa', Type: 'CREDIT_CARD' },
  { Name: 'E-transfer', Type: 'NON_CREDIT_CARD' },
  { Name: 'Direct deposit', Type: 'NON_CREDIT_CARD' },
  { Name: 'QuickBooks Payments', Type: 'CREDIT_CARD' },
];
