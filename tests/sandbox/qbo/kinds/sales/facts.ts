import { defaultIncome, discountAccount, taxPayable } from '../../book/accounts';
import type { Book } from '../../book/book';
import { receivableOfCurrency } from '../../book/currency';
import { centsOf } from '../../decimal';
import { type JsonObject, objectAt, objectsAt, refAt, textAt } from '../../json';
import { type Facts, type Posting, receivableCents } from '../../store/record';
import { itemLines, lineCents } from './lines';

/** Whether a document was voided: the service shows it in the note and the total only. */
export const isVoidedNote = (body: JsonObject): boolean =>
  /^(Voided|Void|Annulé)(?=$| - )/.test(textAt(body, 'PrivateNote') ?? '');

function incomeAccount(book: Book, line: JsonObject): string {
  const detail = objectAt(line, 'SalesItemLineDetail');
  const own = refAt(detail, 'ItemAccountRef');
  if (own !== undefined) return own;
  const item = book.store.get('Item', refAt(detail, 'ItemRef') ?? '');
  return refAt(item?.body, 'IncomeAccountRef') ?? defaultIncome(book.store).id;
}

function taxPostings(book: Book, body: JsonObject): Posting[] {
  const detail = objectAt(body, 'TxnTaxDetail');
  let left = centsOf(detail?.TotalTax) ?? 0;
  const out: Posting[] = [];
  for (const line of objectsAt(detail, 'TaxLine')) {
    const cents = centsOf(line.Amount) ?? 0;
    const rate = refAt(objectAt(line, 'TaxLineDetail'), 'TaxRateRef');
    left -= cents;
    out.push({ accountId: taxPayable(book.store, rate).id, customerId: null, cents: -cents });
  }
  if (left !== 0) {
    out.push({ accountId: taxPayable(book.store, undefined).id, customerId: null, cents: -left });
  }
  return out;
}

/** Where the money of a sales form lands: a receivable, or an account that holds money. */
function counterPosting(book: Book, body: JsonObject, cents: number): Posting {
  const paidInto = refAt(body, 'DepositToAccountRef');
  if (paidInto !== undefined) return { accountId: paidInto, customerId: null, cents };
  const customerId = refAt(body, 'CustomerRef') ?? null;
  return { accountId: receivableOfCurrency(book, customerId).id, customerId, cents };
}

/**
 * Facts of a sales form. `direction` is 1 for invoices and receipts, -1 for credit memos and
 * refunds, which post everything the other way round.
 */
export function salesFacts(book: Book, body: JsonObject, direction: 1 | -1): Facts {
  const lines = objectsAt(body, 'Line');
  const postings: Posting[] = [];
  for (const line of itemLines(lines)) {
    postings.push({
      accountId: incomeAccount(book, line),
      customerId: null,
      cents: -lineCents(line),
    });
  }
  for (const line of lines) {
    if (textAt(line, 'DetailType') !== 'DiscountLineDetail') continue;
    const accountId =
      refAt(objectAt(line, 'DiscountLineDetail'), 'DiscountAccountRef') ??
      discountAccount(book.store).id;
    postings.push({ accountId, customerId: null, cents: -lineCents(line) });
  }
  postings.push(...taxPostings(book, body));
  const totalCents = 0 - postings.reduce((sum, posting) => sum + posting.cents, 0);
  postings.push(counterPosting(book, body, totalCents));
  return {
    date: textAt(body, 'TxnDate') ?? '',
    docNumber: textAt(body, 'DocNumber') ?? null,
    customerId: refAt(body, 'CustomerRef') ?? null,
    totalCents,
    voided: totalCents === 0 && isVoidedNote(body),
    postings: postings
      .filter((posting) => posting.cents !== 0)
      .map((posting) => ({ ...posting, cents: direction * posting.cents })),
    // Not -0, which would make a document of 0.00 differ from itself.
    receivableCents: direction * receivableCents(postings) + 0,
    applications: [],
    deposited: [],
  };
}
