/**
 * What a set of changes does not tell. Pure: decides from the changed rows what else has to be
 * read, so that no balance, application or *deposited* flag of ours grows stale.
 *
 * A payment that was edited, voided or deleted does not name what it was taken from: that is known
 * from the last reading. Of other changes that take something away (a deposit edited) it is not;
 * they are rare, and the whole is read again.
 */
import { splitId } from '../../ledger/document-id';
import type { Payment } from '../../ledger/entities';
import type { BooksRows } from './books-rows';

/** More documents than this by id: a whole pull is cheaper. */
const IDS_MAX = 400;

/** What is to be read besides the changes. */
export interface Missing {
  /** Invoices, payments and journal entries that a changed document names. */
  readonly invoiceIds: readonly string[];
  readonly paymentIds: readonly string[];
  readonly entryIds: readonly string[];
  /** Customers whose payments lost an invoice, or take from a journal entry. */
  readonly paymentCustomerIds: readonly string[];
}

export type FollowUp =
  | { readonly full: true; readonly why: string }
  | ({ readonly full: false } & Missing);

export interface ChangedRows {
  readonly rows: BooksRows;
  readonly deleted: readonly { readonly entity: string; readonly id: string }[];
  /** Does one of the changed journal entries, deposits or expenses touch A/R? Credits aside. */
  readonly touchesAr: boolean;
  /** Customers of changed journal entries that are credits. */
  readonly creditClientIds: readonly string[];
  /** The changed payments as they were, of those that we knew; null where that cannot be told. */
  readonly before: readonly Payment[] | null;
}

/** Ids of the payments whose change may have taken something away. */
export function changedPayments({ rows, deleted }: Pick<ChangedRows, 'rows' | 'deleted'>) {
  const edited = rows.payments.filter(({ SyncToken }) => SyncToken !== '0').map(({ Id }) => Id);
  return [...edited, ...deleted.flatMap(({ entity, id }) => (entity === 'Payment' ? [id] : []))];
}

/** What is said to be deleted is looked for by its id; of the others the whole is read. */
const LOOKED_FOR: ReadonlySet<string> = new Set(['Customer', 'Invoice', 'JournalEntry', 'Payment']);

export function followUp(changes: ChangedRows): FollowUp {
  const { rows, deleted, before } = changes;
  const full = (why: string): FollowUp => ({ full: true, why });
  if (changes.touchesAr) return full('a journal entry, deposit or expense on A/R');
  if (deleted.some(({ entity }) => !LOOKED_FOR.has(entity))) return full('a document was deleted');
  if (before === null) return full('a payment was changed, and how it was is not known');
  const settled = before.flatMap(({ applications }) => applications);
  if (settled.some(({ to, id }) => to !== 'invoice' || splitId(id).list !== 'plain')) {
    return full('a payment was changed that settled something else than invoices');
  }
  if (rows.deposits.some((row) => row.SyncToken !== '0')) return full('a deposit was edited');
  const links = rows.payments.flatMap((row) => linksOf(row));
  if (links.some(({ TxnType }) => TxnType !== 'Invoice' && TxnType !== 'JournalEntry')) {
    return full('a credit was applied');
  }
  const banked = rows.deposits.flatMap((row) => row.Line.flatMap((line) => line.LinkedTxn ?? []));
  const invoiceDeleted = deleted.some(({ entity }) => entity === 'Invoice');
  const paid = new Set(idsOf(links, 'Invoice'));
  // Edited or voided itself, not merely paid: its payments may have come off.
  const edited = rows.invoices.filter((row) => row.SyncToken !== '0' && !paid.has(row.Id));
  const spending = rows.payments.filter((row) => idsOf(linksOf(row), 'JournalEntry').length > 0);
  const paymentCustomerIds = new Set([
    ...[...edited, ...spending].map((row) => row.CustomerRef.value),
    ...changes.creditClientIds,
    ...(invoiceDeleted ? rows.customers.map((row) => row.Id) : []),
  ]);
  const settledBefore = settled.map(({ id }) => splitId(id).ownId);
  const invoiceIds = missing([...paid, ...settledBefore], rows.invoices);
  const entryIds = missing(idsOf(links, 'JournalEntry'), rows.journalEntries);
  const paymentIds = missing(idsOf(banked, 'Payment'), rows.payments);
  const ids = invoiceIds.length + paymentIds.length + entryIds.length;
  if (ids > IDS_MAX) return full('too many documents');
  const customerIds = [...paymentCustomerIds];
  return { full: false, invoiceIds, paymentIds, entryIds, paymentCustomerIds: customerIds };
}

interface LinkedTxn {
  readonly TxnId: string;
  readonly TxnType: string;
}

function linksOf(row: BooksRows['payments'][number]): readonly LinkedTxn[] {
  return (row.Line ?? []).flatMap((line) => line.LinkedTxn ?? []);
}

function idsOf(links: readonly LinkedTxn[], type: string): string[] {
  return links.filter(({ TxnType }) => TxnType === type).map(({ TxnId }) => TxnId);
}

function missing(ids: readonly string[], among: readonly { readonly Id: string }[]): string[] {
  const known = new Set(among.map((row) => row.Id));
  return [...new Set(ids)].filter((id) => !known.has(id));
}
