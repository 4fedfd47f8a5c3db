/** Lists that mappings choose from. */

export interface Code {
  readonly id: string;
  readonly name: string;
  /** `Accounting > Personal tax > T1 preparation`; for QBO the item's full name. */
  readonly path: string;
  readonly active: boolean;
  /** TPS: only leaves (`workcode`) can be billed. QBO: categories cannot. */
  readonly billable: boolean;
  /** TPS class CHARGEABLE, EXPENSE, NONCHARGEABLE; QBO item type. */
  readonly group: string;
}

/** TPS: a slot. QBO: a tax rate. */
export interface TaxRate {
  readonly id: string;
  readonly name: string;
  /** Per cent as decimal text, "9.975". */
  readonly ratePercent: string;
}

/** A choice of taxes for one line. TPS: a combination of slots, id "1+2". QBO: a tax code. */
export interface TaxChoice {
  readonly id: string;
  readonly name: string;
  readonly rateIds: readonly string[];
  readonly active: boolean;
}

/** TPS bank account, or QBO account that a payment can be deposited to. */
export interface Bank {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** Types of QBO accounts that a payment can be deposited to (Intuit: DepositToAccountRef). */
export const DEPOSIT_TYPES: ReadonlySet<string> = new Set(['Bank', 'Other Current Asset']);

export interface Method {
  readonly id: string;
  readonly name: string;
}

export interface References {
  /**
   * Names that a new client cannot take although no active client has them: QBO's vendors and
   * employees share one list of names with its customers (6240). Empty for TPS.
   */
  readonly takenNames: readonly string[];
  readonly codes: readonly Code[];
  readonly taxRates: readonly TaxRate[];
  readonly taxChoices: readonly TaxChoice[];
  readonly banks: readonly Bank[];
  /**
   * QBO: accounts that an adjustment decrease can be booked against, which are the banks and the
   * income and expense accounts. Empty for TPS.
   */
  readonly adjustmentAccounts: readonly Bank[];
  readonly methods: readonly Method[];
  /** TPS: invoice templates that print a link for paying online. Empty for QBO. */
  readonly paymentTemplateIds: readonly string[];
}

/** Who is signed in where, and the settings of the books that decide what can be written. */
export interface Books {
  /** TPS firm id or QBO realm. */
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly currency: string;
  /** QBO: documents up to this date cannot be changed (6210); null when open. */
  readonly closedUntil: string | null;
  /** QBO: false when QBO numbers invoices itself, which blocks the sync. TPS: true. */
  readonly customNumbers: boolean;
  /** QBO: it applies what is left of payments and credits by itself. Absent: it does not. */
  readonly appliesByItself?: boolean;
  /** May this session write? TPS: permission *Sync*. */
  readonly mayWrite: boolean;
}
