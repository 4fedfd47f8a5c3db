export type FaultType =
  | 'ValidationFault'
  | 'SystemFault'
  | 'AuthenticationFault'
  | 'AuthorizationFault';

/** What the v3 service answers instead of an object. */
export class QboFault extends Error {
  override readonly name = 'QboFault';
  constructor(
    readonly code: string,
    message: string,
    readonly detail: string,
    readonly element: string | undefined = undefined,
    readonly httpStatus = 400,
    readonly type: FaultType = 'ValidationFault',
  ) {
    super(message);
  }
}

const INACTIVE_TEXT =
  "Something you're trying to use has been made inactive. Check the fields with accounts, customers, items, vendors or employees.";

/** Recorded: Boulevard/ExQuickBooks test/fixtures/item/read_item_error.json. */
export function objectNotFound(): QboFault {
  return new QboFault('610', 'Object Not Found', `Object Not Found : ${INACTIVE_TEXT}`, '');
}

/** Intuit: error codes. An inactive reference. */
export function inactiveReference(element: string): QboFault {
  return new QboFault(
    '2500',
    'Invalid Reference Id',
    `Invalid Reference Id : ${INACTIVE_TEXT}`,
    element,
  );
}

/** A reference to nothing; text from public issue threads. */
export function missingReference(list: string, id: string, element: string): QboFault {
  return new QboFault(
    '2500',
    'Invalid Reference Id',
    `Invalid Reference Id : ${list} element id ${id} not found`,
    element,
  );
}

/** Recorded: Boulevard/ExQuickBooks test/fixtures/item/create_item_error.json. */
export function requiredParameter(name: string): QboFault {
  return new QboFault(
    '2020',
    'Required param missing, need to supply the required value for the API',
    `Required parameter ${name} is missing in the request`,
    name,
  );
}

/** Recorded: minimul/qbo_api spec/vcr/error/500.yml, which carries no `time`. */
export function invalidId(supplied: string): QboFault {
  return new QboFault(
    '2030',
    'Invalid ID',
    `Id should be a valid number. Supplied value:${supplied}`,
    'Id',
  );
}

/** Recorded: minimul/qbo_api spec/vcr/error/500.yml. */
export function unsupportedOperation(path: string): QboFault {
  return new QboFault(
    '500',
    'Unsupported Operation',
    `Operation Could not find resource for relative : ${path} of full path: https://c50.qbo.intuit.com/qbo50${path} is not supported.`,
  );
}

/** Intuit: error codes. `text` is the sentence that the web page would show. */
export function businessError(text: string, element = ''): QboFault {
  return new QboFault(
    '6000',
    'A business validation error has occurred while processing your request',
    `Business Validation Error: ${text}`,
    element,
  );
}

/** Recorded: minimul/qbo_api spec/vcr/batch/basic.yml. `by` is who saved last. */
export function staleObject(by: string): QboFault {
  return new QboFault(
    '5010',
    'Stale Object Error',
    `Stale Object Error : You and ${by} were working on this at the same time. ${by} finished before you did, so your work was not saved.`,
    '',
  );
}

/** Text from public issue threads ("Min:0 Max:1,000 supported. Supplied length:1,001"). */
export function tooLong(element: string, max: number, supplied: number): QboFault {
  const n = (value: number): string => value.toLocaleString('en-US');
  return new QboFault(
    '2050',
    'String length is either shorter or longer than supported by specification',
    `String length specified does not match the supported length. Min:0 Max:${n(max)} supported. Supplied length:${n(supplied)}`,
    element,
  );
}

export function invalidEnumeration(element: string, supplied: string): QboFault {
  return new QboFault(
    '2170',
    'Invalid Enumeration',
    `Invalid Enumeration : ${supplied} is not a valid value for ${element}`,
    element,
  );
}

/** Text from intuit/QuickBooks-V3-PHP-SDK issues 71 and 265. */
export function parentRequired(): QboFault {
  return new QboFault(
    '6150',
    'ParentRef Required Error',
    'ParentRef is either required or not if Job is true or false.',
    'Job',
  );
}

/** Recorded by others: fyle-qbo-api tests (sic, "through through"). */
export function periodClosed(): QboFault {
  return new QboFault(
    '6210',
    'Account Period Closed, Cannot Update Through Services API',
    'The account period has closed and the account books cannot be updated through through the QBO Services API. Please use the QBO website to make these changes.',
    '',
  );
}

/** Text from public issue threads. */
export function alreadyDeposited(): QboFault {
  return new QboFault(
    '6540',
    'Deposited Transaction cannot be changed',
    'This transaction has been deposited. If you want to change or delete it, you must first edit the deposit it appears on and remove it.',
    '',
  );
}

/** Text from clients' fixtures. */
export function duplicateDocNumber(docNumber: string, entity: string, id: string): QboFault {
  return new QboFault(
    '6140',
    'Duplicate Document Number Error',
    `Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=${docNumber} is assigned to TxnType=${entity} with TxnId=${id}`,
    '',
  );
}

/** Text from FQ-js, a fake that others wrote; the code is Intuit's. */
export function wrongAccountType(element: string, words: 'sentence' | 'bare'): QboFault {
  return new QboFault(
    '6430',
    'Invalid account type',
    words === 'bare'
      ? 'Invalid account type'
      : 'Invalid account type: You need to select a different type of account for this transaction.',
    element,
  );
}

export function cannotLink(text: string): QboFault {
  return new QboFault(
    '620',
    'TxnID Cannot Be Linked',
    `Cannot validate linked transactions: ${text}`,
    '',
  );
}

/** Text certain (ruckus/quickbooks-ruby#390), numeric code not. */
export function hasBalance(code: '6790' | '6000'): QboFault {
  return new QboFault(
    code,
    'Delete List Has Balance Error',
    'Delete List Has Balance Error: The entity you are trying to delete has an open balance. : This customer cannot be deleted because it has a non-zero balance',
    '',
  );
}

/** Intuit: error codes; text and status from public issue threads, neither certain. */
export function companyEnded(status: 400 | 403): QboFault {
  return new QboFault(
    '6190',
    'Invalid Company Status',
    'Invalid Company Status : Subscription period has ended or canceled or there was a billing problem',
    '',
    status,
  );
}

/** Recorded: minimul/qbo_api spec/vcr/error/400.yml. */
export function unknownContext(entity: string): QboFault {
  return new QboFault(
    '4001',
    'Invalid query',
    `QueryValidationError: invalid context declaration: ${entity}`,
  );
}

export function systemFailure(text: string): QboFault {
  return new QboFault(
    '10000',
    'An application error has occurred while processing your request',
    `System Failure Error: ${text}`,
    undefined,
    500,
    'SystemFault',
  );
}
