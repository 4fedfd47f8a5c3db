import type { EntityRules, RulesByEntity } from '../book/book';
import type { EntityName } from '../entity-name';
import { attachableRules } from './attachable';
import { depositRules } from './deposit';
import { journalEntryRules } from './journal-entry';
import { accountRules } from './lists/account';
import {
  itemRules,
  paymentMethodRules,
  taxCodeRules,
  taxRateRules,
  termRules,
} from './lists/rules';
import { customerRules } from './names/customer';
import { otherPeopleRules } from './names/other-people';
import { paymentRules } from './payment/rules';
import { purchaseRules } from './purchase';
import { salesRules } from './sales/rules';
import { settingRules } from './settings';

const RULES: RulesByEntity = {
  Customer: customerRules,
  Vendor: otherPeopleRules('Vendor'),
  Employee: otherPeopleRules('Employee'),
  Item: itemRules,
  Account: accountRules,
  TaxCode: taxCodeRules,
  TaxRate: taxRateRules,
  Term: termRules,
  PaymentMethod: paymentMethodRules,
  Invoice: salesRules('Invoice'),
  CreditMemo: salesRules('CreditMemo'),
  SalesReceipt: salesRules('SalesReceipt'),
  RefundReceipt: salesRules('RefundReceipt'),
  Payment: paymentRules,
  JournalEntry: journalEntryRules,
  Deposit: depositRules,
  Purchase: purchaseRules,
  Attachable: attachableRules,
  Preferences: settingRules,
  CompanyInfo: settingRules,
};

export function rulesOf(entity: EntityName): EntityRules {
  return RULES[entity];
}
