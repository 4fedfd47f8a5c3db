/**
 * Which journal entries of QBO are adjustment decreases, and which are foreign to TPS. The adapter
 * shows every entry that credits one customer as a payment; whether it is one of ours is decided by
 * its marker, its link, the account that it went against, or a person (`takenEntries`).
 */
import { negateCents, ZERO } from '../ledger/cents';
import { splitId } from '../ledger/document-id';
import type { ForeignOn, Payment, PaymentOn } from '../ledger/entities';
import { foldCredits } from '../ledger/fold-credits';
import type { LinkIndex } from '../ledger/link';
import type { MappingTable } from '../ledger/mappings';
import { parseMarker } from '../ledger/marker';
import type { SnapshotOn } from '../ledger/snapshot';
import { decreaseAccount } from './decrease-account';

/** QBO's books with the entries that are not ours among the foreign documents. */
export function withJournalCredits(
  books: SnapshotOn<'qbo'>,
  links: LinkIndex,
  mappings: MappingTable,
  taken: ReadonlySet<string>,
): SnapshotOn<'qbo'> {
  const account = decreaseAccount(mappings);
  const isOurs = (payment: Payment): boolean =>
    payment.booking === 'journalEntry' &&
    (payment.bankId === account ||
      taken.has(payment.id) ||
      links.find('qbo', 'payment', payment.id) !== null ||
      parseMarker(payment.marker, 'payment')?.side === 'tps');
  const payments = new Map<string, PaymentOn<'qbo'>>();
  const foreign: ForeignOn<'qbo'>[] = [...books.foreign];
  for (const [id, payment] of foldCredits(books.payments, isOurs)) {
    if (payment.booking !== 'journalEntry' || isOurs(payment)) payments.set(id, payment);
    else foreign.push(foreignOf(payment));
  }
  return { ...books, payments, foreign };
}

function foreignOf(entry: PaymentOn<'qbo'>): ForeignOn<'qbo'> {
  const { side, version, modifiedAt, marker, memo, date, clientId } = entry;
  const { ownId } = splitId(entry.id);
  return {
    kind: 'foreign',
    foreignType: 'journalEntry',
    side,
    id: ownId,
    version,
    modifiedAt,
    marker,
    number: entry.entryNumber || ownId,
    date,
    clientId,
    openCents: negateCents(entry.unappliedCents),
    totalCents: entry.amountCents,
    lowers: true,
    taxCents: ZERO,
    memo,
  };
}
