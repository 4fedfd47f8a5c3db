import { absCents, negateCents, subtractCents, sumCents, ZERO } from '../../ledger/cents';
import { documentId, type IdList } from '../../ledger/document-id';
import type { Application, Payment } from '../../ledger/entities';
import { readNote } from '../private-note';
import type { WirePayment } from '../schemas/payment';

export function paymentOf(wire: WirePayment): Payment {
  const note = readNote(wire.PrivateNote);
  const applications = applicationsOf(wire);
  const applied = sumCents(applications.map((application) => application.amountCents));
  return {
    kind: 'payment',
    booking: 'receipt',
    side: 'qbo',
    id: documentId('plain', wire.Id),
    version: wire.SyncToken,
    modifiedAt: wire.MetaData.LastUpdatedTime,
    marker: note.marker,
    clientId: wire.CustomerRef.value,
    date: wire.TxnDate,
    bankId: wire.DepositToAccountRef,
    methodId: wire.PaymentMethodRef,
    reference: wire.PaymentRefNum,
    memo: note.memo,
    amountCents: wire.TotalAmt,
    applications,
    unappliedCents: wire.UnappliedAmt ?? subtractCents(wire.TotalAmt, applied),
    // By content, in any language; one of 0.00 that applies a credit takes nothing in, and stands.
    voided: wire.TotalAmt === 0 && applications.length === 0,
    deposited: (wire.LinkedTxn ?? []).some((link) => link.TxnType === 'Deposit'),
  };
}

/**
 * What the payment is applied to. A credit that it uses up (a credit memo; a journal entry in
 * credit) is negative, so that applications and the unapplied rest always make up the amount. Of a
 * journal entry the wire does not say which way it went: the payment's own sum does.
 */
function applicationsOf(wire: WirePayment): Application[] {
  const lines = (wire.Line ?? []).flatMap((line) => {
    const link = line.LinkedTxn?.[0];
    return link && line.Amount !== 0 ? [{ ...link, amountCents: line.Amount }] : [];
  });
  const used = subtractCents(wire.TotalAmt, wire.UnappliedAmt ?? ZERO);
  const charged = (creditTypes: ReadonlySet<string>) =>
    lines.map(({ TxnId, TxnType, amountCents }): Application => {
      const { to, list } = LINKED[TxnType] ?? OTHER;
      const id = documentId(list, TxnId);
      const sign = creditTypes.has(TxnType) ? negateCents : absCents;
      return { to, id, amountCents: amountCents < 0 ? amountCents : sign(amountCents) };
    });
  for (const credits of CREDIT_GUESSES) {
    const applications = charged(credits);
    if (sumCents(applications.map((a) => a.amountCents)) === used) return applications;
  }
  return charged(CREDIT_GUESSES[0]);
}

const OTHER = { to: 'other', list: 'plain' } as const;

/** What a payment can be applied to, as the ledger has it; a refund is owed like an invoice. */
const LINKED: Readonly<Record<string, Pick<Application, 'to'> & { readonly list: IdList }>> = {
  Invoice: { to: 'invoice', list: 'plain' },
  Check: { to: 'invoice', list: 'cheque' },
  Expense: { to: 'invoice', list: 'expense' },
  JournalEntry: { to: 'other', list: 'journal' },
};

/** Which linked types lower what is owed, likeliest first. */
const CREDIT_GUESSES: readonly [ReadonlySet<string>, ...ReadonlySet<string>[]] = [
  new Set(['CreditMemo', 'Deposit']),
  new Set(['CreditMemo', 'Deposit', 'JournalEntry']),
  new Set(['CreditMemo']),
  new Set(['CreditMemo', 'JournalEntry']),
];
