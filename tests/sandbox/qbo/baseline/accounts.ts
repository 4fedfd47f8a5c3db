import type { Country } from '../book/book';
import type { JsonObject } from '../json';

/** name, type, subtype, and the tax agency whose tax is owed there. */
type Row = readonly [string, string, string, string?];

const COMMON_FIRST: readonly Row[] = [
  ['Services', 'Income', 'ServiceFeeIncome'],
  ['Sales', 'Income', 'SalesOfProductIncome'],
  ['Discounts given', 'Income', 'DiscountsRefundsGiven'],
  ['Undeposited Funds', 'Other Current Asset', 'UndepositedFunds'],
  ['Accounts Receivable (A/R)', 'Accounts Receivable', 'AccountsReceivable'],
  ['Chequing', 'Bank', 'Checking'],
  ['Savings', 'Bank', 'Savings'],
  ['Trust account', 'Bank', 'TrustAccounts'],
  ['Corporate credit card', 'Credit Card', 'CreditCard'],
  ['Visa clearing', 'Other Current Asset', 'OtherCurrentAssets'],
  ['Write-off clearing', 'Other Current Asset', 'OtherCurrentAssets'],
  ['Accounts Payable (A/P)', 'Accounts Payable', 'AccountsPayable'],
  ['Prepaid expenses', 'Other Current Asset', 'PrepaidExpenses'],
  ['Office equipment', 'Fixed Asset', 'FurnitureAndFixtures'],
  ['Retained Earnings', 'Equity', 'RetainedEarnings'],
  ['Opening Balance Equity', 'Equity', 'OpeningBalanceEquity'],
  ["Partners' equity", 'Equity', 'PartnersEquity'],
  ['Bookkeeping income', 'Income', 'ServiceFeeIncome'],
  ['Personal tax income', 'Income', 'ServiceFeeIncome'],
  ['Corporate tax income', 'Income', 'ServiceFeeIncome'],
  ['Assurance income', 'Income', 'ServiceFeeIncome'],
  ['Consulting income', 'Income', 'ServiceFeeIncome'],
  ['Disbursements recovered', 'Income', 'OtherPrimaryIncome'],
  ['Write-ups and write-downs', 'Income', 'OtherPrimaryIncome'],
  ['Finance charge income', 'Other Income', 'OtherMiscellaneousIncome'],
  ['Bad debt expense', 'Expense', 'BadDebts'],
  ['Office supplies', 'Expense', 'OfficeGeneralAdministrativeExpenses'],
  ['Rent', 'Expense', 'RentOrLeaseOfBuildings'],
  ['Software subscriptions', 'Expense', 'OfficeGeneralAdministrativeExpenses'],
  ['Bank charges', 'Expense', 'BankCharges'],
  ['Payroll expenses', 'Expense', 'PayrollExpenses'],
];
const TAX: Readonly<Record<Country, readonly Row[]>> = {
  CA: [
    ['GST/HST Payable', 'Other Current Liability', 'GlobalTaxPayable', '1'],
    ['QST Payable', 'Other Current Liability', 'GlobalTaxPayable', '2'],
  ],
  US: [['Board of Equalization Payable', 'Other Current Liability', 'GlobalTaxPayable', '2']],
};

/** The chart of accounts of an accounting firm. `AccountAlias` names the tax agency, inside only. */
export function baselineAccounts(country: Country): readonly JsonObject[] {
  return [...COMMON_FIRST, ...TAX[country]].map(([name, type, subType, agency]) => ({
    Name: country === 'US' && name === 'Chequing' ? 'Checking' : name,
    AccountType: type,
    AccountSubType: subType,
    ...(agency === undefined ? {} : { AccountAlias: `agency ${agency}` }),
  }));
}
