/**
 * A made-up firm as plain values: what TPS holds, and which part of it QBO holds already. Made by
 * `generateFirm` without touching either side, so that tests can compare and print it.
 */
export type Country = 'CA' | 'US';
/** Where a client is taxed: Quebec GST and QST, Ontario HST, or the one US sales tax. */
export type Region = 'QC' | 'ON' | 'US';

export interface Place {
  readonly line1: string;
  readonly city: string;
  readonly province: string;
  readonly postalCode: string;
}

export interface ClientPlan {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly isCompany: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly place: Place;
  readonly region: Region;
  readonly status: 'active' | 'inactive';
  readonly excludeFromSync: boolean;
}

export interface LinePlan {
  readonly workCode: string;
  readonly description: string;
  readonly quantity: string;
  readonly rateCents: number;
  readonly amountCents: number;
  readonly taxed: boolean;
}

export interface InvoicePlan {
  readonly key: string;
  readonly clientKey: string;
  readonly code: string;
  readonly number: string;
  readonly kind: 'invoice' | 'progress' | 'openingBalance' | 'financeCharge';
  readonly date: string;
  readonly dueDate: string;
  readonly description: string;
  readonly lines: readonly LinePlan[];
  readonly region: Region;
  readonly totalCents: number;
}

export interface ApplicationPlan {
  readonly invoiceKey: string;
  readonly amountCents: number;
}

/** Which entry of the payment methods list, whatever it is called in a country. */
export type Method = 'cheque' | 'visa' | 'transfer' | 'cash' | 'deposit';

export interface ReceiptPlan {
  readonly key: string;
  readonly clientKey: string;
  readonly date: string;
  readonly method: Method;
  readonly reference: string;
  readonly description: string;
  readonly amountCents: number;
  readonly applications: readonly ApplicationPlan[];
}

export interface AdjustmentPlan {
  readonly key: string;
  readonly clientKey: string;
  readonly direction: 'increase' | 'decrease';
  readonly date: string;
  readonly description: string;
  readonly amountCents: number;
  readonly applications: readonly ApplicationPlan[];
}

/** A customer of QBO, with the client it is the twin of, or none. */
export interface CustomerPlan {
  readonly key: string;
  readonly clientKey: string | null;
  readonly displayName: string;
  readonly email: string;
  readonly phone: string;
  readonly place: Place;
}

/** An invoice that only QBO has. */
export interface QboInvoicePlan {
  readonly docNumber: string;
  readonly date: string;
  readonly dueDate: string;
  readonly region: Region;
  readonly lines: readonly LinePlan[];
}

/** Something in QBO that TPS has no image of: it blocks a client, or needs an answer. */
export type FindingPlan =
  | {
      readonly kind: 'creditMemo';
      readonly clientKey: string;
      readonly date: string;
      readonly region: Region;
      readonly amountCents: number;
    }
  | {
      readonly kind: 'journalEntry';
      readonly clientKey: string;
      readonly date: string;
      readonly amountCents: number;
    }
  | {
      readonly kind: 'subCustomer';
      readonly clientKey: string;
      readonly name: string;
      readonly invoice: QboInvoicePlan | null;
    }
  | { readonly kind: 'project'; readonly clientKey: string; readonly name: string }
  /** `clientKey`: the client without a customer whose name it bears. */
  | {
      readonly kind: 'inactiveCustomer' | 'vendorWithClientName';
      readonly clientKey: string | null;
      readonly name: string;
    };

export interface QboPlan {
  readonly customers: readonly CustomerPlan[];
  /** Invoices and receipts of TPS that QBO holds too, to the cent. */
  readonly invoiceKeys: readonly string[];
  readonly receiptKeys: readonly string[];
  readonly ownInvoices: readonly (QboInvoicePlan & { readonly customerKey: string })[];
  readonly findings: readonly FindingPlan[];
  readonly vendors: readonly string[];
  readonly employees: readonly { readonly firstName: string; readonly lastName: string }[];
}

export interface FirmDescription {
  readonly seed: number;
  readonly country: Country;
  readonly today: string;
  readonly clients: readonly ClientPlan[];
  readonly invoices: readonly InvoicePlan[];
  readonly receipts: readonly ReceiptPlan[];
  readonly adjustments: readonly AdjustmentPlan[];
  readonly qbo: QboPlan;
}
