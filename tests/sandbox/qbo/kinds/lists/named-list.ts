import type { Book, WriteContext } from '../../book/book';
import { mustFit } from '../../book/guards';
import type { EntityName } from '../../entity-name';
import { requiredParameter } from '../../fault';
import { booleanAt, type JsonObject, refAt, textAt } from '../../json';
import { deletedName, livingName, mustBeUniqueName, sentName } from '../names/unique-name';

export const LIST_COMPUTED: ReadonlySet<string> = new Set([
  'domain',
  'sparse',
  'status',
  'Id',
  'SyncToken',
  'MetaData',
  'FullyQualifiedName',
  'CurrentBalance',
  'CurrentBalanceWithSubAccounts',
  'CurrencyRef',
  'Level',
]);
/** Recorded: airbytehq/airbyte expected_records (items, accounts, terms, tax codes). */
export const LIST_ORDER = [
  'Name',
  'Description',
  'SubAccount',
  'FullyQualifiedName',
  'Active',
  'Taxable',
  'TaxGroup',
  'UnitPrice',
  'Type',
  'DueDays',
  'DiscountDays',
  'Classification',
  'AccountType',
  'AccountSubType',
  'AcctNum',
  'CurrentBalance',
  'CurrentBalanceWithSubAccounts',
  'CurrencyRef',
  'RateValue',
  'AgencyRef',
  'SpecialTaxType',
  'DisplayType',
  'SalesTaxRateList',
  'PurchaseTaxRateList',
  'IncomeAccountRef',
  'PurchaseCost',
  'ExpenseAccountRef',
  'TrackQtyOnHand',
  'domain',
  'sparse',
  'Id',
  'SyncToken',
  'MetaData',
];

/** Name, full name and Active flag of an item, account, term, method, tax code or rate. */
export function nameRow(
  book: Book,
  entity: EntityName,
  input: JsonObject,
  context: WriteContext,
): { Name: string; FullyQualifiedName: string; Active: boolean } {
  const { before, sent } = context;
  let name = textAt(input, 'Name');
  if (name === undefined || name === '') throw requiredParameter('Name');
  mustFit(input, 'Name', 100);
  const active = booleanAt(input, 'Active') ?? true;
  const wasActive = before?.active ?? true;
  const parentId = refAt(input, 'ParentRef');
  if (active) {
    if (!wasActive && sentName(sent, 'Name', before) === undefined) name = livingName(name);
    mustBeUniqueName(book, entity, name, before?.id, parentId);
  } else if (wasActive) {
    name = deletedName(book, entity, name);
  }
  const parent = parentId === undefined ? undefined : book.store.get(entity, parentId);
  const full = parent ? `${textAt(parent.body, 'FullyQualifiedName') ?? ''}:${name}` : name;
  return { Name: name, FullyQualifiedName: full, Active: active };
}
