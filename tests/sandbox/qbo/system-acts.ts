import { undepositedFunds } from './book/accounts';
import { openFor } from './book/open';
import type { QboCompany } from './company';
import { amount } from './decimal';
import { businessError } from './fault';
import { booleanAt, type JsonObject, objectAt, textAt } from './json';
import type { Rec } from './store/record';
import { existing } from './write/operations';

/** The system user that books payments made online by customers. */
const PAYMENTS_USER = 'QuickBooks Payments';
const SYSTEM_USER = 'QuickBooks Online';

function paymentMethod(company: QboCompany, name: string): JsonObject | undefined {
  const table = company.internals.store.table('PaymentMethod');
  const [id] = table.byName.get(name.toLowerCase());
  return id === undefined ? undefined : { value: id };
}

/** A customer pays an invoice by its payment link: whole, or `cents` of it. */
export function payOnline(company: QboCompany, invoiceId: string, cents?: number): JsonObject {
  const book = company.internals;
  const invoice = existing(book, 'Invoice', invoiceId);
  const customerId = invoice.facts?.customerId ?? '';
  const paid = cents ?? openFor(book, invoice, customerId);
  if (paid <= 0) throw businessError('This invoice has no open balance.');
  const method = paymentMethod(company, PAYMENTS_USER);
  const sent: JsonObject = {
    CustomerRef: { value: customerId },
    TotalAmt: amount(paid),
    DepositToAccountRef: { value: undepositedFunds(book.store).id },
    ...(method === undefined ? {} : { PaymentMethodRef: method }),
    PrivateNote: 'Paid online via QuickBooks Payments',
    Line: [{ Amount: amount(paid), LinkedTxn: [{ TxnId: invoiceId, TxnType: 'Invoice' }] }],
  };
  return company.create('Payment', sent, { user: PAYMENTS_USER });
}

/** Projects are made by the web page; they are sub-customers with a flag. */
export function createProject(company: QboCompany, parentId: string, name: string): JsonObject {
  const made = company.create('Customer', {
    DisplayName: name,
    Job: true,
    BillWithParent: true,
    ParentRef: { value: parentId },
  });
  const { store } = company.internals;
  const rec = existing(company.internals, 'Customer', textAt(made, 'Id') ?? '');
  store.put({ ...rec, body: { ...rec.body, IsProject: true } });
  return company.read('Customer', rec.id);
}

/**
 * The web page does not refuse a balance: it books a credit memo (or, for a credit balance, an
 * invoice) that brings it to zero (Intuit: Customer reference), then makes the customer inactive.
 */
export function inactivateInUi(company: QboCompany, customerId: string): JsonObject {
  const balanceCents = company.internals.store.receivables.get(customerId);
  const options = { user: SYSTEM_USER };
  if (balanceCents !== 0) {
    const line = {
      Amount: amount(Math.abs(balanceCents)),
      DetailType: 'SalesItemLineDetail',
      SalesItemLineDetail: {},
    };
    const entity = balanceCents > 0 ? 'CreditMemo' : 'Invoice';
    const body = {
      CustomerRef: { value: customerId },
      GlobalTaxCalculation: 'NotApplicable',
      PrivateNote: 'Created by QB Online to adjust balance for deletion',
      Line: [line],
    };
    company.create(entity, body, options);
  }
  const rec = existing(company.internals, 'Customer', customerId);
  const off = { Id: rec.id, SyncToken: String(rec.syncToken), sparse: true, Active: false };
  return company.update('Customer', off, options);
}

/** Preferences.SalesFormsPrefs.AutoApplyCredit: a new credit pays the oldest open invoices. */
export function applyCreditToOldest(company: QboCompany, memo: Rec): void {
  const book = company.internals;
  const prefs = objectAt(book.preferences(), 'SalesFormsPrefs');
  const customerId = memo.facts?.customerId;
  if (booleanAt(prefs, 'AutoApplyCredit') !== true || !customerId) return;
  const creditCents = memo.facts?.totalCents ?? 0;
  let left = creditCents;
  const table = book.store.table('Invoice');
  const invoices = [...table.byCustomer.get(customerId)]
    .flatMap((id) => table.get(id) ?? [])
    .sort((a, b) => ((a.facts?.date ?? '') < (b.facts?.date ?? '') ? -1 : 1));
  const lines: JsonObject[] = [];
  for (const invoice of invoices) {
    const cents = Math.min(left, openFor(book, invoice, customerId));
    if (cents <= 0) continue;
    left -= cents;
    const link = { TxnId: invoice.id, TxnType: 'Invoice' };
    lines.push({ Amount: amount(cents), LinkedTxn: [link] });
  }
  if (left === creditCents) return;
  const credit = { TxnId: memo.id, TxnType: 'CreditMemo' };
  lines.push({ Amount: amount(creditCents - left), LinkedTxn: [credit] });
  company.create('Payment', {
    CustomerRef: { value: customerId },
    TotalAmt: 0,
    PrivateNote: 'Created by QB Online to link credits to charges.',
    Line: lines,
  });
}
