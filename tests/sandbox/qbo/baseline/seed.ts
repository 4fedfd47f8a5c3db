import type { Country, WriteOptions } from '../book/book';
import type { EntityName } from '../entity-name';
import { type JsonObject, textAt } from '../json';
import { baselineAccounts } from './accounts';
import { ITEMS, PAYMENT_METHODS, TERMS } from './lists';
import { baselineCompanyInfo, baselinePreferences } from './settings';
import { codeBody, rateBody, taxRows } from './taxes';

type Create = (entity: EntityName, body: JsonObject, options?: WriteOptions) => JsonObject;

/** Fills an empty company with the lists and settings of an accounting firm. */
export function seed(create: Create, country: Country, name: string): void {
  create('Preferences', baselinePreferences(country));
  create('CompanyInfo', baselineCompanyInfo(country, name));
  const accounts = new Map<string, string>();
  for (const body of baselineAccounts(country)) {
    const made = create('Account', body);
    accounts.set(textAt(made, 'Name') ?? '', textAt(made, 'Id') ?? '');
  }
  const { rates, codes } = taxRows(country);
  const rateIds = new Map(
    rates.map((row) => [row.name, textAt(create('TaxRate', rateBody(row)), 'Id') ?? '']),
  );
  for (const row of codes) create('TaxCode', codeBody(row, rateIds));
  for (const body of TERMS) create('Term', body);
  for (const body of PAYMENT_METHODS) create('PaymentMethod', body);
  for (const [item, account] of ITEMS) {
    create('Item', {
      Name: item,
      Description: item,
      Type: 'Service',
      Taxable: country === 'CA',
      IncomeAccountRef: { value: accounts.get(account) ?? '' },
    });
  }
}
