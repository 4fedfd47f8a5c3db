import { undepositedFunds } from '../../book/accounts';
import type { Book } from '../../book/book';
import { receivableOfCurrency } from '../../book/currency';
import { type JsonObject, refAt, textAt } from '../../json';
import { type Application, type Facts, type Posting, receivableCents } from '../../store/record';
import { isVoidedNote } from '../sales/facts';

/**
 * Facts of a payment. Its receivable lines follow its applications, so that a parent's payment
 * on a sub-customer's invoice lowers the sub-customer's balance.
 */
export function paymentFacts(
  book: Book,
  body: JsonObject,
  totalCents: number,
  applications: readonly Application[],
): Facts {
  const payer = refAt(body, 'CustomerRef') ?? null;
  const receivable = receivableOfCurrency(book, payer).id;
  const byCustomer = new Map<string | null, number>();
  const add = (customerId: string | null, cents: number): void => {
    byCustomer.set(customerId, (byCustomer.get(customerId) ?? 0) + cents);
  };
  let left = totalCents;
  for (const { kind, cents, customerId } of applications) {
    const settled = kind === 'charge' ? cents : -cents;
    add(customerId, -settled);
    left -= settled;
  }
  add(payer, -left);
  const postings: Posting[] = [...byCustomer].map(([customerId, cents]) => ({
    accountId: receivable,
    customerId,
    cents,
  }));
  const accountId = refAt(body, 'DepositToAccountRef') ?? undepositedFunds(book.store).id;
  postings.push({ accountId, customerId: null, cents: totalCents });
  return {
    date: textAt(body, 'TxnDate') ?? '',
    docNumber: null,
    customerId: payer,
    totalCents,
    voided: totalCents === 0 && isVoidedNote(body),
    postings: postings.filter((posting) => posting.cents !== 0),
    receivableCents: receivableCents(postings),
    applications,
    deposited: [],
  };
}
