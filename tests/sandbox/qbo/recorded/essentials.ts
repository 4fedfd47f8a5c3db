import { baselineCompanyInfo, baselinePreferences } from '../baseline/settings';
import type { Book } from '../book/book';
import { textAt } from '../json';
import type { Loader } from './loader';
import type { Recording } from './recordings';

/** Accounts that postings cannot do without, when no recording brings them. High ids, unused. */
const NEEDED: readonly (readonly [string, string, string, string])[] = [
  ['Accounts Receivable (A/R)', 'Accounts Receivable', 'AccountsReceivable', 'Asset'],
  ['Undeposited Funds', 'Other Current Asset', 'UndepositedFunds', 'Asset'],
  ['Uncategorized Income', 'Income', 'ServiceFeeIncome', 'Revenue'],
  ['Sales Tax Payable', 'Other Current Liability', 'SalesTaxPayable', 'Liability'],
];
const FIRST_ID = 9001;

/** Adds what every company has but the recordings may lack. */
export function essentials(book: Book, loader: Loader, recordings: readonly Recording[]): void {
  const has = (entity: string): boolean => recordings.some((one) => one.entity === entity);
  if (!has('Preferences')) {
    loader.put('Preferences', '1', baselinePreferences(book.country), {}, null);
  }
  if (!has('CompanyInfo')) {
    loader.put('CompanyInfo', '1', baselineCompanyInfo(book.country, 'Recorded company'), {}, null);
  }
  NEEDED.forEach(([name, type, subType, classification], index) => {
    const recorded = recordings.some(
      (one) =>
        one.entity === 'Account' &&
        one.body.Active !== false &&
        textAt(one.body, 'AccountType') === type &&
        (textAt(one.body, 'AccountSubType') === subType || type !== 'Other Current Asset'),
    );
    if (recorded) return;
    const body = {
      Name: name,
      FullyQualifiedName: name,
      SubAccount: false,
      Active: true,
      AccountType: type,
      AccountSubType: subType,
      Classification: classification,
      CurrencyRef: book.currency,
    };
    loader.put('Account', String(FIRST_ID + index), body, {}, null);
  });
}
