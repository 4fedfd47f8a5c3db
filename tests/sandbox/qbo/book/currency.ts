import { businessError } from '../fault';
import { type JsonObject, objectAt, refAt, textAt } from '../json';
import type { Rec } from '../store/record';
import { isReceivable, receivableAccount } from './accounts';
import type { Book } from './book';

/** What a unit of another currency is worth while nobody says otherwise. */
const RATE = 1.35;

const NAMES: Readonly<Record<string, string>> = {
  CAD: 'Canadian Dollar',
  USD: 'United States Dollar',
  EUR: 'Euro',
};

/** The currency of a customer: chosen once, and only where the company has several. */
export function customerCurrency(
  book: Book,
  input: JsonObject,
  before: Rec | undefined,
): JsonObject | undefined {
  const known = objectAt(before?.body, 'CurrencyRef');
  const asked = refAt(input, 'CurrencyRef');
  const home = textAt(book.currency, 'value');
  if (known) {
    if (asked === undefined || asked === textAt(known, 'value')) return known;
    throw businessError('You cannot change the currency of a customer.');
  }
  if (asked === undefined || asked === home) return book.currency;
  const hasSeveral = objectAt(book.preferences(), 'CurrencyPrefs')?.MultiCurrencyEnabled === true;
  if (!hasSeveral) throw businessError('Multicurrency is not turned on for this company.');
  return { value: asked, name: NAMES[asked] ?? asked };
}

function currencyOf(book: Book, customerId: string | undefined): JsonObject {
  const customer = book.store.get('Customer', customerId ?? '');
  return objectAt(customer?.body, 'CurrencyRef') ?? book.currency;
}

/** A document is in the currency of its customer, and says what that is worth. */
export function documentCurrency(book: Book, input: JsonObject): JsonObject {
  const currency = currencyOf(book, refAt(input, 'CustomerRef'));
  if (textAt(currency, 'value') === textAt(book.currency, 'value')) {
    return { CurrencyRef: currency, ExchangeRate: undefined };
  }
  return { CurrencyRef: currency, ExchangeRate: input.ExchangeRate ?? RATE };
}

/** QBO keeps one receivable for each currency, and opens it when it is first needed. */
export function receivableOfCurrency(book: Book, customerId: string | null): Rec {
  const currency = currencyOf(book, customerId ?? undefined);
  const code = textAt(currency, 'value');
  const { store } = book;
  const home = receivableAccount(store);
  if (code === textAt(book.currency, 'value')) return home;
  for (const account of store.table('Account').ascending()) {
    const own = textAt(objectAt(account.body, 'CurrencyRef'), 'value');
    if (isReceivable(account) && own === code) return account;
  }
  const Name = `Accounts Receivable (A/R) - ${code}`;
  const body = { ...home.body, Name, FullyQualifiedName: Name, CurrencyRef: currency };
  const made: Rec = { ...home, id: store.nextId('Account'), syncToken: 0, body };
  store.put(made);
  return made;
}
