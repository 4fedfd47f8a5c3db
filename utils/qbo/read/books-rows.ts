/** Checked rows of everything that matters for A/R, and the ledger records that they make. */

import type { Asked } from '../../http/failures';
import { parseRow, readRow } from '../../http/parse-row';
import type { Foreign, LedgerRecord } from '../../ledger/entities';
import { tooManyUnread } from '../../ledger/unread';
import { type ArEntity, ENTITY_SUBJECT } from '../entities';
import { customer, type WireCustomer } from '../schemas/customer';
import {
  creditMemo,
  deposit,
  journalEntry,
  purchase,
  type WireCreditMemo,
  type WireDeposit,
  type WireJournalEntry,
  type WirePurchase,
} from '../schemas/foreign';
import { invoice, type WireInvoice } from '../schemas/invoice';
import { payment, type WirePayment } from '../schemas/payment';
import { clientOf } from './client';
import {
  type ArEffect,
  creditMemoRow,
  depositEffects,
  journalEffects,
  openRows,
  purchaseEffects,
} from './foreign';
import { invoiceOf } from './invoice';
import { creditPayments, creditsAmong } from './journal-credit';
import type { LedgerAccounts } from './ledger-accounts';
import { paymentOf } from './payment';
import { unreadRows } from './unread';

export interface BooksRows {
  readonly customers: readonly WireCustomer[];
  readonly invoices: readonly WireInvoice[];
  readonly payments: readonly WirePayment[];
  readonly creditMemos: readonly WireCreditMemo[];
  readonly journalEntries: readonly WireJournalEntry[];
  readonly deposits: readonly WireDeposit[];
  readonly purchases: readonly WirePurchase[];
  /** Rows that could not be read; each stops the customers that it names. */
  readonly unread: readonly Foreign[];
}

export type RawRows = Readonly<Record<ArEntity, readonly unknown[]>>;

/**
 * A row that is not as Intuit documents it stands among `unread` where it can be told whom it
 * concerns; without a customer it has no line on A/R (6000) and concerns nobody. Throws PortError
 * `malformed` where nobody can be told, or where so many are odd that the service is another one.
 */
export function parseBooks(raw: RawRows, asked: Asked): BooksRows {
  const unread: Foreign[] = [];
  const rows = <T>(entity: ArEntity, schema: Parameters<typeof parseRow<T>>[0]): readonly T[] => {
    const read: T[] = [];
    let odd = 0;
    for (const row of raw[entity]) {
      const result = readRow(schema, row);
      if ('read' in result) {
        read.push(result.read);
        continue;
      }
      const found = unreadRows(entity, row, result);
      if (found.length === 0 && MAY_NAME_NOBODY.has(entity)) continue;
      odd += 1;
      if (found.length === 0 || tooManyUnread(odd, raw[entity].length)) {
        parseRow(schema, row, ENTITY_SUBJECT[entity], asked);
      }
      unread.push(...found);
    }
    return read;
  };
  return {
    customers: rows('Customer', customer),
    invoices: rows('Invoice', invoice),
    payments: rows('Payment', payment),
    creditMemos: rows('CreditMemo', creditMemo),
    journalEntries: rows('JournalEntry', journalEntry),
    deposits: rows('Deposit', deposit),
    purchases: rows('Purchase', purchase),
    unread,
  };
}

const MAY_NAME_NOBODY: ReadonlySet<ArEntity> = new Set(['JournalEntry', 'Deposit', 'Purchase']);

/** The A/R effects of journal entries, deposits and expenses; those without any are dropped. */
export function arEffects(
  rows: Pick<BooksRows, 'journalEntries' | 'deposits' | 'purchases'>,
  { receivableIds, receivableItemIds }: LedgerAccounts,
): readonly ArEffect[] {
  return [
    ...rows.journalEntries.flatMap((row) => journalEffects(row, receivableIds)),
    ...rows.deposits.flatMap((row) => depositEffects(row, receivableIds)),
    ...rows.purchases.flatMap((row) => purchaseEffects(row, receivableIds, receivableItemIds)),
  ];
}

/** Ledger records of rows that are complete: every payment of every customer is among them. */
export function recordsOf(rows: BooksRows, accounts: LedgerAccounts): LedgerRecord[] {
  const { credits, others } = creditsAmong(rows.journalEntries, accounts);
  return [
    ...rows.customers.map(clientOf),
    ...rows.invoices.map(invoiceOf),
    ...rows.payments.map(paymentOf),
    ...creditPayments(credits, rows.payments),
    ...rows.creditMemos.flatMap((row) => creditMemoRow(row) ?? []),
    ...openRows(arEffects({ ...rows, journalEntries: others }, accounts), rows.payments),
    ...rows.unread,
  ];
}
