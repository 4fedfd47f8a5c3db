/**
 * What is to be written to one side, in that side's own ids and codes. An adapter turns a draft
 * into that system's JSON and adds nothing to it but what the system demands.
 */
import type { Cents } from './cents';
import type {
  Address,
  Application,
  Booking,
  InvoiceKind,
  InvoiceLine,
  TaxAmount,
} from './entities';
import type { PlainDate } from './plain-date';

export interface ClientDraft {
  readonly kind: 'client';
  readonly name: string;
  /** TPS Client ID; on QBO it is kept in Notes with the marker. Empty: TPS gives none. */
  readonly code: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly address: Address;
  readonly marker: string | null;
}

export interface InvoiceDraft {
  readonly kind: 'invoice';
  readonly clientId: string;
  readonly invoiceKind: InvoiceKind;
  readonly number: string;
  readonly date: PlainDate;
  readonly dueDate: PlainDate | null;
  readonly memo: string;
  readonly lines: readonly InvoiceLine[];
  /** QBO: let the client pay online, and tell them at this address; null: as the company has it. */
  readonly onlinePaymentEmail: string | null;
  /** Tax that the other side has; sent, then compared with what this side makes of it. */
  readonly taxes: readonly TaxAmount[];
  readonly totalCents: Cents;
  readonly marker: string | null;
}

export interface PaymentDraft {
  readonly kind: 'payment';
  /** What to write: TPS a payment or an adjustment decrease, QBO a payment or a journal entry. */
  readonly booking: Booking;
  readonly clientId: string;
  readonly date: PlainDate;
  readonly bankId: string;
  readonly methodId: string;
  readonly reference: string;
  readonly memo: string;
  readonly amountCents: Cents;
  readonly applications: readonly Application[];
  readonly marker: string | null;
}

export type Draft = ClientDraft | InvoiceDraft | PaymentDraft;
