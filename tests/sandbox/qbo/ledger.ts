import { isReceivable } from './book/accounts';
import type { Book } from './book/book';
import { openCents } from './book/open';
import { TRANSACTIONS } from './entity-name';
import { booleanAt, refAt, textAt } from './json';
import type { Rec } from './store/record';

export interface LedgerCustomer {
  readonly id: string;
  readonly displayName: string;
  readonly active: boolean;
  /** Own open balance, sub-customers not counted. */
  readonly balanceCents: number;
  readonly parentId: string | null;
  readonly job: boolean;
}

export interface LedgerDocument {
  readonly entity: string;
  readonly id: string;
  readonly docNumber: string | null;
  readonly customerId: string | null;
  readonly date: string;
  readonly totalCents: number;
  /**
   * What is open: of invoices and credit memos the balance, of payments what is unapplied, all
   * three without sign; of other documents the same as `openArCents`.
   */
  readonly balanceCents: number;
  /** What is open as a part of A/R: an unpaid invoice counts up, an unused credit counts down. */
  readonly openArCents: number;
  readonly privateNote: string;
  readonly voided: boolean;
  readonly deleted: boolean;
  readonly applications: readonly {
    readonly type: string;
    readonly id: string;
    readonly cents: number;
  }[];
}

/** The books as plain numbers, for assertions. */
export interface Ledger {
  /** Sum of what is open over all documents. */
  readonly arTotalCents: number;
  /** Balance of the A/R accounts, from postings. */
  readonly arControlCents: number;
  readonly customers: readonly LedgerCustomer[];
  readonly documents: readonly LedgerDocument[];
}

function customer(book: Book, rec: Rec): LedgerCustomer {
  return {
    id: rec.id,
    displayName: textAt(rec.body, 'DisplayName') ?? '',
    active: rec.active,
    balanceCents: book.store.receivables.get(rec.id),
    parentId: refAt(rec.body, 'ParentRef') ?? null,
    job: booleanAt(rec.body, 'Job') ?? false,
  };
}

function document(book: Book, rec: Rec): LedgerDocument {
  const open = openCents(book, rec);
  const unsigned =
    rec.entity === 'Invoice' || rec.entity === 'CreditMemo' || rec.entity === 'Payment';
  return {
    entity: rec.entity,
    id: rec.id,
    docNumber: rec.facts?.docNumber ?? null,
    customerId: rec.facts?.customerId ?? null,
    date: rec.facts?.date ?? '',
    totalCents: rec.facts?.totalCents ?? 0,
    balanceCents: unsigned ? Math.abs(open) : open,
    openArCents: open,
    privateNote: textAt(rec.body, 'PrivateNote') ?? '',
    voided: rec.facts?.voided ?? false,
    deleted: rec.deleted,
    applications: rec.deleted
      ? []
      : (rec.facts?.applications ?? []).map(({ type, id, cents }) => ({ type, id, cents })),
  };
}

export function ledgerOf(book: Book): Ledger {
  const documents = TRANSACTIONS.flatMap((entity) =>
    [...book.store.table(entity).ascending()].map((rec) => document(book, rec)),
  );
  let arControlCents = 0;
  for (const account of book.store.table('Account').ascending()) {
    if (isReceivable(account)) arControlCents += book.store.accounts.get(account.id);
  }
  return {
    arTotalCents: documents.reduce((sum, one) => sum + one.openArCents, 0),
    arControlCents,
    customers: [...book.store.table('Customer').ascending()].map((rec) => customer(book, rec)),
    documents,
  };
}
