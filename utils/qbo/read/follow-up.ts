/**
 * What a set of changes does not tell. Pure: decides from the changed rows what else has to be
 * read, so that no balance, application or *deposited* flag of ours grows stale.
 *
 * A change that takes something away (a payment edited, voided or deleted; a deposit edited) does
 * not name what it was taken from; such changes are rare, and the whole is read again.
 */
import type { BooksRows } from './books-rows';

/** More customers than this to look through: a whole pull is cheaper. */
const CUSTOMERS_MAX = 20;
/** More documents than this by id: likewise. */
const IDS_MAX = 400;

export type FollowUp =
  | { readonly full: true; readonly why: string }
  | {
      readonly full: false;
      /** Invoices and payments that a changed document names, and that are not among the changes. */
      readonly invoiceIds: readonly string[];
      readonly paymentIds: readonly string[];
      /** Customers whose payments lost an invoice. */
      readonly paymentCustomerIds: readonly string[];
    };

export interface ChangedRows {
  readonly rows: BooksRows;
  readonly deleted: readonly { readonly entity: string; readonly id: string }[];
  /** Does one of the changed journal entries, deposits or expenses touch A/R? */
  readonly touchesAr: boolean;
}

export function followUp(changes: ChangedRows): FollowUp {
  const { rows, deleted } = changes;
  const full = (why: string): FollowUp => ({ full: true, why });
  if (changes.touchesAr) return full('a journal entry, deposit or expense on A/R');
  if (deleted.some(({ entity }) => entity === 'Payment')) return full('a payment was deleted');
  if (deleted.some(({ entity }) => entity === 'Deposit')) return full('a deposit was deleted');
  if (rows.payments.some((row) => row.SyncToken !== '0')) return full('a payment was edited');
  if (rows.deposits.some((row) => row.SyncToken !== '0')) return full('a deposit was edited');
  const lines = rows.payments.flatMap((row) => row.Line ?? []);
  const links = lines.flatMap((line) => line.LinkedTxn ?? []);
  if (links.some((link) => link.TxnType !== 'Invoice')) return full('a credit was applied');
  const banked = rows.deposits.flatMap((row) => row.Line.flatMap((line) => line.LinkedTxn ?? []));
  const invoiceDeleted = deleted.some(({ entity }) => entity === 'Invoice');
  const paid = new Set(links.map((link) => link.TxnId));
  // Edited or voided itself, not merely paid: its payments may have come off.
  const edited = rows.invoices.filter((row) => row.SyncToken !== '0' && !paid.has(row.Id));
  const paymentCustomerIds = new Set([
    ...edited.map((row) => row.CustomerRef.value),
    ...(invoiceDeleted ? rows.customers.map((row) => row.Id) : []),
  ]);
  const invoiceIds = missing(
    links.map((link) => link.TxnId),
    rows.invoices,
  );
  const paymentIds = missing(
    banked.filter((link) => link.TxnType === 'Payment').map((link) => link.TxnId),
    rows.payments,
  );
  if (paymentCustomerIds.size > CUSTOMERS_MAX) return full('too many customers');
  if (invoiceIds.length + paymentIds.length > IDS_MAX) return full('too many documents');
  return { full: false, invoiceIds, paymentIds, paymentCustomerIds: [...paymentCustomerIds] };
}

function missing(ids: readonly string[], among: readonly { readonly Id: string }[]): string[] {
  const known = new Set(among.map((row) => row.Id));
  return [...new Set(ids)].filter((id) => !known.has(id));
}
