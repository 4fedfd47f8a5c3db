import type { QboCompany } from '../qbo';
import { type JsonObject, objectsAt, textAt } from '../qbo/json';
import type { LinePlan, Method, Region } from './description';
import { must } from './load-tps';

/** The ids of QBO's own lists that documents refer to. */
export interface QboLists {
  item(workCode: string): JsonObject;
  /** The line's tax code, and what the whole document needs besides. */
  taxCode(line: Pick<LinePlan, 'taxed'>, region: Region): JsonObject;
  documentTax(region: Region): JsonObject;
  method(method: Method): JsonObject | undefined;
  readonly bank: JsonObject;
  readonly receivable: JsonObject;
  readonly income: JsonObject;
}

const ITEM_BY_WORK_CODE: Readonly<Record<string, string>> = {
  'BK-MON': 'Bookkeeping',
  'BK-YE': 'Bookkeeping',
  'PR-RUN': 'Payroll',
  T1: 'Personal tax',
  T2: 'Corporate tax',
  'T2-ADJ': 'Corporate tax',
  'RV-ENG': 'Review engagement',
  'CP-ENG': 'Compilation',
  'CS-GEN': 'Consulting',
  'CS-EST': 'Consulting',
  'WU-ADJ': 'Write-up adjustment',
  'DB-COU': 'Disbursements',
  'DB-FIL': 'Disbursements',
  OB: 'Opening balance',
  FC: 'Finance charge',
};

const METHOD_NAMES: Readonly<Record<Method, RegExp>> = {
  cheque: /^che/i,
  visa: /^visa/i,
  transfer: /transfer/i,
  cash: /^cash/i,
  deposit: /^direct/i,
};

const TAX_CODE_NAMES: Readonly<Record<Region, RegExp>> = {
  QC: /GST.*QST/i,
  ON: /HST ON/i,
  US: /^California/i,
};

export function readQboLists(company: QboCompany): QboLists {
  const rows = (entity: string): readonly JsonObject[] =>
    objectsAt(company.query(`select * from ${entity} maxresults 1000`), entity);
  const named = (list: readonly JsonObject[], test: (name: string) => boolean) =>
    refOf(list.find((row) => test(textAt(row, 'Name') ?? '')));
  const [items, codes, methods] = [rows('Item'), rows('TaxCode'), rows('PaymentMethod')];
  const account = (type: string) =>
    refOf(rows('Account').find((row) => textAt(row, 'AccountType') === type));
  const taxed = (region: Region) =>
    must(
      named(codes, (name) => TAX_CODE_NAMES[region].test(name)),
      `tax code of ${region}`,
    );
  return {
    item: (workCode) => {
      const wanted = (ITEM_BY_WORK_CODE[workCode] ?? 'Consulting').toLowerCase();
      return must(
        named(items, (name) => name.toLowerCase() === wanted),
        `item ${wanted}`,
      );
    },
    taxCode: (line, region) => {
      if (region === 'US') return { value: line.taxed ? 'TAX' : 'NON' };
      if (line.taxed) return taxed(region);
      return must(
        named(codes, (name) => /^exempt/i.test(name)),
        'tax code Exempt',
      );
    },
    documentTax: (region) =>
      region === 'US'
        ? { TxnTaxDetail: { TxnTaxCodeRef: taxed(region) } }
        : { GlobalTaxCalculation: 'TaxExcluded' },
    method: (method) => named(methods, (name) => METHOD_NAMES[method].test(name)),
    bank: must(account('Bank'), 'bank account'),
    receivable: must(account('Accounts Receivable'), 'receivable account'),
    income: must(account('Income'), 'income account'),
  };
}

function refOf(row: JsonObject | undefined): JsonObject | undefined {
  const id = textAt(row, 'Id');
  return id === undefined ? undefined : { value: id };
}
