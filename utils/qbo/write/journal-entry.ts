/** A PaymentDraft that is booked by journal entry as JSON: the entry, and what applies it. */

import { type Cents, sumCents, wireNumber } from '../../ledger/cents';
import { ownIdOf } from '../../ledger/document-id';
import type { PaymentDraft } from '../../ledger/drafts';
import type { WireJournalEntry } from '../schemas/foreign';
import { noteOf } from './invoice';

type Json = Readonly<Record<string, unknown>>;

/** Debits the draft's account and credits A/R with the customer. */
export function newEntry(draft: PaymentDraft, receivableId: string): Json {
  const line = (detail: Json): Json => ({
    Amount: wireNumber(draft.amountCents),
    DetailType: 'JournalEntryLineDetail',
    JournalEntryLineDetail: detail,
  });
  return {
    TxnDate: draft.date,
    PrivateNote: noteOf(draft.memo, draft.marker),
    Line: [
      line({ PostingType: 'Debit', AccountRef: { value: draft.bankId } }),
      line({
        PostingType: 'Credit',
        AccountRef: { value: receivableId },
        Entity: customerEntity(draft.clientId),
      }),
    ],
  };
}

/**
 * The whole entry with what the draft says: lines of a journal entry cannot be changed one by one.
 * What we do not know (number, class, texts of lines) stays; so does the A/R account.
 */
export function changedEntry(draft: PaymentDraft, before: WireJournalEntry): Json {
  const { MetaData: _, DocNumber, ...kept } = before;
  return {
    ...kept,
    ...(DocNumber === '' ? {} : { DocNumber }),
    sparse: false,
    TxnDate: draft.date,
    PrivateNote: noteOf(draft.memo, draft.marker),
    Line: before.Line.map((line) => {
      const detail = line.JournalEntryLineDetail;
      const change =
        detail?.PostingType === 'Debit'
          ? { AccountRef: { value: draft.bankId } }
          : { Entity: customerEntity(draft.clientId) };
      return {
        ...line,
        Amount: wireNumber(draft.amountCents),
        JournalEntryLineDetail: { ...detail, ...change },
      };
    }),
  };
}

/** A payment of 0.00 that applies the entry to the draft's invoices (as customeros does). */
export function applyingPayment(draft: PaymentDraft, entryId: string): Json {
  const line = (id: string, type: string, amount: Cents): Json => ({
    Amount: wireNumber(amount),
    LinkedTxn: [{ TxnId: id, TxnType: type }],
  });
  const { applications } = draft;
  const all = sumCents(applications.map(({ amountCents }) => amountCents));
  return {
    CustomerRef: { value: draft.clientId },
    TxnDate: draft.date,
    TotalAmt: 0,
    Line: [
      ...applications.map(({ id, amountCents }) =>
        line(ownIdOf('invoice', id), 'Invoice', amountCents),
      ),
      line(entryId, 'JournalEntry', all),
    ],
  };
}

function customerEntity(clientId: string): Json {
  return { Type: 'Customer', EntityRef: { value: clientId } };
}
