/**
 * The shared picture of both books. Each record keeps the ids of its own side; translation to the
 * other side's ids is the business of `sync`.
 */
import type { Cents } from './cents';
import type { IdOn, QboId } from './ids';
import type { PlainDate } from './plain-date';
import type { Side } from './side';

/** What every record has. `id` is the side's own id, as text. */
interface Common<S extends Side> {
  readonly side: S;
  readonly id: IdOn<S>;
  /** TPS `version`, QBO `SyncToken`: sent back on a write. */
  readonly version: string;
  /** Instant by that side's server. */
  readonly modifiedAt: string;
  /** Our tag in the record's text field, or null when a person made the record. */
  readonly marker: string | null;
  /** Short id of another firm whose tag it carries: that firm has it in its own books. */
  readonly otherFirm?: string;
}

export interface Address {
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly province: string;
  readonly postalCode: string;
  readonly country: string;
}

export type ClientStatus = 'active' | 'inactive' | 'deleted';

export interface ClientOn<S extends Side> extends Common<S> {
  readonly kind: 'client';
  readonly name: string;
  /** TPS Client ID, the firm's business key; empty on QBO. */
  readonly code: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly address: Address;
  readonly status: ClientStatus;
  /** TPS's own flag *Exclude from Sync*. */
  readonly excludedInTps: boolean;
  /** QBO: the customer above, for a sub-customer or project. */
  readonly parentId: QboId | null;
  readonly isProject: boolean;
  /** ISO code; null where the side does not say (home currency). */
  readonly currency: string | null;
  /** A/R as that side reports it, own balance only (without sub-customers). */
  readonly balanceCents: Cents;
}

export interface InvoiceLine {
  /** TPS work code id or QBO item id; empty when the line has none. */
  readonly codeId: string;
  readonly description: string;
  /** Decimal text; "1" where the side gives none. */
  readonly quantity: string;
  readonly amountCents: Cents;
  /** TPS: taxed slots joined, "1+2", "" for none. QBO: tax code id, TAX or NON. */
  readonly taxKey: string;
}

/**
 * `adjustment`: TPS's A/R adjustment increase. It is owed like an invoice, so it is one here; its id
 * is `A` and the adjustment's number, and it has no number of its own (see `document-id.ts`).
 */
export type InvoiceKind =
  | 'invoice'
  | 'progress'
  | 'openingBalance'
  | 'financeCharge'
  | 'adjustment';

/** Tax by TPS slot ("1".."3") or QBO tax rate id. */
export interface TaxAmount {
  readonly ref: string;
  readonly amountCents: Cents;
}

export interface InvoiceOn<S extends Side> extends Common<S> {
  readonly kind: 'invoice';
  readonly clientId: IdOn<S>;
  readonly invoiceKind: InvoiceKind;
  /** As people see it: `SD-1042`, `1042`. */
  readonly number: string;
  readonly date: PlainDate;
  readonly dueDate: PlainDate | null;
  /** The user's own text, without our marker. */
  readonly memo: string;
  readonly lines: readonly InvoiceLine[];
  readonly taxes: readonly TaxAmount[];
  readonly totalCents: Cents;
  readonly balanceCents: Cents;
  readonly voided: boolean;
  /** What the other system cannot express (a discount line, a bundle); null for an ordinary one. */
  readonly oddity: string | null;
  /** TPS: the template that it is printed with; empty elsewhere. */
  readonly templateId: string;
  /** TPS: where the client can pay it online, once stored; null elsewhere. */
  readonly paymentLink: string | null;
  /** QBO: may the client pay it online? */
  readonly payableOnline: boolean;
}

export interface Application {
  /** `other`: something without TPS image (credit memo, journal entry). */
  readonly to: 'invoice' | 'other';
  readonly id: string;
  readonly amountCents: Cents;
}

/**
 * How a system books what lowers the receivable.
 *
 * - `receipt`: a payment, in both systems.
 * - `adjustment`: TPS's A/R adjustment decrease, a write-off or credit. Id `A` and its number.
 * - `journalEntry`: QBO's journal entry that debits one account (`bankId`) and credits A/R for one
 *   customer; payments of 0.00 apply it to invoices. Id `J` and the entry's number.
 */
export type Booking = 'receipt' | 'adjustment' | 'journalEntry';

export interface PaymentOn<S extends Side> extends Common<S> {
  readonly kind: 'payment';
  readonly booking: Booking;
  readonly clientId: IdOn<S>;
  readonly date: PlainDate;
  /** TPS bank account or QBO deposit account; empty when the side gives none. */
  readonly bankId: string;
  /** Payment method; empty when none. */
  readonly methodId: string;
  readonly reference: string;
  /** A journal entry's own number, for people; nothing that the sync carries. */
  readonly entryNumber?: string;
  readonly memo: string;
  readonly amountCents: Cents;
  readonly applications: readonly Application[];
  readonly unappliedCents: Cents;
  readonly voided: boolean;
  /** QBO: already part of a bank deposit, so it cannot be changed (6540). */
  readonly deposited: boolean;
}

/** `unread`: a record of either side that is not as its service says, whatever it is. */
export type ForeignType =
  | 'creditMemo'
  | 'journalEntry'
  | 'deposit'
  | 'expense'
  | 'cheque'
  | 'unread';

/** Those that an adjustment in TPS can replace. */
export type ConvertibleType = Extract<ForeignType, 'creditMemo' | 'journalEntry'>;

/** What could not be read, and what of it. */
export interface Unread {
  readonly kind: 'client' | 'invoice' | 'payment' | Exclude<ForeignType, 'cheque' | 'unread'>;
  readonly id: string;
  readonly field: string;
  readonly issue: string;
}

/** A QBO document with an A/R effect that TPS has no image for: it blocks its client. */
export interface ForeignOn<S extends Side> extends Common<S> {
  readonly kind: 'foreign';
  readonly foreignType: ForeignType;
  readonly number: string;
  readonly date: PlainDate;
  /** One row for each customer that the document touches on A/R. */
  readonly clientId: IdOn<S>;
  /** What it still does to the customer's balance (negative lowers it). */
  readonly openCents: Cents;
  /** With its tax, without sign: `lowers` says which way it goes. */
  readonly totalCents: Cents;
  /** It lowers what the customer owes, or did before it was settled. */
  readonly lowers?: true;
  /** Tax in the total. Absent, like `memo`, in rows that an earlier version has read. */
  readonly taxCents?: Cents;
  /** The user's own text, without our marker. */
  readonly memo?: string;
  /** Of `unread` alone. */
  readonly unread?: Unread;
}

export type Client = ClientOn<Side>;
export type Invoice = InvoiceOn<Side>;
export type Payment = PaymentOn<Side>;
export type Foreign = ForeignOn<Side>;
export type LedgerRecordOn<S extends Side> =
  | ClientOn<S>
  | InvoiceOn<S>
  | PaymentOn<S>
  | ForeignOn<S>;
export type LedgerRecord = Client | Invoice | Payment | Foreign;
export type RecordKind = LedgerRecord['kind'];

/** Does the record stand in that system? */
export function isOn<S extends Side, R extends LedgerRecord>(
  side: S,
  record: R,
): record is R & LedgerRecordOn<S> {
  return record.side === side;
}
