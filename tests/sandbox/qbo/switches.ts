/**
 * Every point where evidence about the real service is missing or conflicts. A client must work
 * with either value. Tests may assign at any time; the next call sees the new value.
 */
export interface QboSwitches {
  /** A `requestid` seen before: answer the first response again, or run the call again. */
  requestId: 'replayed' | 'ignored';
  /** Whether applying a payment to an invoice or credit memo raises that object's SyncToken. */
  paymentBumpsSyncToken: boolean;
  /** A tax total sent by the client: computed anew by QBO, or taken over. */
  taxOverride: 'ignored' | 'honoured';
  /** Tax on the summed net per TaxRate, or per line and then summed (differs by a cent). */
  taxRounding: 'perRate' | 'perLine';
  /** A DocNumber sent while CustomTxnNumbers is off. */
  docNumberWhenAutomatic: 'kept' | 'replaced';
  /** Where 6140 looks for the same number. */
  duplicateDocNumberScope: 'entity' | 'salesForms';
  /** Deleting or voiding an invoice, credit memo or entry that payments are applied to. */
  removeLinked: 'unlink' | 'refuse';
  /** Lowering an invoice below what was paid on it. */
  lowerBelowPaid: 'unapply' | 'refuse';
  /** A payment of the parent customer on a sub-customer's invoice. */
  parentPaysChild: 'allowed' | 'refused';
  /** Detail text of 6240. */
  duplicateNameDetail: 'null' | 'sentence' | 'id';
  /** Whether the former name of an inactive customer, vendor or employee is still taken. */
  inactiveNamesCollide: boolean;
  /** Whether Active:true without a DisplayName takes " (deleted)" off again. */
  reactivationStripsSuffix: boolean;
  /** `IsProject:true` sent by a client. */
  projectByApi: 'ignored' | 'accepted';
  /** How many A/R lines one journal entry may have. */
  journalArLines: 'one' | 'many';
  /** The day that a missing TxnDate becomes. */
  today: 'pacific' | 'company';
  /** STARTPOSITION 0 and MAXRESULTS 0. */
  pageZero: 'refused' | 'accepted';
  /** MAXRESULTS above 1000. */
  pageOverMax: 'capped' | 'refused';
  /** `totalCount` beside rows (2018 recordings have it, 2020 ones do not). */
  totalCountWithRows: boolean;
  /** CDC further back than 30 days. */
  cdcOlderThan30Days: 'refused' | 'answered';
  /** In CDC, an entity without changes: `{}` or no element. */
  cdcEmptyEntity: 'emptyObject' | 'omitted';
  /** Whether a 429 carries Retry-After. */
  retryAfter: 'absent' | 'seconds60';
  /** Limits of 500 calls a minute and 10 a second for each company, 40 batches a minute. */
  rateLimit: boolean;
  /** Status of code 120 (no access to this company). */
  companyMismatchStatus: 401 | 403;
  /** Whether the session ends by itself after an hour without a request. */
  idleSignOut: boolean;
}

/** The defaults: what the better evidence says, and the harsher value where there is none. */
export function defaultSwitches(): QboSwitches {
  return {
    requestId: 'replayed',
    paymentBumpsSyncToken: true,
    taxOverride: 'ignored',
    taxRounding: 'perRate',
    docNumberWhenAutomatic: 'kept',
    duplicateDocNumberScope: 'entity',
    removeLinked: 'unlink',
    lowerBelowPaid: 'unapply',
    parentPaysChild: 'refused',
    duplicateNameDetail: 'null',
    inactiveNamesCollide: false,
    reactivationStripsSuffix: true,
    projectByApi: 'ignored',
    journalArLines: 'one',
    today: 'pacific',
    pageZero: 'refused',
    pageOverMax: 'capped',
    totalCountWithRows: false,
    cdcOlderThan30Days: 'refused',
    cdcEmptyEntity: 'emptyObject',
    retryAfter: 'absent',
    rateLimit: true,
    companyMismatchStatus: 403,
    idleSignOut: true,
  };
}
