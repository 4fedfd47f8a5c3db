import { TRANSACTIONS } from '../entity-name';
import type { Posting } from '../store/record';
import type { Book } from './book';

/** What documents dated after today post, as far as `of` asks for it. */
function futureCents(book: Book, of: (posting: Posting) => boolean): number {
  const today = book.today();
  let cents = 0;
  for (const entity of TRANSACTIONS) {
    for (const { facts, deleted } of book.store.table(entity).ascending()) {
      if (deleted || !facts || facts.date <= today) continue;
      for (const posting of facts.postings) if (of(posting)) cents += posting.cents;
    }
  }
  return cents;
}

/** Debit minus credit of an account, as QBO reports it. */
export function accountCents(book: Book, accountId: string): number {
  const cents = book.store.accounts.get(accountId);
  if (book.switches.futureDated === 'counted') return cents;
  return cents - futureCents(book, (posting) => posting.accountId === accountId);
}

/** What a customer owes, as QBO reports it. */
export function customerCents(book: Book, customerId: string): number {
  const cents = book.store.receivables.get(customerId);
  if (book.switches.futureDated !== 'nowhere') return cents;
  return cents - futureCents(book, (posting) => posting.customerId === customerId);
}
