import type { PaymentDraft } from '../ledger/drafts';
import type { Application, Payment } from '../ledger/entities';
import type { MappingTable } from '../ledger/mappings';
import { markerText } from '../ledger/marker';
import type { References } from '../ledger/references';
import { type Both, otherSide } from '../ledger/side';
import { phrase } from '../wording/phrase';
import type { Translation } from './translate-invoice';

export interface PaymentTerms {
  readonly mappings: MappingTable;
  readonly references: Both<References>;
  readonly clientId: string;
  /** Id of an invoice's twin on the other side; null when it has none. */
  readonly twinOfInvoice: (id: string) => string | null;
  /** For an edit: keeps bank and method where they did not change. */
  readonly base: { readonly from: Payment; readonly to: Payment } | null;
}

/** QBO `PaymentRefNum`: at most 21 characters (Intuit, Payment reference). */
const REFERENCE_MAX = 21;

/** A payment of `payment.side`, as a draft for the other side. */
export function translatePayment(payment: Payment, terms: PaymentTerms): Translation<PaymentDraft> {
  const amounts = { amountCents: payment.amountCents };
  const bankId = translateChoice('bank', payment, terms);
  if (bankId === null) {
    const bank = terms.references[payment.side].banks.find((b) => b.id === payment.bankId);
    return {
      obstacle: phrase('translate.bankUnmapped', {
        ...amounts,
        bank: bank?.name ?? payment.bankId,
      }),
    };
  }
  const methodId = translateChoice('method', payment, terms);
  if (methodId === null) {
    const method = terms.references[payment.side].methods.find((m) => m.id === payment.methodId);
    return {
      obstacle: phrase('translate.methodUnmapped', {
        ...amounts,
        method: method?.name ?? payment.methodId,
      }),
    };
  }
  const applications: Application[] = [];
  for (const application of payment.applications) {
    if (application.amountCents === 0) continue;
    if (application.to !== 'invoice') {
      return { obstacle: phrase('translate.appliedToOther', amounts) };
    }
    const twin = terms.twinOfInvoice(application.id);
    if (twin === null) return { obstacle: phrase('translate.appliedToUnlinked', amounts) };
    applications.push({ to: 'invoice', id: twin, amountCents: application.amountCents });
  }
  return {
    draft: {
      kind: 'payment',
      clientId: terms.clientId,
      date: payment.date,
      bankId,
      methodId,
      reference:
        otherSide(payment.side) === 'qbo'
          ? payment.reference.slice(0, REFERENCE_MAX)
          : payment.reference,
      memo: payment.memo,
      amountCents: payment.amountCents,
      applications,
      marker: markerText({ side: payment.side, type: 'payment', id: payment.id }),
    },
  };
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
