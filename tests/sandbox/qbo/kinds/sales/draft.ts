import { mustHoldMoney, undepositedFunds } from '../../book/accounts';
import type { Book, WriteContext } from '../../book/book';
import { documentCurrency } from '../../book/currency';
import { docNumberFor } from '../../book/doc-number';
import { mustBeEmail, mustBeOneOf, mustFit, mustNotBeNegative, txnDate } from '../../book/guards';
import { refTo, requireAt, resolveAt } from '../../book/refs';
import { type Taxable, taxesOf } from '../../book/tax';
import { amount, centsOf, divideHalfUp } from '../../decimal';
import { businessError, requiredParameter } from '../../fault';
import { compact, type JsonObject, objectAt, objectsAt, omit, refAt, textAt } from '../../json';
import { addDays } from '../../pacific';
import type { Rec } from '../../store/record';
import { customFields } from './custom-fields';
import { itemLines, lineCents, salesLines } from './lines';

export type SalesForm = 'Invoice' | 'CreditMemo' | 'SalesReceipt' | 'RefundReceipt';

/** Sent back by clients that read before they write; the service computes them itself. */
const COMPUTED: ReadonlySet<string> = new Set([
  'domain',
  'sparse',
  'status',
  'Id',
  'SyncToken',
  'MetaData',
  'TotalAmt',
  'HomeTotalAmt',
  'Balance',
  'HomeBalance',
  'RemainingCredit',
  'LinkedTxn',
  'InvoiceLink',
  'AutoDocNumber',
  'ARAccountRef',
]);
const PRINT = ['NotSet', 'NeedToPrint', 'PrintComplete'];
const EMAIL = ['NotSet', 'NeedToSend', 'EmailSent'];
const GLOBAL_TAX = ['TaxExcluded', 'TaxInclusive', 'NotApplicable'];

function checkTexts(input: JsonObject): void {
  mustFit(input, 'PrivateNote', 4000);
  const memo = objectAt(input, 'CustomerMemo');
  if (memo) mustFit(memo, 'value', 1000);
  mustFit(input, 'PaymentRefNum', 21);
  mustBeOneOf(input, 'PrintStatus', PRINT);
  mustBeOneOf(input, 'EmailStatus', EMAIL);
  mustBeOneOf(input, 'GlobalTaxCalculation', GLOBAL_TAX);
  mustBeEmail(input, 'BillEmail');
  const needsAddress = textAt(input, 'EmailStatus') === 'NeedToSend';
  if (needsAddress && textAt(objectAt(input, 'BillEmail'), 'Address') === undefined) {
    throw requiredParameter('BillEmail');
  }
}

/** Recorded: minimul/qbo_api create/invoice.yml (no SalesTermRef, due by the default terms). */
function dueDate(
  book: Book,
  input: JsonObject,
  customer: Rec | undefined,
  day: string,
): JsonObject {
  const sent = resolveAt(book, input, 'SalesTermRef', 'Term');
  const own = sent ?? (customer && resolveAt(book, customer.body, 'SalesTermRef', 'Term'));
  const byDefault = refAt(objectAt(book.preferences(), 'SalesFormsPrefs'), 'DefaultTerms');
  const term = own ?? (byDefault === undefined ? undefined : book.store.get('Term', byDefault));
  const days = Number(textAt(term?.body, 'DueDays') ?? '0');
  return {
    SalesTermRef: own ? refTo(own) : undefined,
    DueDate: textAt(input, 'DueDate')?.slice(0, 10) ?? addDays(day, days),
  };
}

/** Discounts lower the taxable net in proportion when tax comes after the discount. */
function taxables(book: Book, lines: readonly JsonObject[], input: JsonObject): readonly Taxable[] {
  const items = itemLines(lines);
  const taxable = items.map((line) => {
    const detail = objectAt(line, 'SalesItemLineDetail');
    return { cents: lineCents(line), taxCodeId: refAt(detail, 'TaxCodeRef') };
  });
  const discounts = lines.filter((line) => textAt(line, 'DetailType') === 'DiscountLineDetail');
  const discount = discounts.reduce((sum, line) => sum - lineCents(line), 0);
  const after = input.ApplyTaxAfterDiscount ?? book.country !== 'US';
  const whole = taxable.reduce((sum, line) => sum + line.cents, 0);
  if (discount === 0 || after !== true || whole <= 0) return taxable;
  return taxable.map((line) => {
    const share = divideHalfUp(BigInt(line.cents) * BigInt(discount), BigInt(whole));
    return { ...line, cents: line.cents - Number(share) };
  });
}

/** With prices that include tax the stored amount is the net, and the gross stands beside it. */
function withNet(
  book: Book,
  lines: readonly JsonObject[],
  net: readonly number[],
): readonly JsonObject[] {
  let at = 0;
  return lines.map((line) => {
    if (textAt(line, 'DetailType') !== 'SalesItemLineDetail') return line;
    const cents = net[at] ?? 0;
    at += 1;
    const detail = objectAt(line, 'SalesItemLineDetail') ?? {};
    const gross = centsOf(line.Amount) ?? 0;
    const { UnitPrice: _price, TaxInclusiveAmt: _old, ...rest } = detail;
    const stated = { TaxInclusiveAmt: amount(gross) };
    const priced = { ...line, Amount: amount(cents) };
    return book.switches.taxInclusiveAmount === 'line'
      ? { ...priced, ...stated, SalesItemLineDetail: rest }
      : { ...priced, SalesItemLineDetail: { ...rest, ...stated } };
  });
}

/** Amounts of the request, where a read-back line carries its gross in TaxInclusiveAmt. */
function grossed(input: JsonObject): JsonObject {
  if (textAt(input, 'GlobalTaxCalculation') !== 'TaxInclusive') return input;
  const lines = objectsAt(input, 'Line').map((line) => {
    const detail = objectAt(line, 'SalesItemLineDetail');
    const gross = detail?.TaxInclusiveAmt ?? line.TaxInclusiveAmt;
    return gross === undefined ? line : { ...line, Amount: gross };
  });
  return { ...input, Line: lines };
}

function customerOf(book: Book, form: SalesForm, input: JsonObject): Rec | undefined {
  // A receipt may be nobody's.
  return form === 'SalesReceipt' || form === 'RefundReceipt'
    ? resolveAt(book, input, 'CustomerRef', 'Customer')
    : requireAt(book, input, 'CustomerRef', 'Customer');
}

function money(book: Book, form: SalesForm, input: JsonObject): JsonObject {
  if (form === 'Invoice' || form === 'CreditMemo') return { DepositToAccountRef: undefined };
  const given = resolveAt(book, input, 'DepositToAccountRef', 'Account');
  if (!given && form === 'RefundReceipt') throw requiredParameter('DepositToAccountRef');
  const account = given ?? undepositedFunds(book.store);
  mustHoldMoney(account, 'DepositToAccountRef', book.switches);
  const method = resolveAt(book, input, 'PaymentMethodRef', 'PaymentMethod');
  return { DepositToAccountRef: refTo(account), PaymentMethodRef: method && refTo(method) };
}

/** Validates and completes a sales form; the result holds nothing that is computed on reading. */
export function salesBody(
  book: Book,
  form: SalesForm,
  raw: JsonObject,
  context: WriteContext,
): JsonObject {
  const input = grossed(raw);
  const customer = customerOf(book, form, input);
  checkTexts(input);
  const lines = salesLines(book, input, objectsAt(context.before?.body, 'Line'));
  const computed = taxesOf(book, taxables(book, lines, input), input);
  const taxes = keptTax(book, context) ?? computed;
  const inclusive =
    textAt(input, 'GlobalTaxCalculation') === 'TaxInclusive' && book.country !== 'US';
  const stored = inclusive ? withNet(book, lines, computed.netCents) : lines;
  const total = stored.reduce((sum, line) => sum + lineCents(line), 0) + taxes.totalCents;
  mustNotBeNegative(total);
  if (total === 0 && form === 'Invoice' && book.switches.zeroTotal === 'refused') {
    throw businessError('You must set a transaction amount.');
  }
  if (lines.length > 750) throw businessError('You can enter up to 750 lines.');
  const day = txnDate(book, input);
  const address = (key: string): JsonObject | undefined =>
    objectAt(input, key) ?? (customer && objectAt(customer.body, key));
  return compact({
    ...omit(input, COMPUTED),
    ...(form === 'Invoice' ? onlinePayment(input) : {}),
    CustomField: customFields(book, input),
    DocNumber: docNumberFor(book, form, input, context),
    TxnDate: day,
    ...documentCurrency(book, input),
    Line: stored,
    TxnTaxDetail: taxes.detail,
    GlobalTaxCalculation:
      book.country === 'US' ? undefined : (textAt(input, 'GlobalTaxCalculation') ?? 'TaxExcluded'),
    CustomerRef: customer && refTo(customer),
    BillAddr: address('BillAddr'),
    ShipAddr: address('ShipAddr'),
    ...(form === 'Invoice' ? dueDate(book, input, customer, day) : {}),
    ApplyTaxAfterDiscount: input.ApplyTaxAfterDiscount ?? false,
    PrintStatus: textAt(input, 'PrintStatus') ?? 'NeedToPrint',
    EmailStatus: textAt(input, 'EmailStatus') ?? 'NotSet',
    ...money(book, form, input),
  });
}

/** An edit that says nothing of lines and tax leaves the tax as it was, whatever its rate is now. */
function keptTax(book: Book, { before, sparse, sent }: WriteContext) {
  const detail = objectAt(before?.body, 'TxnTaxDetail');
  const says = ['Line', 'TxnTaxDetail', 'GlobalTaxCalculation'].some((key) => key in sent);
  const moves = textAt(sent, 'TxnDate') !== textAt(before?.body, 'TxnDate') && 'TxnDate' in sent;
  if (!sparse || says || moves || !detail || book.switches.taxOfSparseEdit === 'computed')
    return null;
  return { detail, totalCents: centsOf(detail.TotalTax) ?? 0, netCents: [] };
}

function onlinePayment(input: JsonObject): JsonObject {
  return {
    AllowIPNPayment: input.AllowIPNPayment ?? false,
    AllowOnlinePayment: input.AllowOnlinePayment ?? false,
    AllowOnlineCreditCardPayment: input.AllowOnlineCreditCardPayment ?? false,
    AllowOnlineACHPayment: input.AllowOnlineACHPayment ?? false,
  };
}
