/** Every rule, in the order in which its findings are told. */
import { creditMemo } from './credit-memo';
import { currencyOfBooks } from './currency-of-books';
import { customNumbers } from './custom-numbers';
import { deletedClient } from './deleted-client';
import { depositOrCheque } from './deposit-or-cheque';
import type { Check, CheckInput, Finding } from './finding';
import { foreignCurrency } from './foreign-currency';
import { inactiveCustomer } from './inactive-customer';
import { journalEntry } from './journal-entry';
import { subCustomer } from './sub-customer';
import { unread } from './unread';

const CHECKS: readonly Check[] = [
  currencyOfBooks,
  customNumbers,
  unread,
  creditMemo,
  journalEntry,
  depositOrCheque,
  subCustomer,
  foreignCurrency,
  inactiveCustomer,
  deletedClient,
];

export function allFindings(input: CheckInput): Finding[] {
  return CHECKS.flatMap((check) => check(input));
}
