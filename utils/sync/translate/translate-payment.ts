import type { Cents } from '../../ledger/cents';
import { applicationsOf } from '../../ledger/content';
import { labelOfId } from '../../ledger/document-id';
import type { PaymentDraft } from '../../ledger/drafts';
import type { Application, Booking, Payment } from '../../ledger/entities';
import type { MappingTable } from '../../ledger/mappings';
import { markerText } from '../../ledger/marker';
import { DEPOSIT_TYPES, type References } from '../../ledger/references';
import { type Both, otherSide } from '../../ledger/side';
import { hasRoom } from '../../ledger/text-room';
import { TRAITS } from '../../ledger/traits';
import { type Phrase, phrase } from '../../wording/phrase';
import { decreaseAccount } from '../decrease-account';
import { clientThere, dateThere, memoThere } from './as-the-twin-has';
import type { Translation } from './translate-invoice';

export interface PaymentTerms {
  readonly mappings: MappingTable;
  readonly references: Both<References>;
  readonly clientId: string;
  /** Id of an invoice's twin on the other side; null when it has none. */
  readonly twinOfInvoice: (id: string) => string | null;
  /** The client that stands for this one on the other side (`ownerOf`). */
  readonly ownerThere: (clientId: string) => string;
  /** What of it is applied to that invoice of the other side: a cent of tax may be missing there. */
  readonly fitsThere: (application: Application, twinId: string) => Cents;
  /** Whose an invoice of the other side is; null when that is not known. */
  readonly clientOfInvoice: (id: string) => string | null;
  /** For an edit: keeps bank and method where they did not change. */
  readonly base: { readonly from: Payment; readonly to: Payment } | null;
}

/** A payment of `payment.side`, as a draft for the other side. */
export function translatePayment(payment: Payment, terms: PaymentTerms): Translation<PaymentDraft> {
  const amounts = { amountCents: payment.amountCents };
  if (payment.amountCents === 0) {
    return { obstacle: phrase('translate.nothingPaid', { docDate: payment.date }) };
  }
  const booked = bookingThere(payment, terms);
  if ('obstacle' in booked) return booked;
  const { booking } = booked;
  const bankId = booked.bankId ?? translateChoice('bank', payment, terms);
  if (bankId === null) {
    const bank = terms.references[payment.side].banks.find((b) => b.id === payment.bankId);
    return {
      obstacle: phrase('translate.bankUnmapped', {
        ...amounts,
        bank: bank?.name ?? payment.bankId,
      }),
    };
  }
  const methodId = booking === 'receipt' ? translateChoice('method', payment, terms) : '';
  if (methodId === null) {
    const method = terms.references[payment.side].methods.find((m) => m.id === payment.methodId);
    return {
      obstacle: phrase('translate.methodUnmapped', {
        ...amounts,
        method: method?.name ?? payment.methodId,
      }),
    };
  }
  const marker = markerText({ side: payment.side, type: 'payment', id: payment.id });
  const memo = memoThere(payment, terms.base);
  const to = otherSide(payment.side);
  if (!hasRoom(memo, terms.base ? null : marker, to)) {
    const number = payment.reference || labelOfId(payment.id);
    return { obstacle: phrase('translate.memoTooLong', { number, system: to }) };
  }
  const applications: Application[] = [];
  for (const application of payment.applications) {
    if (application.amountCents === 0) continue;
    if (application.to !== 'invoice') {
      return { obstacle: phrase('translate.appliedToOther', amounts) };
    }
    const twin = terms.twinOfInvoice(application.id);
    if (twin === null) return { obstacle: phrase('translate.appliedToUnlinked', amounts) };
    const amountCents = terms.fitsThere(application, twin);
    applications.push({ to: 'invoice', id: twin, amountCents });
  }
  const clientId = payerThere(payment, applications, terms);
  if (clientId === null) return { obstacle: phrase('translate.severalCustomers', amounts) };
  return {
    draft: {
      kind: 'payment',
      booking,
      clientId,
      date: dateThere(payment, terms.base),
      bankId,
      methodId,
      reference: referenceThere(payment, booking, terms.base),
      memo,
      amountCents: payment.amountCents,
      applications,
      marker,
    },
  };
}

/**
 * Who pays on the other side. Of several customers that are rolled up into one client it is the one
 * whose invoices are paid, since QBO refuses a payment of one customer on another's invoice; null
 * when the invoices are several customers'.
 */
function payerThere(
  payment: Payment,
  applications: readonly Application[],
  terms: PaymentTerms,
): string | null {
  const usual = clientThere(payment, terms);
  const before = terms.base ? applicationsOf(terms.base.to.applications).join() : null;
  if (before === applicationsOf(applications).join()) return usual;
  const payers = new Set(
    applications.map(({ id }) => {
      const owner = terms.clientOfInvoice(id);
      return owner !== null && terms.ownerThere(owner) === terms.clientId ? owner : usual;
    }),
  );
  const [payer, ...others] = payers;
  if (others.length > 0) return null;
  return payer ?? usual;
}

type Booked =
  | { readonly booking: Booking; readonly bankId: string | null }
  | { readonly obstacle: Phrase };

/**
 * How the other side books it. TPS's adjustment decrease goes against the account that was chosen
 * for it, and that account's type decides between a payment and a journal entry (domain.md); and
 * back, what went against that account is an adjustment decrease. `bankId` null: an ordinary
 * payment, whose bank is to be looked up.
 */
function bookingThere(payment: Payment, { mappings, references, base }: PaymentTerms): Booked {
  // What nobody changed stays as it is booked, whatever account is chosen by now.
  const same = base && payment.booking === base.from.booking && payment.bankId === base.from.bankId;
  if (same) {
    const { booking, bankId } = base.to;
    const isReceipt = payment.booking === 'receipt' && booking === 'receipt';
    return { booking, bankId: isReceipt ? null : bankId };
  }
  const account = decreaseAccount(mappings);
  const booked = (booking: Booking, bankId: string | null): Booked => {
    if (!base || base.to.booking === booking) return { booking, bankId };
    const values = { amountCents: payment.amountCents, docDate: payment.date };
    return { obstacle: phrase('translate.bookingChanged', values) };
  };
  if (payment.side === 'qbo') {
    const isDecrease =
      payment.booking === 'journalEntry' || (account !== null && payment.bankId === account);
    return isDecrease ? booked('adjustment', '') : booked('receipt', null);
  }
  if (payment.booking === 'receipt') return booked('receipt', null);
  const chosen = references.qbo.adjustmentAccounts.find(({ id }) => id === account);
  if (!chosen) {
    const values = { special: 'adjustmentDecrease', amountCents: payment.amountCents };
    return { obstacle: phrase('translate.specialUnmapped', values) };
  }
  return booked(DEPOSIT_TYPES.has(chosen.type) ? 'receipt' : 'journalEntry', chosen.id);
}

/** Adjustments and journal entries have no reference. */
function referenceThere(payment: Payment, booking: Booking, base: PaymentTerms['base']): string {
  // QBO may hold less of it, and an adjustment none: what nobody changed stays as the twin has it.
  if (base?.from.reference === payment.reference) return base.to.reference;
  if (booking !== 'receipt') return '';
  const { referenceMax } = TRAITS[otherSide(payment.side)];
  return payment.reference.slice(0, referenceMax ?? undefined);
}

/** The other side's bank or method; '' stays '' for a method that was never given. */
function translateChoice(
  kind: 'bank' | 'method',
  payment: Payment,
  terms: PaymentTerms,
): string | null {
  const field = kind === 'bank' ? 'bankId' : 'methodId';
  const { base } = terms;
  if (base && base.from[field] === payment[field]) return base.to[field];
  const mapped = terms.mappings.get(kind, payment.side, payment[field]);
  if (mapped !== null) return mapped;
  return kind === 'method' && payment.methodId === '' ? '' : null;
}
