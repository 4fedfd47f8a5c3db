import { type NodeSpec, WORK_CODES } from './work-code-tree';

/** The lists that a firm sets up once: work codes, banks, payment methods, taxes, templates. */
export interface WorkCode {
  readonly id: number;
  readonly parentId: number | null;
  readonly kind: 'type' | 'subtype' | 'workcode';
  readonly code: string;
  readonly name: string;
  readonly class: 'CHARGEABLE' | 'EXPENSE' | 'NONCHARGEABLE';
  readonly tax1: boolean;
  readonly tax2: boolean;
  readonly tax3: boolean;
  /** Not in the contract: an inactive code cannot be billed any more. */
  readonly active: boolean;
}

export interface Named {
  readonly id: number;
  readonly name: string;
  readonly active: boolean;
}

export interface TaxRate {
  readonly id: number;
  readonly slot: 1 | 2 | 3;
  readonly name: string;
  readonly rate: string;
}

export interface InvoiceTemplate {
  readonly id: number;
  readonly name: string;
  readonly hasPaymentLink: boolean;
}

export interface Reference {
  readonly taxNames: readonly [string, string, string];
  readonly workCodes: readonly WorkCode[];
  readonly bankAccounts: readonly Named[];
  readonly paymentMethods: readonly Named[];
  readonly taxRates: readonly TaxRate[];
  readonly invoiceTemplates: readonly InvoiceTemplate[];
}

const SLOTS = {
  CA: {
    taxNames: ['GST', 'QST', 'HST'],
    rates: [
      { slot: 1, name: 'GST', rate: '5.000' },
      { slot: 2, name: 'QST', rate: '9.975' },
      { slot: 3, name: 'HST', rate: '13.000' },
    ],
  },
  US: { taxNames: ['Sales tax', '', ''], rates: [{ slot: 1, name: 'Sales tax', rate: '8.000' }] },
} as const;

const NAMES = {
  CA: {
    banks: ['TD Chequing', 'TD US Savings', 'Petty cash'],
    methods: ['Cheque', 'Visa', 'e-Transfer', 'Cash', 'Direct deposit', 'QuickBooks Payments'],
  },
  US: {
    banks: ['Chase Checking', 'Chase Savings', 'Petty cash'],
    methods: ['Check', 'Visa', 'ACH', 'Cash', 'Direct deposit', 'QuickBooks Payments'],
  },
} as const;

/** Ids depend on the seed, so that nothing can rely on them. */
export function referenceLists(country: 'CA' | 'US', seed: number): Reference {
  const base = 100 + (Math.abs(Math.trunc(seed)) % 50);
  const { taxNames, rates } = SLOTS[country];
  return {
    taxNames,
    workCodes: flatten(WORK_CODES, country, base),
    bankAccounts: named(NAMES[country].banks, base),
    paymentMethods: named(NAMES[country].methods, base + 20),
    taxRates: rates.map((rate, index) => ({ id: base + 40 + index, ...rate })),
    invoiceTemplates: [
      { id: base + 60, name: 'QBO', hasPaymentLink: true },
      { id: base + 61, name: 'Standard', hasPaymentLink: false },
    ],
  };
}

function named(names: readonly string[], firstId: number): readonly Named[] {
  return names.map((name, index) => ({ id: firstId + index, name, active: true }));
}

const KIND_BY_DEPTH = ['type', 'subtype', 'workcode'] as const;

function flatten(tree: readonly NodeSpec[], country: 'CA' | 'US', base: number): WorkCode[] {
  const rows: WorkCode[] = [];
  const visit = (node: NodeSpec, parentId: number | null, depth: 0 | 1 | 2) => {
    const id = base + rows.length + 1;
    const taxed = node.taxed === true;
    rows.push({
      id,
      parentId,
      kind: KIND_BY_DEPTH[depth],
      code: node.code,
      name: node.name,
      class: node.class ?? 'CHARGEABLE',
      tax1: taxed,
      tax2: taxed && country === 'CA',
      tax3: false,
      active: node.inactive !== true,
    });
    if (depth === 2) return;
    for (const child of node.children ?? []) visit(child, id, depth === 0 ? 1 : 2);
  };
  for (const node of tree) visit(node, null, 0);
  return rows;
}
