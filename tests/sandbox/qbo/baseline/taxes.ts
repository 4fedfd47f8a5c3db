import type { Country } from '../book/book';
import type { JsonObject } from '../json';

export interface RateRow {
  readonly name: string;
  readonly value: number;
  readonly agency: string;
}
export interface CodeRow {
  readonly name: string;
  readonly description: string;
  readonly taxable: boolean;
  /** Names of the rates that it holds; none is out of scope. */
  readonly rates: readonly string[];
}

/** Agency 1 is the Receiver General, 2 Revenu Québec. Rates of 2026. */
const CA_RATES: readonly RateRow[] = [
  { name: 'GST', value: 5, agency: '1' },
  { name: 'HST ON', value: 13, agency: '1' },
  { name: 'QST 9.975', value: 9.975, agency: '2' },
  { name: 'Zero-rated', value: 0, agency: '1' },
  { name: 'Exempt', value: 0, agency: '1' },
];
const CA_CODES: readonly CodeRow[] = [
  { name: 'Exempt', description: 'Exempt', taxable: true, rates: ['Exempt'] },
  { name: 'Zero-rated', description: 'Zero-rated', taxable: true, rates: ['Zero-rated'] },
  { name: 'Out of scope', description: 'Out of scope', taxable: false, rates: [] },
  { name: 'GST', description: 'GST 5%', taxable: true, rates: ['GST'] },
  { name: 'HST ON', description: 'HST Ontario 13%', taxable: true, rates: ['HST ON'] },
  { name: 'QST QC - 9.975', description: 'QST Quebec 9.975%', taxable: true, rates: ['QST 9.975'] },
  {
    name: 'GST/QST QC - 9.975',
    description: 'GST 5% and QST 9.975%',
    taxable: true,
    rates: ['GST', 'QST 9.975'],
  },
];

/** Id 2 is the California code, as in the recorded sandbox (airbytehq/airbyte TaxCode 2). */
const US_RATES: readonly RateRow[] = [
  { name: 'AZ State tax', value: 7.1, agency: '1' },
  { name: 'Tucson City', value: 2, agency: '1' },
  { name: 'California', value: 8, agency: '2' },
];
const US_CODES: readonly CodeRow[] = [
  {
    name: 'Tucson',
    description: 'Tucson',
    taxable: true,
    rates: ['AZ State tax', 'Tucson City'],
  },
  { name: 'California', description: 'California', taxable: true, rates: ['California'] },
];

export const taxRows = (
  country: Country,
): { rates: readonly RateRow[]; codes: readonly CodeRow[] } =>
  country === 'CA' ? { rates: CA_RATES, codes: CA_CODES } : { rates: US_RATES, codes: US_CODES };

export function rateBody(row: RateRow): JsonObject {
  return {
    Name: row.name,
    Description: row.name,
    RateValue: row.value,
    AgencyRef: { value: row.agency },
  };
}

export function codeBody(row: CodeRow, rateIds: ReadonlyMap<string, string>): JsonObject {
  const list = {
    TaxRateDetail: row.rates.map((name, index) => ({
      TaxRateRef: { value: rateIds.get(name) ?? '', name },
      TaxTypeApplicable: 'TaxOnAmount',
      TaxOrder: index,
    })),
  };
  return {
    Name: row.name,
    Description: row.description,
    Taxable: row.taxable,
    TaxGroup: row.rates.length > 0,
    SalesTaxRateList: list,
    PurchaseTaxRateList: list,
  };
}
