import type { SubjectType } from '../port/subject';

/** The QBO entities that we read, by the name that queries and answers use. */
export const ENTITY_SUBJECT = {
  Customer: 'client',
  Invoice: 'invoice',
  Payment: 'payment',
  CreditMemo: 'creditMemo',
  JournalEntry: 'journalEntry',
  Deposit: 'deposit',
  Purchase: 'expense',
  Item: 'item',
  Account: 'account',
  PaymentMethod: 'method',
  TaxCode: 'tax',
  TaxRate: 'tax',
  Vendor: 'client',
  Employee: 'client',
  Attachable: 'note',
} as const satisfies Record<string, SubjectType>;

export type EntityName = keyof typeof ENTITY_SUBJECT;

/** Entities that A/R can depend on. */
export const AR_ENTITIES = [
  'Customer',
  'Invoice',
  'Payment',
  'CreditMemo',
  'JournalEntry',
  'Deposit',
  'Purchase',
] as const satisfies readonly EntityName[];
export type ArEntity = (typeof AR_ENTITIES)[number];

/** Name lists hide inactive rows unless both are asked for (recorded: qbo_api, tap-quickbooks). */
export const LISTS_WITH_INACTIVE: ReadonlySet<EntityName> = new Set([
  'Customer',
  'Item',
  'Account',
  'PaymentMethod',
  'TaxCode',
  'TaxRate',
  'Vendor',
  'Employee',
]);
