import type { z } from 'zod';
import { parseRow } from '../../http/parse-row';
import {
  type Bank,
  type Code,
  DEPOSIT_TYPES,
  type References,
  type TaxChoice,
  type TaxRate,
} from '../../ledger/references';
import { ENTITY_SUBJECT, type EntityName } from '../entities';
import type { QboTransport } from '../request';
import { account, item, method, nameHolder, taxCode, taxRate } from '../schemas/lists';
import { PROFIT_AND_LOSS_TYPES } from './ledger-accounts';
import { readEntities } from './pages';

const LISTS = [
  'Item',
  'Account',
  'PaymentMethod',
  'TaxCode',
  'TaxRate',
  'Vendor',
  'Employee',
] as const;

/** Item types that a line cannot carry: folders and bundles. */
const UNBILLABLE: ReadonlySet<string> = new Set(['Category', 'Group']);

/** What an adjustment can be booked against: into a bank, or against profit or loss. */
const ADJUSTMENT_TYPES: ReadonlySet<string> = new Set([...DEPOSIT_TYPES, ...PROFIT_AND_LOSS_TYPES]);

/** Everything that mappings choose from. `country` decides how taxes are chosen. */
export async function referencesOf(transport: QboTransport, country: string): Promise<References> {
  const all = await readEntities(transport, LISTS, () => {});
  const rows = <T>(entity: EntityName, schema: z.ZodType<T>): readonly T[] => {
    const read = all.get(entity);
    if (!read) return [];
    return read.rows.map((row) => parseRow(schema, row, ENTITY_SUBJECT[entity], read.asked));
  };
  const taxCodes = rows('TaxCode', taxCode);
  const accounts = rows('Account', account);
  return {
    codes: rows('Item', item).map(codeOf),
    taxRates: rows('TaxRate', taxRate).map(rateOf),
    taxChoices: country === 'US' ? usChoices(taxCodes) : taxCodes.map(choiceOf),
    banks: accounts.flatMap((row) => bankOf(row, DEPOSIT_TYPES)),
    adjustmentAccounts: accounts.flatMap((row) => bankOf(row, ADJUSTMENT_TYPES)),
    paymentTemplateIds: [],
    methods: rows('PaymentMethod', method)
      .filter((row) => row.Active)
      .map((row) => ({ id: row.Id, name: row.Name })),
    takenNames: [...rows('Vendor', nameHolder), ...rows('Employee', nameHolder)].map(
      (row) => row.DisplayName,
    ),
  };
}

function codeOf(row: z.output<typeof item>): Code {
  const path = row.FullyQualifiedName || row.Name;
  return {
    id: row.Id,
    name: row.Name,
    path: path.replaceAll(':', ' > '),
    active: row.Active,
    billable: !UNBILLABLE.has(row.Type),
    group: row.Type,
  };
}

function rateOf(row: z.output<typeof taxRate>): TaxRate {
  return { id: row.Id, name: row.Name, ratePercent: String(row.RateValue ?? 0) };
}

type WireTaxCode = z.output<typeof taxCode>;

function choiceOf(row: WireTaxCode): TaxChoice {
  return { id: row.Id, name: row.Name, rateIds: salesRateIds(row), active: row.Active };
}

function salesRateIds(row: WireTaxCode): string[] {
  return (row.SalesTaxRateList?.TaxRateDetail ?? []).map((detail) => detail.TaxRateRef.value);
}

/**
 * A line of a US invoice says only TAX or NON, and the invoice says which tax: so the choices are
 * `NON` and `TAX:{id}` of each code that has sales rates.
 */
function usChoices(rows: readonly WireTaxCode[]): TaxChoice[] {
  const taxed = rows
    .map(choiceOf)
    .filter((choice) => choice.active && choice.rateIds.length > 0)
    .map((choice) => ({ ...choice, id: `TAX:${choice.id}` }));
  return [{ id: 'NON', name: 'NON', rateIds: [], active: true }, ...taxed];
}

function bankOf(row: z.output<typeof account>, types: ReadonlySet<string>): Bank[] {
  if (!row.Active || !types.has(row.AccountType)) return [];
  const name = (row.FullyQualifiedName || row.Name).replaceAll(':', ' > ');
  return [{ id: row.Id, name, type: row.AccountType }];
}
