import type { EntityName } from '../entity-name';
import { isTransaction } from '../entity-name';
import { type JsonObject, textAt } from '../json';

/** What tells two objects with the same id apart: the full name, or the number of a document. */
export function nameOfBody(entity: EntityName, body: JsonObject): string {
  if (isTransaction(entity)) return textAt(body, 'DocNumber') ?? '';
  return (
    textAt(body, 'FullyQualifiedName') ??
    textAt(body, 'DisplayName') ??
    textAt(body, 'Name') ??
    textAt(body, 'CompanyName') ??
    ''
  );
}

/** The entity that a reference under this key points to; undefined when it is none of ours. */
export function entityOfRef(
  key: string,
  ref: JsonObject,
  owner: EntityName,
): EntityName | undefined {
  if (key === 'ParentRef') return owner;
  if (key === 'CustomerRef') return 'Customer';
  if (key === 'ItemRef') return 'Item';
  if (key.endsWith('AccountRef')) return 'Account';
  if (key === 'SalesTermRef') return 'Term';
  if (key === 'PaymentMethodRef') return 'PaymentMethod';
  if (key === 'TaxRateRef') return 'TaxRate';
  if (key === 'TxnTaxCodeRef') return 'TaxCode';
  if (key === 'EntityRef' || key === 'Entity') {
    const type = (textAt(ref, 'type') ?? 'Customer').toLowerCase();
    return type === 'vendor' ? 'Vendor' : type === 'employee' ? 'Employee' : 'Customer';
  }
  return undefined;
}

/** Type of an account that is known by its name and by where it is used only. */
export function accountTypeFor(key: string, name: string): { type: string; subType: string } {
  const kind = (type: string, subType: string) => ({ type, subType });
  if (key === 'IncomeAccountRef') return kind('Income', 'SalesOfProductIncome');
  if (key === 'AssetAccountRef') return kind('Other Current Asset', 'Inventory');
  if (/undeposited/i.test(name)) return kind('Other Current Asset', 'UndepositedFunds');
  if (/equity/i.test(name)) return kind('Equity', 'OpeningBalanceEquity');
  if (/loan|notes payable/i.test(name)) return kind('Long Term Liability', 'NotesPayable');
  if (/mastercard|visa|credit card/i.test(name)) return kind('Credit Card', 'CreditCard');
  if (/original cost|truck/i.test(name)) return kind('Fixed Asset', 'Vehicles');
  if (/savings|checking/i.test(name) || key === 'DepositToAccountRef')
    return kind('Bank', 'Checking');
  if (key === 'DiscountAccountRef') return kind('Income', 'DiscountsRefundsGiven');
  return kind('Expense', 'OtherMiscellaneousServiceCost');
}
