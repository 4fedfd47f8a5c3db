/** Everything that a backup holds, by the name that its own system uses. */

/** Lists of TPS that the sync reads or writes; each has an address of this name in `tps/paths`. */
export const TPS_LISTS = [
  'clients',
  'invoices',
  'payments',
  'adjustments',
  'workCodes',
  'bankAccounts',
  'paymentMethods',
  'taxRates',
  'invoiceTemplates',
] as const;
export type TpsList = (typeof TPS_LISTS)[number];

/** Entities of QuickBooks that the sync reads or writes, and those that its documents refer to. */
export const QBO_ENTITIES = [
  'CompanyInfo',
  'Preferences',
  'Customer',
  'Invoice',
  'Payment',
  'CreditMemo',
  'JournalEntry',
  'Deposit',
  'Purchase',
  'SalesReceipt',
  'RefundReceipt',
  'Item',
  'Account',
  'TaxCode',
  'TaxRate',
  'PaymentMethod',
  'Term',
] as const;
export type QboEntity = (typeof QBO_ENTITIES)[number];

/** What our own database knows of the pair. `runs` is the head of the journal: what ran, and how it ended. */
export const OWN_TABLES = ['pair', 'links', 'mappings', 'wishes', 'ignores', 'runs'] as const;
export type OwnTable = (typeof OWN_TABLES)[number];

/** Names are told apart by their shelf; no two shelves share one. */
export type RawEntity = TpsList | QboEntity | OwnTable;

export const SHELVES = ['tps', 'qbo', 'own'] as const;
export type Shelf = (typeof SHELVES)[number];

export const ENTITIES_OF: { readonly [S in Shelf]: readonly RawEntity[] } = {
  tps: TPS_LISTS,
  qbo: QBO_ENTITIES,
  own: OWN_TABLES,
};
