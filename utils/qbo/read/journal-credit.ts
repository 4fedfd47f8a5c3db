/**
 * A journal entry that writes off or credits what one customer owes: it debits one account of
 * profit or loss and credits A/R. In the ledger it is a payment. Every other entry on A/R is
 * foreign to TPS (see `foreign.ts`).
 */
import { type Cents, subtractCents, ZERO } from '../../ledger/cents';
import { documentId } from '../../ledger/document-id';
import type { Payment } from '../../ledger/entities';
import { readNote } from '../private-note';
import type { WireJournalEntry } from '../schemas/foreign';
import type { WirePayment } from '../schemas/payment';
import { takenOf } from './foreign';
import type { LedgerAccounts } from './ledger-accounts';

export interface JournalCredit {
  readonly entry: WireJournalEntry;
  readonly clientId: string;
  /** The debited account. */
  readonly accountId: string;
  readonly amountCents: Cents;
}

/** The credit that an entry is, or null when it is anything else. */
export function creditIn(entry: WireJournalEntry, accounts: LedgerAccounts): JournalCredit | null {
  const lines = entry.Line.map(({ Amount, JournalEntryLineDetail }) => ({
    amountCents: Amount ?? ZERO,
    detail: JournalEntryLineDetail,
  }));
  const debit = lines.find(({ detail }) => detail?.PostingType === 'Debit');
  const credit = lines.find(({ detail }) => detail?.PostingType === 'Credit');
  if (lines.length !== 2 || !debit?.detail || !credit?.detail) return null;
  const clientId = credit.detail.Entity?.EntityRef?.value;
  if (clientId === undefined || credit.detail.Entity?.Type !== 'Customer') return null;
  if (!accounts.receivableIds.has(credit.detail.AccountRef.value)) return null;
  const accountId = debit.detail.AccountRef.value;
  if (!accounts.profitAndLossIds.has(accountId)) return null;
  const { amountCents } = credit;
  if (amountCents <= 0 || debit.amountCents !== amountCents) return null;
  return { entry, clientId, accountId, amountCents };
}

/** Entries that are credits, and the others. */
export function creditsAmong(
  entries: readonly WireJournalEntry[],
  accounts: LedgerAccounts,
): { readonly credits: readonly JournalCredit[]; readonly others: readonly WireJournalEntry[] } {
  const credits = entries.flatMap((entry) => creditIn(entry, accounts) ?? []);
  const taken = new Set(credits.map(({ entry }) => entry));
  return { credits, others: entries.filter((entry) => !taken.has(entry)) };
}

/**
 * Credits as payments, given every payment of their customers. Their applications are with those
 * payments, which `foldCredits` joins to them.
 */
export function creditPayments(
  credits: readonly JournalCredit[],
  payments: Iterable<WirePayment>,
): Payment[] {
  const taken = takenOf(payments);
  return credits.map(({ entry, clientId, accountId, amountCents }) => {
    const { memo, marker } = readNote(entry.PrivateNote);
    return {
      kind: 'payment',
      booking: 'journalEntry',
      side: 'qbo',
      id: documentId('journal', entry.Id),
      version: entry.SyncToken,
      modifiedAt: entry.MetaData.LastUpdatedTime,
      marker,
      clientId,
      date: entry.TxnDate,
      bankId: accountId,
      methodId: '',
      reference: '',
      entryNumber: entry.DocNumber,
      memo,
      amountCents,
      applications: [],
      unappliedCents: subtractCents(amountCents, taken(entry.Id, clientId)),
      voided: false,
      deposited: false,
    };
  });
}
