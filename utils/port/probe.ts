/** What a system answers to a look at all its read endpoints; never a value that could be somebody's. */
import type { Books } from '../ledger/references';
import type { Side } from '../ledger/side';

export interface FieldDifference {
  /** Path inside the row, places in a list left out: `Line[].Amount`. */
  readonly field: string;
  /** Kind of value, or the values that are known. */
  readonly expected: string;
  /** Kind of value that came, or `missing`. A short word where only known words were expected. */
  readonly found: string;
  /** Rows in which it is so. */
  readonly rows: number;
}

export interface EndpointProbe {
  /** As the system names it: `Customer`, `/invoices`. */
  readonly endpoint: string;
  readonly state: 'ok' | 'differs' | 'refused' | 'unreachable';
  /** Rows that were looked at; null when there was no list to look at. */
  readonly rows: number | null;
  readonly differences: readonly FieldDifference[];
  /** The system's own words, redacted. */
  readonly technical: string | null;
}

/** Settings of the QuickBooks company that decide how a sync goes. */
export interface CompanySettings {
  readonly multiCurrency: boolean;
  readonly autoApplyCredit: boolean;
  readonly autoApplyPayments: boolean;
}

export interface SystemProbe {
  readonly side: Side;
  readonly endpoints: readonly EndpointProbe[];
  /** The clock of this computer minus that of the server; null when no answer named a time. */
  readonly skewMs: number | null;
  /** Null when they could not be read. */
  readonly books: Books | null;
  readonly settings: CompanySettings | null;
}
