/** The entities that hold records here. */
export const ENTITIES = [
  'Customer',
  'Vendor',
  'Employee',
  'Item',
  'Account',
  'TaxCode',
  'TaxRate',
  'Term',
  'PaymentMethod',
  'Invoice',
  'Payment',
  'CreditMemo',
  'JournalEntry',
  'Deposit',
  'Purchase',
  'SalesReceipt',
  'RefundReceipt',
  'Attachable',
  'Preferences',
  'CompanyInfo',
] as const;
export type EntityName = (typeof ENTITIES)[number];

/** Documents that post to accounts. They share one sequence of ids (recorded: minimul/qbo_api). */
export const TRANSACTIONS = [
  'Invoice',
  'Payment',
  'CreditMemo',
  'JournalEntry',
  'Deposit',
  'Purchase',
  'SalesReceipt',
  'RefundReceipt',
] as const;
export type TransactionName = (typeof TRANSACTIONS)[number];

/**
 * Entities that the real service knows and this stand-in holds none of: a query finds nothing
 * (`{"QueryResponse":{}}`) instead of failing with 4001.
 */
export const KNOWN_BUT_EMPTY: ReadonlySet<string> = new Set(
  [
    'Bill',
    'BillPayment',
    'Budget',
    'Class',
    'Department',
    'Estimate',
    'JournalCode',
    'PurchaseOrder',
    'TaxAgency',
    'TimeActivity',
    'Transfer',
    'VendorCredit',
    'CompanyCurrency',
    'CustomerType',
    'CreditCardPayment',
    'ExchangeRate',
    'RecurringTransaction',
  ].map((name) => name.toLowerCase()),
);

const byLowerCase = new Map<string, EntityName>(ENTITIES.map((name) => [name.toLowerCase(), name]));
const transactions: ReadonlySet<string> = new Set(TRANSACTIONS);

/** The entity named in any letter case (node-quickbooks sends lower case), or undefined. */
export function entityNamed(text: string): EntityName | undefined {
  return byLowerCase.get(text.toLowerCase());
}

export function isTransaction(entity: string): entity is TransactionName {
  return transactions.has(entity);
}

/** People and companies share one list: one sequence of ids, one set of names. */
export function isPerson(entity: EntityName): boolean {
  return entity === 'Customer' || entity === 'Vendor' || entity === 'Employee';
}

/** Rows that are hidden from queries once inactive. */
export function hasActiveFlag(entity: EntityName): boolean {
  return (
    isPerson(entity) ||
    entity === 'Item' ||
    entity === 'Account' ||
    entity === 'Term' ||
    entity === 'PaymentMethod' ||
    entity === 'TaxCode' ||
    entity === 'TaxRate'
  );
}
