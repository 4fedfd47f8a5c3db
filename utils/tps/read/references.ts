import { compareText } from '../../ledger/compare-text';
import type { Code, References, TaxChoice, TaxRate } from '../../ledger/references';
import { PATHS } from '../paths';
import {
  named,
  taxRate,
  template,
  type WireTaxRate,
  type WireWorkCode,
  workCode,
} from '../schemas';
import type { TpsTransport } from '../transport';
import { taxKeyOf } from './invoice';
import { readList } from './list';

/** Everything that mappings choose from. */
export async function referencesOf(transport: TpsTransport): Promise<References> {
  const [codes, banks, methods, rates, templates] = await Promise.all([
    readList(transport, { path: PATHS.workCodes, type: 'workCode', schema: workCode }),
    readList(transport, { path: PATHS.bankAccounts, type: 'account', schema: named }),
    readList(transport, { path: PATHS.paymentMethods, type: 'method', schema: named }),
    readList(transport, { path: PATHS.taxRates, type: 'tax', schema: taxRate }),
    readList(transport, { path: PATHS.invoiceTemplates, type: 'invoice', schema: template }),
  ]);
  const taxRates = rates.rows.map(rateOf).sort((a, b) => compareText(a.id, b.id));
  return {
    codes: codesOf(codes.rows),
    taxRates,
    taxChoices: choicesOf(codes.rows, taxRates),
    banks: banks.rows.filter((row) => row.active).map(({ id, name }) => ({ id, name, type: '' })),
    takenNames: [],
    adjustmentAccounts: [],
    paymentTemplateIds: templates.rows.filter((row) => row.hasPaymentLink).map(({ id }) => id),
    methods: methods.rows.filter((row) => row.active).map(({ id, name }) => ({ id, name })),
  };
}

/** A slot is its number: "1" to "3". */
function rateOf(row: WireTaxRate): TaxRate {
  const ratePercent = row.rate.includes('.') ? row.rate.replace(/\.?0+$/, '') : row.rate;
  return { id: String(row.slot), name: row.name, ratePercent };
}

const DEPTH_MAX = 10;

/** Work codes with their place in the tree: `Accounting > Personal tax > T1 preparation`. */
function codesOf(rows: readonly WireWorkCode[]): Code[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const pathOf = (row: WireWorkCode): string => {
    const names: string[] = [];
    let at: WireWorkCode | undefined = row;
    while (at && names.length < DEPTH_MAX) {
      names.unshift(at.name);
      at = at.parentId === null ? undefined : byId.get(at.parentId);
    }
    return names.join(' > ');
  };
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    path: pathOf(row),
    active: row.active,
    billable: row.kind === 'workcode',
    group: row.class,
  }));
}

/**
 * The combinations of slots that a line may have: none, each slot, each pair, and those of the work
 * codes.
 */
function choicesOf(codes: readonly WireWorkCode[], rates: readonly TaxRate[]): TaxChoice[] {
  const slots = rates.map((rate) => rate.id);
  const pairs = slots.flatMap((a, index) => slots.slice(index + 1).map((b) => `${a}+${b}`));
  const leaves = codes.filter((code) => code.kind === 'workcode').map(taxKeyOf);
  const ids = new Set(['', ...slots, ...pairs, ...leaves]);
  return [...ids].map((id) => {
    const rateIds = id === '' ? [] : id.split('+');
    const names = rateIds.map((slot) => rates.find((rate) => rate.id === slot)?.name ?? slot);
    return { id, name: names.join(' + ') || 'No tax', rateIds, active: true };
  });
}
