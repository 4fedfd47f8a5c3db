/** One journal entry as it is now, with what its customer's payments do with it. */

import { parseRow } from '../../http/parse-row';
import { documentId } from '../../ledger/document-id';
import type { Foreign, Payment } from '../../ledger/entities';
import { foldCredits } from '../../ledger/fold-credits';
import type { Subject } from '../../port/subject';
import { quoted } from '../query';
import type { QboReply, QboTransport } from '../request';
import { journalEntry, type WireJournalEntry } from '../schemas/foreign';
import { payment, type WirePayment } from '../schemas/payment';
import { journalEffects, openRows } from './foreign';
import { inner } from './identify';
import { creditIn, creditPayments } from './journal-credit';
import type { LedgerAccounts } from './ledger-accounts';
import { getOrNull } from './one';
import { readEntities } from './pages';
import { paymentOf } from './payment';

/** An entry that credits one customer. */
export interface FoldedCredit {
  readonly entry: WireJournalEntry;
  /** With the applications of its parts; its version names them. */
  readonly record: Payment;
  /** The payments of 0.00 that do nothing but apply the entry. */
  readonly parts: readonly WirePayment[];
}

/**
 * The credit that an entry is; a foreign row when it is another entry on A/R; null when it does not
 * exist or has no business with A/R (any more).
 */
export async function readJournalEntry(
  transport: QboTransport,
  id: string,
  accounts: LedgerAccounts,
  subject: Subject = { type: 'journalEntry', label: id },
): Promise<FoldedCredit | Foreign | null> {
  const path = `journalentry/${encodeURIComponent(id)}`;
  const reply = await getOrNull(transport, { path, subject });
  if (!reply) return null;
  return withPayments(transport, entryIn(reply), accounts);
}

/** The entry in an answer about one object. */
export function entryIn(reply: QboReply): WireJournalEntry {
  return parseRow(journalEntry, inner(reply, 'JournalEntry'), 'journalEntry', reply.asked);
}

/** What an entry is, once the payments of its customer are read. */
export async function withPayments(
  transport: QboTransport,
  entry: WireJournalEntry,
  accounts: LedgerAccounts,
): Promise<FoldedCredit | Foreign | null> {
  const effects = journalEffects(entry, accounts.receivableIds);
  const [effect] = effects;
  if (!effect) return null;
  const payments = await paymentsOf(transport, effect.clientId);
  return foldedCredit(entry, payments, accounts) ?? openRows(effects, payments)[0] ?? null;
}

/** Pure: the entry with its parts, or null when it is no credit of one customer. */
export function foldedCredit(
  entry: WireJournalEntry,
  payments: readonly WirePayment[],
  accounts: LedgerAccounts,
): FoldedCredit | null {
  const credit = creditIn(entry, accounts);
  if (!credit) return null;
  const rows = [...creditPayments([credit], payments), ...payments.map(paymentOf)];
  const id = documentId('journal', entry.Id);
  const folded = foldCredits(new Map(rows.map((row) => [row.id, row])), (row) => row.id === id);
  const record = folded.get(id);
  if (!record) throw new Error(`no credit ${id} among its own rows`);
  return {
    entry,
    record,
    parts: payments.filter((row) => !folded.has(documentId('plain', row.Id))),
  };
}

/** Every payment of a customer, as it is now. */
export async function paymentsOf(
  transport: QboTransport,
  clientId: string,
): Promise<readonly WirePayment[]> {
  const where = { Payment: `CustomerRef = ${quoted(clientId)}` };
  const all = await readEntities(transport, ['Payment'], () => {}, where);
  return [...all.values()].flatMap(({ rows, asked }) =>
    rows.map((row) => parseRow(payment, row, 'payment', asked)),
  );
}
