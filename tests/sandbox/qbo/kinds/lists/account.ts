import type { Book, Draft, EntityRules, WriteContext } from '../../book/book';
import { accountCents } from '../../book/future';
import { mustBeOneOf } from '../../book/guards';
import { amount } from '../../decimal';
import { requiredParameter } from '../../fault';
import { booleanAt, compact, type JsonObject, omit, refAt, textAt } from '../../json';
import type { Rec } from '../../store/record';
import { ordered } from '../ordered';
import { LIST_COMPUTED, LIST_ORDER, nameRow } from './named-list';

/** Classification by account type (Intuit: Account reference). */
const CLASSIFICATION: Readonly<Record<string, string>> = {
  Bank: 'Asset',
  'Accounts Receivable': 'Asset',
  'Other Current Asset': 'Asset',
  'Fixed Asset': 'Asset',
  'Other Asset': 'Asset',
  'Accounts Payable': 'Liability',
  'Credit Card': 'Liability',
  'Other Current Liability': 'Liability',
  'Long Term Liability': 'Liability',
  Equity: 'Equity',
  Income: 'Revenue',
  'Other Income': 'Revenue',
  'Cost of Goods Sold': 'Expense',
  Expense: 'Expense',
  'Other Expense': 'Expense',
};

function draft(book: Book, input: JsonObject, context: WriteContext): Draft {
  const named = nameRow(book, 'Account', input, context);
  const type = textAt(input, 'AccountType');
  if (type === undefined) throw requiredParameter('AccountType');
  mustBeOneOf(input, 'AccountType', Object.keys(CLASSIFICATION));
  const body = compact({
    ...omit(input, LIST_COMPUTED),
    ...named,
    SubAccount: booleanAt(input, 'SubAccount') ?? refAt(input, 'ParentRef') !== undefined,
    Classification: CLASSIFICATION[type],
    CurrencyRef: book.currency,
  });
  return { body, facts: null };
}

/**
 * CurrentBalance is debit minus credit, and 0 for income and expense (recorded: airbytehq/airbyte,
 * tax payable -370.94; minimul/qbo_api, income 0).
 */
function present(book: Book, rec: Rec): JsonObject {
  const kind = textAt(rec.body, 'Classification');
  const counted = kind === 'Asset' || kind === 'Liability' || kind === 'Equity';
  const balance = counted ? accountCents(book, rec.id) : 0;
  return ordered(
    rec,
    {
      AccountAlias: undefined,
      CurrentBalance: amount(balance),
      CurrentBalanceWithSubAccounts: amount(balance),
    },
    LIST_ORDER,
  );
}

export const accountRules: EntityRules = { draft, present };
