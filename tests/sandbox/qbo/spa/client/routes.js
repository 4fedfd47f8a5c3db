/** Web routes of documents (LedgerSync dashboard_url_helper.rb, fyle's links). */
export const ROUTES = {
  invoice: 'Invoice',
  recvpayment: 'Payment',
  creditmemo: 'CreditMemo',
  journal: 'JournalEntry',
  deposit: 'Deposit',
  expense: 'Purchase',
  check: 'Purchase',
  salesreceipt: 'SalesReceipt',
  refundreceipt: 'RefundReceipt',
};

const BY_TYPE = {
  Invoice: 'invoice',
  Payment: 'recvpayment',
  CreditMemo: 'creditmemo',
  JournalEntry: 'journal',
  Deposit: 'deposit',
  Purchase: 'expense',
  Expense: 'expense',
  Check: 'check',
  SalesReceipt: 'salesreceipt',
  RefundReceipt: 'refundreceipt',
};

const TITLES = {
  Invoice: 'Invoice',
  Payment: 'Payment',
  CreditMemo: 'Credit memo',
  JournalEntry: 'Journal entry',
  Deposit: 'Deposit',
  Purchase: 'Expense',
  SalesReceipt: 'Sales receipt',
  RefundReceipt: 'Refund receipt',
};

export const pathOf = (type, id) => `/app/${BY_TYPE[type] ?? 'invoice'}?txnId=${id}`;
export const titleOf = (entity) => TITLES[entity] ?? entity;
