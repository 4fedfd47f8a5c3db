import { accountType, isReceivable, taxPayable } from '../book/accounts';
import type { Book, Draft, EntityRules, WriteContext } from '../book/book';
import {
  mustBeOneOf,
  mustFit,
  mustNotBeNegative,
  mustRepeat,
  requiredCents,
  txnDate,
} from '../book/guards';
import { refTo, requireAt, resolve } from '../book/refs';
import { type Taxable, taxesOf } from '../book/tax';
import { amount, centsOf } from '../decimal';
import { requiredParameter, wrongAccountType } from '../fault';
import { compact, type JsonObject, objectAt, objectsAt, omit, refAt, textAt } from '../json';
import { type Facts, type Posting, type Rec, receivableCents } from '../store/record';
import { arNeedsCustomer } from './journal-entry';
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
  'LinkedTxn',
  'PurchaseEx',
]);
/** Recorded: airbytehq/airbyte Purchase 144. */
const ORDER = [
  'AccountRef',
  'PaymentMethodRef',
  'PaymentType',
  'EntityRef',
  'Credit',
  'TotalAmt',
  'PurchaseEx',
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

const detailOf = (line: JsonObject): JsonObject | undefined =>
  objectAt(line, 'AccountBasedExpenseLineDetail') ?? objectAt(line, 'ItemBasedExpenseLineDetail');

function accountOf(book: Book, line: JsonObject): Rec | undefined {
  const detail = detailOf(line);
  const own = refAt(detail, 'AccountRef');
  if (own !== undefined) return book.store.get('Account', own);
  const item = book.store.get('Item', refAt(detail, 'ItemRef') ?? '');
  const id = refAt(item?.body, 'ExpenseAccountRef') ?? refAt(item?.body, 'IncomeAccountRef');
  return id === undefined ? undefined : book.store.get('Account', id);
}

function expenseLine(book: Book, line: JsonObject, number: number): JsonObject {
  const type = textAt(line, 'DetailType');
  if (type === undefined) throw requiredParameter('Line.DetailType');
  if (type === 'DescriptionOnly') return { ...line, Id: String(number), Amount: 0 };
  const detail = objectAt(line, type);
  if (!detail) throw requiredParameter(type);
  const cents = requiredCents(line, 'Amount', 'Line.Amount');
  const code = refAt(detail, 'TaxCodeRef') ?? (book.country === 'US' ? 'NON' : undefined);
  const named: JsonObject =
    type === 'AccountBasedExpenseLineDetail'
      ? { AccountRef: refTo(requireAt(book, detail, 'AccountRef', 'Account')) }
      : { ItemRef: refTo(requireAt(book, detail, 'ItemRef', 'Item')) };
  if (type !== 'AccountBasedExpenseLineDetail' && type !== 'ItemBasedExpenseLineDetail') {
    throw unknownDetail(type);
  }
  return compact({
    Id: String(number),
    Description: textAt(line, 'Description'),
    Amount: amount(cents),
    DetailType: type,
    [type]: compact({
      ...detail,
      ...named,
      BillableStatus: detail.BillableStatus ?? 'NotBillable',
      TaxCodeRef: code === undefined ? undefined : { value: code },
    }),
  });
}

function entityRef(book: Book, input: JsonObject): JsonObject | undefined {
  const id = refAt(input, 'EntityRef');
  if (id === undefined) return undefined;
  const type = textAt(objectAt(input, 'EntityRef'), 'type') ?? 'Vendor';
  mustBeOneOf({ type }, 'type', ['Vendor', 'Customer', 'Employee']);
  const list = type === 'Customer' ? 'Customer' : type === 'Employee' ? 'Employee' : 'Vendor';
  return { ...refTo(resolve(book, list, id, 'EntityRef')), type };
}

/** A/R lines bear no tax; all others do in Canada. */
function taxables(book: Book, lines: readonly JsonObject[]): readonly Taxable[] {
  return lines.flatMap((line) => {
    const account = accountOf(book, line);
    if (!detailOf(line) || (account && isReceivable(account))) return [];
    return [{ cents: centsOf(line.Amount) ?? 0, taxCodeId: refAt(detailOf(line), 'TaxCodeRef') }];
  });
}

function draft(book: Book, input: JsonObject, context: WriteContext): Draft {
  mustRepeat(context, 'PaymentType');
  const paid = textAt(input, 'PaymentType');
  if (paid === undefined) throw requiredParameter('PaymentType');
  mustBeOneOf(input, 'PaymentType', ['Cash', 'Check', 'CreditCard']);
  mustFit(input, 'DocNumber', 21);
  mustFit(input, 'PrivateNote', 4000);
  const account = requireAt(book, input, 'AccountRef', 'Account');
  const allowed =
    paid === 'CreditCard' ? ['Credit Card'] : ['Bank', 'Other Current Asset', 'Credit Card'];
  if (!allowed.includes(accountType(account))) {
    throw wrongAccountType('AccountRef', book.switches.refusalWords);
  }
  const entity = entityRef(book, input);
  const sent = objectsAt(input, 'Line');
  if (sent.length === 0) throw requiredParameter('Line');
  const lines = sent.map((line, index) => expenseLine(book, line, index + 1));
  for (const line of lines) {
    const booked = accountOf(book, line);
    if (booked && isReceivable(booked) && textAt(entity, 'type') !== 'Customer')
      throw arNeedsCustomer();
  }
  const taxes = taxesOf(book, taxables(book, lines), input, 'PurchaseTaxRateList');
  const body = compact({
    ...omit(input, COMPUTED),
    AccountRef: refTo(account),
    EntityRef: entity,
    Credit: input.Credit ?? false,
    TxnDate: txnDate(book, input),
    CurrencyRef: book.currency,
    Line: lines,
    TxnTaxDetail: book.country === 'US' && taxes.totalCents === 0 ? undefined : taxes.detail,
  });
  const found = facts(book, body);
  mustNotBeNegative(found.totalCents);
  return { body, facts: found };
}

function facts(book: Book, body: JsonObject): Facts {
  const direction = body.Credit === true ? -1 : 1;
  const customerId =
    textAt(objectAt(body, 'EntityRef'), 'type') === 'Customer'
      ? refAt(body, 'EntityRef')
      : undefined;
  const postings: Posting[] = [];
  let totalCents = 0;
  const add = (accountId: string, cents: number, customer: string | null = null): void => {
    if (cents !== 0) postings.push({ accountId, customerId: customer, cents: direction * cents });
  };
  for (const line of objectsAt(body, 'Line')) {
    const account = accountOf(book, line);
    const cents = detailOf(line) ? (centsOf(line.Amount) ?? 0) : 0;
    totalCents += cents;
    if (account) add(account.id, cents, isReceivable(account) ? (customerId ?? null) : null);
  }
  const detail = objectAt(body, 'TxnTaxDetail');
  let taxLeft = centsOf(detail?.TotalTax) ?? 0;
  totalCents += taxLeft;
  for (const line of objectsAt(detail, 'TaxLine')) {
    const cents = centsOf(line.Amount) ?? 0;
    taxLeft -= cents;
    add(taxPayable(book.store, refAt(objectAt(line, 'TaxLineDetail'), 'TaxRateRef')).id, cents);
  }
  if (taxLeft !== 0) add(taxPayable(book.store, undefined).id, taxLeft);
  add(refAt(body, 'AccountRef') ?? '', -totalCents);
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

/** `PurchaseEx` TxnType codes; only 1 (credit card charge) is recorded, the others are guesses. */
const TXN_TYPE: Readonly<Record<string, string>> = { CreditCard: '1', Check: '3', Cash: '54' };

function present(_book: Book, rec: Rec): JsonObject {
  const value = { Name: 'TxnType', Value: TXN_TYPE[textAt(rec.body, 'PaymentType') ?? ''] ?? '54' };
  const any = {
    name: '{http://schema.intuit.com/finance/v3}NameValue',
    declaredType: 'com.intuit.schema.finance.v3.NameValue',
    scope: 'javax.xml.bind.JAXBElement$GlobalScope',
    value,
    nil: false,
    globalScope: true,
    typeSubstituted: false,
  };
  return ordered(
    rec,
    {
      TotalAmt: amount(rec.facts?.totalCents ?? 0),
      PurchaseEx: { any: [any] },
    },
    ORDER,
  );
}

/** Cheques, expenses and card charges. The service has no void for them, only delete. */
export const purchaseRules: EntityRules = { draft, present, facts };
