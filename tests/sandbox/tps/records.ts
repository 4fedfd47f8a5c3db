/**
 * What the books hold. Records never change in place: a change puts a new one, so that a call that
 * fails halfway leaves nothing behind.
 */
export interface Stamp {
  readonly id: number;
  readonly version: number;
  readonly modifiedAt: string;
  readonly modifiedBy: string;
}

export interface Address {
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly province: string;
  readonly postalCode: string;
  readonly country: string;
}

export interface ClientRecord extends Stamp {
  readonly code: string;
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly address: Address;
  readonly status: 'active' | 'inactive' | 'deleted';
  readonly excludeFromSync: boolean;
}

export interface InvoiceLine {
  readonly id: number;
  readonly workCodeId: number;
  readonly description: string;
  readonly quantity: string;
  readonly rate: string;
  readonly amountCents: number;
  readonly tax1: boolean;
  readonly tax2: boolean;
  readonly tax3: boolean;
}

export type InvoiceKind = 'invoice' | 'progress' | 'openingBalance' | 'financeCharge';
export type Taxes = readonly [number, number, number];

export interface InvoiceRecord extends Stamp {
  readonly clientId: number;
  readonly engagementId: number | null;
  readonly code: string;
  readonly number: string;
  readonly kind: InvoiceKind;
  readonly date: string;
  readonly dueDate: string;
  readonly templateId: number;
  readonly description: string;
  readonly lines: readonly InvoiceLine[];
  readonly taxesCents: Taxes;
  readonly totalCents: number;
  /** What payments and decreases have taken off, kept here so that the version moves with it. */
  readonly appliedCents: number;
  readonly isVoid: boolean;
  readonly paymentLink: string | null;
}

export interface Application {
  readonly documentType: 'invoice' | 'adjustment';
  readonly documentId: number;
  readonly amountCents: number;
}

export interface PaymentRecord extends Stamp {
  readonly clientId: number;
  readonly date: string;
  readonly bankAccountId: number;
  readonly paymentMethodId: number | null;
  readonly reference: string;
  readonly description: string;
  readonly amountCents: number;
  readonly applications: readonly Application[];
  readonly isVoid: boolean;
}

export interface AdjustmentRecord extends Stamp {
  readonly clientId: number;
  readonly engagementId: number | null;
  readonly direction: 'increase' | 'decrease';
  readonly date: string;
  readonly description: string;
  readonly amountCents: number;
  /** A decrease's own applications to invoices; empty for an increase. */
  readonly applications: readonly Application[];
  /** What payments have paid of an increase; 0 for a decrease. */
  readonly appliedCents: number;
  readonly isVoid: boolean;
}

export interface Records {
  client: ClientRecord;
  invoice: InvoiceRecord;
  payment: PaymentRecord;
  adjustment: AdjustmentRecord;
}
export type Kind = keyof Records;

/** A record as a rule writes it; the books add the stamp. */
export type Unstamped<T extends Stamp> = Omit<T, 'version' | 'modifiedAt' | 'modifiedBy'>;

export interface Deletion {
  readonly type: Kind;
  readonly id: number;
  readonly deletedAt: string;
}

/** The part of a receipt or credit that is on no document yet. */
export function unappliedCents(r: PaymentRecord | AdjustmentRecord): number {
  if (r.isVoid) return 0;
  let left = r.amountCents;
  for (const application of r.applications) left -= application.amountCents;
  return left;
}

/** What is still owed on an invoice. */
export function invoiceBalanceCents(r: InvoiceRecord): number {
  return r.isVoid ? 0 : r.totalCents - r.appliedCents;
}

/** What is still owed on an increase, or still unapplied of a decrease. */
export function adjustmentBalanceCents(r: AdjustmentRecord): number {
  if (r.isVoid) return 0;
  return r.direction === 'increase' ? r.amountCents - r.appliedCents : unappliedCents(r);
}
