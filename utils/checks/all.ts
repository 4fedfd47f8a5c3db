/** Every rule with the check that looks for it. */
import { creditMemo } from './credit-memo';
import { currencyOfBooks } from './currency-of-books';
import { customNumbers } from './custom-numbers';
import { deletedClient } from './deleted-client';
import { depositOrCheque } from './deposit-or-cheque';
import type { Check, CheckInput, Finding } from './finding';
import { foreignCurrency } from './foreign-currency';
import { inactiveCustomer } from './inactive-customer';
import { journalEntry } from './journal-entry';
import { RULES, type Rule } from './rules';
import { subCustomer } from './sub-customer';
import { unread } from './unread';

const CHECKS: Readonly<Record<Rule, Check>> = {
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
};

export function allFindings(input: CheckInput): Finding[] {
  return RULES.flatMap((rule) => CHECKS[rule](input));
}
