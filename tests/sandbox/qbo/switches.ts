/**
 * Every point where evidence about the real service is missing or conflicts. A client must work
 * with either value. Tests may assign at any time; the next call sees the new value.
 */
export interface QboSwitches {
  /** A `requestid` seen before: answer the first response again, or run the call again. */
  requestId: 'replayed' | 'ignored';
  /** Whether applying a payment to an invoice or credit memo raises that object's SyncToken. */
  paymentBumpsSyncToken: boolean;
  /** Whether that object's LastUpdatedTime moves with it; where not, no change of it is told. */
  paymentStampsTarget: boolean;
  /** `CDCQuery` as an item of a batch, which Intuit's schema has: answered, or refused. */
  changesInBatch: 'answered' | 'refused';
  /** Country of an address: an ISO-3 code since 2025-10-31, or what the client sent. */
  addressCountry: 'iso3' | 'asSent';
  /** What a `requestid` does whose first call failed: the call runs again, or fails again. */
  requestIdFaults: 'runAgain' | 'replayed';
  /** A tax total sent by the client: computed anew by QBO, or taken over. */
  taxOverride: 'ignored' | 'honoured';
  /** Tax of an edit that says nothing of lines and tax, once its rate is another one. */
  taxOfSparseEdit: 'kept' | 'computed';
  /** Tax on the summed net per TaxRate, or per line and then summed (differs by a cent). */
  taxRounding: 'perRate' | 'perLine';
  /** Where a price that includes tax is stated: in SalesItemLineDetail, or on the line. */
  taxInclusiveAmount: 'detail' | 'line';
  /** An invoice whose total is 0.00. */
  zeroTotal: 'allowed' | 'refused';
  /** A sales line without ItemRef: the item "Services", or 2020. */
  missingItem: 'default' | 'refused';
  /** Several addresses, separated by commas, in PrimaryEmailAddr. */
  severalEmails: 'allowed' | 'refused';
  /** Code of the refusal to make a customer with a balance inactive; its text is certain. */
  balanceGuardCode: '6790' | '6000';
  /** Filters that only some sources list (fields.ts names them). */
  disputedFilters: 'accepted' | 'refused';
  /** A DocNumber sent while CustomTxnNumbers is off. */
  docNumberWhenAutomatic: 'kept' | 'replaced';
  /** Another DocNumber for an invoice that stands already. */
  docNumberEdit: 'allowed' | 'refused';
  /** Where 6140 looks for the same number. */
  duplicateDocNumberScope: 'entity' | 'salesForms';
  /** Deleting or voiding an invoice, credit memo or entry that payments are applied to. */
  removeLinked: 'unlink' | 'refuse';
  /** What stands in the memo of a void document; of a French company nobody here has seen it. */
  voidWord: 'Voided' | 'Void' | 'Annulé';
  /** What stands behind the name of a customer made inactive; of a French company likewise. */
  inactiveWord: 'deleted' | 'supprimé';
  /** Lowering an invoice below what was paid on it. */
  lowerBelowPaid: 'unapply' | 'refuse';
  /** Another customer for an invoice that is paid in part. */
  movePaid: 'unapply' | 'refuse';
  /** Documents of a customer that was merged: told of as changed, or not. */
  mergedDocuments: 'changed' | 'silent';
  /** A payment of the parent customer on a sub-customer's invoice. */
  parentPaysChild: 'allowed' | 'refused';
  /** Detail text of 6240. */
  duplicateNameDetail: 'null' | 'sentence' | 'id';
  /** Whether the former name of an inactive customer, vendor or employee is still taken. */
  inactiveNamesCollide: boolean;
  /** Whether Active:true without a DisplayName takes " (deleted)" off again. */
  reactivationStripsSuffix: boolean;
  /** A sparse `Job:false` that leaves the parent unsaid: 6150 as with a parent, or taken as meant. */
  sparseTopLevel: 'refused' | 'accepted';
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
  /** Limits for each company: 500 calls and 120 batches a minute; for each app in it: 10 calls a
   * second, 40 batches a minute. */
  rateLimit: boolean;
  /** Status of code 120 (no access to this company). */
  companyMismatchStatus: 401 | 403;
  /** Whether the company takes payments online: without it there is no InvoiceLink. */
  payments: 'enabled' | 'absent';
  /** A company whose subscription ended answers every call with 6190. */
  subscription: 'active' | 'ended';
  /** Status of 6190. */
  subscriptionEndedStatus: 400 | 403;
  /** Whether the session ends by itself after an hour without a request. */
  idleSignOut: boolean;
  /** Documents dated after today: in every balance, in those of customers alone, or in none. */
  futureDated: 'counted' | 'notInAccounts' | 'nowhere';
  /** An amount of three decimals, as sent by clients. */
  threeDecimals: 'rounded' | 'refused';
  /** A TaxLine without its rate, as sent by clients. */
  taxLineWithoutRate: 'computed' | 'refused';
  /** `!=` and `<>` in queries. */
  notEqual: 'refused' | 'accepted';
  /** A quote in a query that is doubled, not escaped. */
  doubledQuote: 'refused' | 'accepted';
  /** What is said of applying more than is open, and of an account of the wrong type. */
  refusalWords: 'sentence' | 'bare';
  /** Body of a 401 or 403 of the web host. */
  webRefusalBody: 'json' | 'html' | 'text' | 'empty';
  /** How long a `requestid` is remembered. */
  requestIdKept: 'always' | 'tenMinutes';
  /** Editing or removing what was reconciled with a bank statement. */
  reconciled: 'editable' | 'refused';
  /** A DisplayName of blanks. */
  blankName: 'refused' | 'accepted';
  /** JSON that is sent as text/plain. */
  plainTextBody: 'refused' | 'accepted';
}

/** The defaults: what the better evidence says, and the harsher value where there is none. */
export function defaultSwitches(): QboSwitches {
  return {
    requestId: 'replayed',
    paymentBumpsSyncToken: true,
    paymentStampsTarget: true,
    changesInBatch: 'refused',
    addressCountry: 'iso3',
    requestIdFaults: 'runAgain',
    taxOverride: 'ignored',
    taxOfSparseEdit: 'kept',
    taxRounding: 'perRate',
    taxInclusiveAmount: 'detail',
    zeroTotal: 'allowed',
    missingItem: 'default',
    severalEmails: 'allowed',
    balanceGuardCode: '6790',
    disputedFilters: 'accepted',
    docNumberWhenAutomatic: 'kept',
    docNumberEdit: 'allowed',
    duplicateDocNumberScope: 'entity',
    removeLinked: 'refuse',
    voidWord: 'Voided',
    inactiveWord: 'deleted',
    lowerBelowPaid: 'refuse',
    movePaid: 'refuse',
    mergedDocuments: 'silent',
    parentPaysChild: 'refused',
    duplicateNameDetail: 'null',
    inactiveNamesCollide: false,
    reactivationStripsSuffix: true,
    sparseTopLevel: 'refused',
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
    payments: 'enabled',
    subscription: 'active',
    subscriptionEndedStatus: 400,
    idleSignOut: true,
    futureDated: 'counted',
    threeDecimals: 'refused',
    taxLineWithoutRate: 'refused',
    notEqual: 'refused',
    doubledQuote: 'refused',
    refusalWords: 'bare',
    webRefusalBody: 'json',
    requestIdKept: 'tenMinutes',
    reconciled: 'refused',
    blankName: 'refused',
    plainTextBody: 'refused',
  };
}
