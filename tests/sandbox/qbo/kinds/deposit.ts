import { isReceivable, mustHoldMoney, undepositedFunds } from '../book/accounts';
import type { Book, Draft, EntityRules, WriteContext } from '../book/book';
import { mustFit, mustNotBeNegative, mustRepeat, requiredCents, txnDate } from '../book/guards';
import { refTo, requireAt, resolve, resolveAt } from '../book/refs';
import { amount, centsOf } from '../decimal';
import { type EntityName, entityNamed } from '../entity-name';
import { businessError, cannotLink, requiredParameter } from '../fault';
import { compact, type JsonObject, objectAt, objectsAt, omit, refAt, textAt } from '../json';
import { type Facts, keyOf, type Posting, type Rec, receivableCents } from '../store/record';
import { arNeedsCustomer } from './journal-entry';
import { ordered } from './ordered';

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
/** Recorded: airbytehq/airbyte Deposit 121. */
const ORDER = [
  'DepositToAccountRef',
  'CashBack',
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
];

function linkOf(line: JsonObject): { entity: EntityName; id: string } | undefined {
  const link = objectsAt(line, 'LinkedTxn')[0];
  if (!link) return undefined;
  const entity = entityNamed(textAt(link, 'TxnType') ?? '');
  return entity && { entity, id: textAt(link, 'TxnId') ?? '' };
}

/** A payment or receipt that lies in Undeposited Funds is taken into the deposit, whole. */
function linkedLine(book: Book, line: JsonObject, own: string | undefined): JsonObject {
  const link = linkOf(line);
  if (!link || (link.entity !== 'Payment' && link.entity !== 'SalesReceipt')) {
    throw cannotLink('Only payments and sales receipts can be deposited.');
  }
  const rec = book.store.get(link.entity, link.id);
  if (!rec || rec.deleted || book.hidden.has(keyOf(link.entity, link.id))) {
    throw businessError(
      `The entity ${link.entity} ${link.id} that you are trying to link does not exist.`,
    );
  }
  const holder = book.store.depositWith(keyOf(link.entity, link.id));
  const cents = requiredCents(line, 'Amount', 'Line.Amount');
  const waits = refAt(rec.body, 'DepositToAccountRef') === undepositedFunds(book.store).id;
  if (!waits || (holder !== undefined && holder !== own)) {
    throw cannotLink(`${link.entity} ${link.id} is not in Undeposited Funds.`);
  }
  if (cents !== rec.facts?.totalCents) {
    throw cannotLink(
      `The amount of ${link.entity} ${link.id} is ${rec.facts?.totalCents ?? 0} cents.`,
    );
  }
  const detail = objectAt(line, 'DepositLineDetail');
  return compact({
    Amount: amount(cents),
    LinkedTxn: [{ TxnId: rec.id, TxnType: link.entity, TxnLineId: '0' }],
    DepositLineDetail: detail,
  });
}

function entityRef(book: Book, detail: JsonObject): JsonObject | undefined {
  const id = refAt(detail, 'Entity');
  if (id === undefined) return undefined;
  const type = (textAt(objectAt(detail, 'Entity'), 'type') ?? 'CUSTOMER').toUpperCase();
  const list = type === 'VENDOR' ? 'Vendor' : type === 'EMPLOYEE' ? 'Employee' : 'Customer';
  return { ...refTo(resolve(book, list, id, 'Entity')), type };
}

function directLine(book: Book, line: JsonObject, number: number): JsonObject {
  const detail = objectAt(line, 'DepositLineDetail');
  if (!detail) throw requiredParameter('Line.DetailType');
  const cents = requiredCents(line, 'Amount', 'Line.Amount');
  const account = requireAt(book, detail, 'AccountRef', 'Account');
  const entity = entityRef(book, detail);
  if (isReceivable(account) && textAt(entity, 'type') !== 'CUSTOMER') throw arNeedsCustomer();
  const method = resolveAt(book, detail, 'PaymentMethodRef', 'PaymentMethod');
  return compact({
    Id: String(number),
    LineNum: number,
    Description: textAt(line, 'Description'),
    Amount: amount(cents),
    DetailType: 'DepositLineDetail',
    DepositLineDetail: compact({
      ...detail,
      Entity: entity,
      AccountRef: refTo(account),
      PaymentMethodRef: method && { value: method.id },
    }),
  });
}

const lineKey = (line: JsonObject): string => {
  const link = linkOf(line);
  return link ? keyOf(link.entity, link.id) : `line ${textAt(line, 'Id') ?? ''}`;
};

/** A sparse update merges the lines of a deposit (laf-rge/quickbooks-mcp, verified there). */
function sentLines(input: JsonObject, context: WriteContext): readonly JsonObject[] {
  const sent = objectsAt(input, 'Line');
  const before = objectsAt(context.before?.body, 'Line');
  if (!context.sparse || !('Line' in context.sent)) return sent;
  const replaced = new Map(sent.map((line) => [lineKey(line), line]));
  const kept = before.map((line) => replaced.get(lineKey(line)) ?? line);
  const known = new Set(before.map(lineKey));
  return [...kept, ...sent.filter((line) => !known.has(lineKey(line)))];
}

function cashBack(book: Book, input: JsonObject): JsonObject | undefined {
  const back = objectAt(input, 'CashBack');
  if (!back || centsOf(back.Amount) === undefined) return undefined;
  const account = requireAt(book, back, 'AccountRef', 'Account');
  return { ...back, AccountRef: refTo(account) };
}

function draft(book: Book, input: JsonObject, context: WriteContext): Draft {
  mustRepeat(context, 'DepositToAccountRef');
  const account = requireAt(book, input, 'DepositToAccountRef', 'Account');
  mustHoldMoney(account, 'DepositToAccountRef', book.switches);
  mustFit(input, 'PrivateNote', 4000);
  const sent = sentLines(input, context);
  if (sent.length === 0) throw requiredParameter('Line');
  const own = context.before?.id;
  const lines = sent.map((line, index) =>
    linkOf(line) ? linkedLine(book, line, own) : directLine(book, line, index + 1),
  );
  if (new Set(lines.map(lineKey)).size !== lines.length) {
    throw cannotLink('A transaction can be deposited only once.');
  }
  const body = compact({
    ...omit(input, COMPUTED),
    DepositToAccountRef: refTo(account),
    CashBack: cashBack(book, input),
    TxnDate: txnDate(book, input),
    CurrencyRef: book.currency,
    Line: lines,
  });
  const found = facts(book, body);
  mustNotBeNegative(found.totalCents);
  return { body, facts: found };
}

function facts(book: Book, body: JsonObject): Facts {
  const postings: Posting[] = [];
  const deposited: string[] = [];
  const add = (accountId: string, cents: number, customerId: string | null = null): void => {
    if (cents !== 0) postings.push({ accountId, customerId, cents });
  };
  let totalCents = 0;
  for (const line of objectsAt(body, 'Line')) {
    const cents = centsOf(line.Amount) ?? 0;
    totalCents += cents;
    const link = linkOf(line);
    const detail = objectAt(line, 'DepositLineDetail');
    if (link) {
      deposited.push(keyOf(link.entity, link.id));
      add(undepositedFunds(book.store).id, -cents);
      continue;
    }
    const accountId = refAt(detail, 'AccountRef') ?? undepositedFunds(book.store).id;
    const account = book.store.get('Account', accountId);
    const owes = account !== undefined && isReceivable(account);
    add(accountId, -cents, owes ? (refAt(detail, 'Entity') ?? null) : null);
  }
  const back = objectAt(body, 'CashBack');
  const backCents = centsOf(back?.Amount) ?? 0;
  totalCents -= backCents;
  add(refAt(back, 'AccountRef') ?? '', backCents);
  add(refAt(body, 'DepositToAccountRef') ?? '', totalCents);
  return {
    date: textAt(body, 'TxnDate') ?? '',
    docNumber: textAt(body, 'DocNumber') ?? null,
    customerId: postings.find((posting) => posting.customerId !== null)?.customerId ?? null,
    totalCents,
    voided: false,
    postings,
    receivableCents: receivableCents(postings),
    applications: [],
    deposited,
  };
}

function present(_book: Book, rec: Rec): JsonObject {
  return ordered(rec, { TotalAmt: amount(rec.facts?.totalCents ?? 0) }, ORDER);
}

/** Bank deposits: of payments and receipts that wait, and of lines to any account. */
export const depositRules: EntityRules = { draft, present, facts };
