/**
 * What documents that TPS does not know do to a customer's A/R. A credit memo says itself what is
 * left of it. For journal entries, deposits and expenses QBO does not say; but the payments that
 * settle them do, so it is computed from both.
 */
import { absCents, type Cents, cents, negateCents, sumCents, ZERO } from '../../ledger/cents';
import type { ForeignOn, ForeignType } from '../../ledger/entities';
import { readNote } from '../private-note';
import type {
  WireCreditMemo,
  WireDeposit,
  WireJournalEntry,
  WirePurchase,
} from '../schemas/foreign';
import type { WirePayment } from '../schemas/payment';

/** A document with the effect of its A/R lines on one customer; positive raises what is owed. */
export interface ArEffect {
  readonly type: ForeignType;
  readonly document: WireJournalEntry | WireDeposit | WirePurchase;
  readonly clientId: string;
  readonly effectCents: Cents;
}

/** A voided credit memo has no row. */
export function creditMemoRow(wire: WireCreditMemo): ForeignOn<'qbo'> | null {
  if (wire.TotalAmt === 0) return null;
  return {
    ...commonOf(wire, 'creditMemo'),
    clientId: wire.CustomerRef.value,
    openCents: negateCents(wire.RemainingCredit),
    lowers: true,
    totalCents: wire.TotalAmt,
    taxCents: wire.TxnTaxDetail?.TotalTax ?? ZERO,
  };
}

export function journalEffects(
  wire: WireJournalEntry,
  arAccountIds: ReadonlySet<string>,
): readonly ArEffect[] {
  const effects = new Map<string, Cents>();
  for (const line of wire.Line) {
    const detail = line.JournalEntryLineDetail;
    if (!detail || !arAccountIds.has(detail.AccountRef.value)) continue;
    const amount = line.Amount ?? ZERO;
    add(
      effects,
      detail.Entity?.EntityRef?.value ?? '',
      detail.PostingType === 'Debit' ? amount : negateCents(amount),
    );
  }
  return rowsOf('journalEntry', wire, effects);
}

/** A deposit line on A/R credits it. Lines that bank a payment have no account and no effect. */
export function depositEffects(
  wire: WireDeposit,
  arAccountIds: ReadonlySet<string>,
): readonly ArEffect[] {
  const effects = new Map<string, Cents>();
  for (const line of wire.Line) {
    const accountId = line.DepositLineDetail?.AccountRef?.value;
    if (accountId === undefined || !arAccountIds.has(accountId)) continue;
    add(effects, line.DepositLineDetail?.Entity?.value ?? '', negateCents(line.Amount ?? ZERO));
  }
  return rowsOf('deposit', wire, effects);
}

/** A cheque or expense on A/R, by its account or its item, debits it: usually a refund to the customer. */
export function purchaseEffects(
  wire: WirePurchase,
  arAccountIds: ReadonlySet<string>,
  arItemIds: ReadonlySet<string>,
): readonly ArEffect[] {
  const effects = new Map<string, Cents>();
  const payee = wire.EntityRef?.type.toLowerCase() === 'customer' ? wire.EntityRef.value : '';
  for (const line of wire.Line) {
    const { AccountBasedExpenseLineDetail: byAccount, ItemBasedExpenseLineDetail: byItem } = line;
    const detail =
      byAccount && arAccountIds.has(byAccount.AccountRef.value)
        ? byAccount
        : byItem && arItemIds.has(byItem.ItemRef.value)
          ? byItem
          : null;
    if (!detail) continue;
    const amount = line.Amount ?? ZERO;
    const clientId = payee || (detail.CustomerRef?.value ?? '');
    add(effects, clientId, wire.Credit === true ? negateCents(amount) : amount);
  }
  return rowsOf(wire.PaymentType === 'Check' ? 'cheque' : 'expense', wire, effects);
}

/** Rows with what is still open, given every payment of the customers concerned. */
export function openRows(
  effects: readonly ArEffect[],
  payments: Iterable<WirePayment>,
): readonly ForeignOn<'qbo'>[] {
  const taken = takenOf(payments);
  return effects.map(({ type, document, clientId, effectCents }) => {
    const openSize = Math.max(0, absCents(effectCents) - taken(document.Id, clientId));
    return {
      ...commonOf(document, type),
      clientId,
      openCents: cents(effectCents < 0 ? -openSize : openSize),
      totalCents: absCents(effectCents),
      ...(effectCents < 0 ? { lowers: true as const } : {}),
      taxCents: ZERO,
    };
  });
}

/** What a customer's payments took of a document that is no invoice. */
export function takenOf(
  payments: Iterable<WirePayment>,
): (documentId: string, clientId: string) => Cents {
  const sums = new Map<string, Cents>();
  for (const payment of payments) {
    for (const line of payment.Line ?? []) {
      const link = line.LinkedTxn?.[0];
      if (!link || link.TxnType === 'Invoice') continue;
      add(sums, `${link.TxnId} ${payment.CustomerRef.value}`, absCents(line.Amount));
    }
  }
  return (documentId, clientId) => sums.get(`${documentId} ${clientId}`) ?? ZERO;
}

function commonOf(
  wire: WireCreditMemo | ArEffect['document'],
  foreignType: ForeignType,
): Omit<ForeignOn<'qbo'>, 'clientId' | 'openCents' | 'totalCents' | 'taxCents'> {
  const { marker, memo } = readNote(wire.PrivateNote);
  return {
    kind: 'foreign',
    side: 'qbo',
    id: wire.Id,
    version: wire.SyncToken,
    modifiedAt: wire.MetaData.LastUpdatedTime,
    marker,
    memo,
    foreignType,
    number: wire.DocNumber,
    date: wire.TxnDate,
  };
}

function rowsOf(
  type: ForeignType,
  document: ArEffect['document'],
  effects: ReadonlyMap<string, Cents>,
): readonly ArEffect[] {
  return [...effects]
    .filter(([, effectCents]) => effectCents !== 0)
    .map(([clientId, effectCents]) => ({ type, document, clientId, effectCents }));
}

function add(sums: Map<string, Cents>, key: string, amountCents: Cents): void {
  sums.set(key, sumCents([sums.get(key) ?? ZERO, amountCents]));
}
