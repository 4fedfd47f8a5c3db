import { accountType, isReceivable } from '../book/accounts';
import type { Book, Draft, EntityRules, WriteContext } from '../book/book';
import { mustBeOneOf, mustFit, requiredCents, txnDate } from '../book/guards';
import { nameOf, refTo, requireAt, resolve } from '../book/refs';
import { amount, centsOf } from '../decimal';
import { businessError, requiredParameter } from '../fault';
import {
  booleanAt,
  compact,
  type JsonObject,
  objectAt,
  objectsAt,
  omit,
  refAt,
  textAt,
} from '../json';
import { type Facts, type Posting, type Rec, receivableCents } from '../store/record';
import { ordered } from './ordered';
import { unknownDetail } from './sales/lines';

const COMPUTED: ReadonlySet<string> = new Set([
  'domain',
  'sparse',
  'status',
  'Id',
  'SyncToken',
  'MetaData',
  'TotalAmt',
  'HomeTotalAmt',
  'LinkedTxn',
]);
/** Recorded: airbytehq/airbyte JournalEntry 6; TotalAmt from Intuit's reference. */
const ORDER = [
  'Adjustment',
  'TotalAmt',
  'domain',
  'sparse',
  'Id',
  'SyncToken',
  'MetaData',
  'DocNumber',
  'TxnDate',
  'CurrencyRef',
  'PrivateNote',
  'Line',
  'TxnTaxDetail',
];

/** Text from Intuit's support pages. */
export const arNeedsCustomer = () =>
  businessError('When you use Accounts Receivable, you must choose a customer in the Name field.');

function entityOf(book: Book, detail: JsonObject): JsonObject | undefined {
  const entity = objectAt(detail, 'Entity');
  const id = refAt(entity, 'EntityRef');
  if (!entity || id === undefined) return undefined;
  const type = textAt(entity, 'Type') ?? 'Customer';
  mustBeOneOf({ Type: type }, 'Type', ['Customer', 'Vendor', 'Employee']);
  const list = type === 'Vendor' ? 'Vendor' : type === 'Employee' ? 'Employee' : 'Customer';
  const rec = resolve(book, list, id, 'EntityRef');
  return { Type: type, EntityRef: { value: rec.id, name: nameOf(rec) } };
}

function journalLine(book: Book, line: JsonObject, index: number): JsonObject {
  const detail = objectAt(line, 'JournalEntryLineDetail');
  if (!detail) throw requiredParameter('JournalEntryLineDetail');
  const cents = requiredCents(line, 'Amount', 'Line.Amount');
  if (cents < 0) throw businessError('Enter a transaction amount that is 0 or greater.');
  const posting = textAt(detail, 'PostingType');
  if (posting === undefined) throw requiredParameter('PostingType');
  mustBeOneOf(detail, 'PostingType', ['Debit', 'Credit']);
  const account = requireAt(book, detail, 'AccountRef', 'Account');
  const entity = entityOf(book, detail);
  if (isReceivable(account) && textAt(entity, 'Type') !== 'Customer') throw arNeedsCustomer();
  if (accountType(account) === 'Accounts Payable' && textAt(entity, 'Type') !== 'Vendor') {
    throw businessError(
      'When you use Accounts Payable, you must choose a vendor in the Name field.',
    );
  }
  return compact({
    Id: textAt(line, 'Id') ?? String(index),
    Description: textAt(line, 'Description'),
    Amount: amount(cents),
    DetailType: 'JournalEntryLineDetail',
    JournalEntryLineDetail: compact({ ...detail, AccountRef: refTo(account), Entity: entity }),
  });
}

function signedCents(line: JsonObject): number {
  const detail = objectAt(line, 'JournalEntryLineDetail');
  if (!detail) return 0;
  const cents = centsOf(line.Amount) ?? 0;
  return textAt(detail, 'PostingType') === 'Credit' ? -cents : cents;
}

function uniqueIds(lines: readonly JsonObject[]): readonly JsonObject[] {
  const ids = new Set(lines.map((line) => textAt(line, 'Id')));
  return ids.size === lines.length
    ? lines
    : lines.map((line, index) => ({ ...line, Id: String(index) }));
}

function checkReceivableLines(book: Book, lines: readonly JsonObject[]): void {
  let count = 0;
  for (const line of lines) {
    const id = refAt(objectAt(line, 'JournalEntryLineDetail'), 'AccountRef');
    const account = id === undefined ? undefined : book.store.get('Account', id);
    if (account && (isReceivable(account) || accountType(account) === 'Accounts Payable'))
      count += 1;
  }
  if (count > 1 && book.switches.journalArLines === 'one') {
    throw businessError(
      'A journal entry can have only one accounts receivable or accounts payable account line.',
    );
  }
}

function draft(book: Book, input: JsonObject, _context: WriteContext): Draft {
  const sent = objectsAt(input, 'Line');
  if (sent.length < 2) throw requiredParameter('Line');
  mustFit(input, 'DocNumber', 21);
  mustFit(input, 'PrivateNote', 4000);
  const lines = sent.map((line, index) => {
    const type = textAt(line, 'DetailType');
    if (type === undefined) throw requiredParameter('Line.DetailType');
    if (type === 'DescriptionOnly') return line;
    if (type !== 'JournalEntryLineDetail') throw unknownDetail(type);
    return journalLine(book, line, index);
  });
  checkReceivableLines(book, lines);
  if (lines.reduce((sum, line) => sum + signedCents(line), 0) !== 0) {
    throw businessError('Please balance debits and credits.');
  }
  const body = compact({
    Adjustment: booleanAt(input, 'Adjustment') ?? false,
    ...omit(input, COMPUTED),
    TxnDate: txnDate(book, input),
    CurrencyRef: book.currency,
    Line: uniqueIds(lines),
    TxnTaxDetail: {},
  });
  return { body, facts: facts(book, body) };
}

function facts(book: Book, body: JsonObject): Facts {
  const postings: Posting[] = [];
  let totalCents = 0;
  for (const line of objectsAt(body, 'Line')) {
    const detail = objectAt(line, 'JournalEntryLineDetail');
    const accountId = refAt(detail, 'AccountRef');
    const cents = signedCents(line);
    if (accountId === undefined || cents === 0) continue;
    const account = book.store.get('Account', accountId);
    const customerId = refAt(objectAt(detail, 'Entity'), 'EntityRef') ?? null;
    const owes = account !== undefined && isReceivable(account) ? customerId : null;
    postings.push({ accountId, customerId: owes, cents });
    totalCents += Math.max(0, cents);
  }
  return {
    date: textAt(body, 'TxnDate') ?? '',
    docNumber: textAt(body, 'DocNumber') ?? null,
    customerId: postings.find((posting) => posting.customerId !== null)?.customerId ?? null,
    totalCents,
    voided: false,
    postings,
    receivableCents: receivableCents(postings),
    applications: [],
    deposited: [],
  };
}

function present(_book: Book, rec: Rec): JsonObject {
  return ordered(rec, { TotalAmt: amount(rec.facts?.totalCents ?? 0) }, ORDER);
}

/** Journal entries: balanced lines, at most one of them on A/R and that with a customer. */
export const journalEntryRules: EntityRules = { draft, present, facts };
