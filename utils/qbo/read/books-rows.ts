/** Checked rows of everything that matters for A/R, and the ledger records that they make. */
import type { LedgerRecord } from '../../ledger/entities';
import type { Asked } from '../../wire/failures';
import { parseRow } from '../../wire/parse-row';
import { type ArEntity, ENTITY_SUBJECT } from '../entities';
import { customer, type WireCustomer } from '../wire/customer';
import {
  creditMemo,
  deposit,
  journalEntry,
  purchase,
  type WireCreditMemo,
  type WireDeposit,
  type WireJournalEntry,
  type WirePurchase,
} from '../wire/foreign';
import { invoice, type WireInvoice } from '../wire/invoice';
import { payment, type WirePayment } from '../wire/payment';
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

export interface BooksRows {
  readonly customers: readonly WireCustomer[];
  readonly invoices: readonly WireInvoice[];
  readonly payments: readonly WirePayment[];
  readonly creditMemos: readonly WireCreditMemo[];
  readonly journalEntries: readonly WireJournalEntry[];
  readonly deposits: readonly WireDeposit[];
  readonly purchases: readonly WirePurchase[];
}

export type RawRows = Readonly<Record<ArEntity, readonly unknown[]>>;

/** Throws PortError `malformed` at the first row that is not as the contract says, and matters. */
export function parseBooks(raw: RawRows, asked: Asked): BooksRows {
  const rows = <T>(entity: ArEntity, schema: Parameters<typeof parseRow<T>>[0]): readonly T[] =>
    raw[entity].map((row) => parseRow(schema, row, ENTITY_SUBJECT[entity], asked));
  /** Without a customer it has no line on A/R (6000): what is odd in it concerns nobody here. */
  const foreign = <T>(entity: ArEntity, schema: Parameters<typeof parseRow<T>>[0]): readonly T[] =>
    raw[entity]
      .filter((row) => namesCustomer(row) || schema.safeParse(row).success)
      .map((row) => parseRow(schema, row, ENTITY_SUBJECT[entity], asked));
  return {
    customers: rows('Customer', customer),
    invoices: rows('Invoice', invoice),
    payments: rows('Payment', payment),
    creditMemos: rows('CreditMemo', creditMemo),
    journalEntries: foreign('JournalEntry', journalEntry),
    deposits: foreign('Deposit', deposit),
    purchases: foreign('Purchase', purchase),
  };
}

function namesCustomer(row: unknown): boolean {
  return /"CustomerRef"|"type":"customer"/i.test(JSON.stringify(row));
}

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
  ];
}
