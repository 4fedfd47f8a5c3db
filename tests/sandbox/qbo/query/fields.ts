import type { Book } from '../book/book';
import { customerCents } from '../book/future';
import { openCents } from '../book/open';
import { centsOf } from '../decimal';
import type { EntityName } from '../entity-name';
import { QboFault } from '../fault';
import { objectAt, objectsAt, refAt, textAt } from '../json';
import { balanceWithJobs } from '../kinds/names/customer';
import { shapeOf } from '../shapes';
import type { Rec } from '../store/record';

/** How a field compares: text without letter case, numbers, instants to the second, flags. */
export type FieldKind = 'text' | 'id' | 'number' | 'instant' | 'flag';

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  read(book: Book, rec: Rec): string | number;
}

type Reader = Field['read'];

const text =
  (key: string): Reader =>
  (_book, rec) =>
    textAt(rec.body, key) ?? '';
const date = (_book: Book, rec: Rec): string => rec.facts?.date ?? '';
const dueDate: Reader = (_book, rec) => textAt(rec.body, 'DueDate') ?? '';
const total: Reader = (_book, rec) => (rec.facts?.totalCents ?? 0) / 100;
const balance: Reader = (book, rec) => Math.abs(openCents(book, rec)) / 100;

function field(name: string, kind: FieldKind, read: Reader): Field {
  return { name, kind, read };
}
const ref = (key: string): Field => field(key, 'id', (_book, rec) => refAt(rec.body, key) ?? '');

const META: readonly Field[] = [
  field('Id', 'id', (_book, rec) => rec.id),
  field('MetaData.CreateTime', 'instant', (_book, rec) => Math.floor(rec.createdMs / 1000)),
  field('MetaData.LastUpdatedTime', 'instant', (_book, rec) => Math.floor(rec.updatedMs / 1000)),
];
const active = field('Active', 'flag', (_book, rec) => (rec.active ? 'true' : 'false'));
const docNumber = field('DocNumber', 'text', (_book, rec) => rec.facts?.docNumber ?? '');
const txnDate = field('TxnDate', 'text', date);
const totalAmt = field('TotalAmt', 'number', total);
const open = field('Balance', 'number', balance);
const texts = (...names: string[]): readonly Field[] =>
  names.map((name) => field(name, 'text', text(name)));

/** Of the first thing that a note or file hangs on (Intuit: Attachable reference). */
const linkOf = (rec: Rec, key: 'type' | 'value'): string =>
  textAt(objectAt(objectsAt(rec.body, 'AttachableRef')[0], 'EntityRef'), key) ?? '';

const person: readonly Field[] = [
  ...META,
  active,
  ...texts(
    'DisplayName',
    'GivenName',
    'MiddleName',
    'FamilyName',
    'CompanyName',
    'PrintOnCheckName',
  ),
  field(
    'PrimaryEmailAddr',
    'text',
    (_book, rec) => textAt(objectAt(rec.body, 'PrimaryEmailAddr'), 'Address') ?? '',
  ),
];
const named = (...more: string[]): readonly Field[] => [...META, active, ...texts('Name', ...more)];

/** What may be filtered and ordered by; union of Intuit's reference and live trials by others. */
const FIELDS: Readonly<Record<EntityName, readonly Field[]>> = {
  Customer: [
    ...person,
    ...texts('FullyQualifiedName'),
    field('Balance', 'number', (book, rec) => customerCents(book, rec.id) / 100),
    field('BalanceWithJobs', 'number', (book, rec) => balanceWithJobs(book.store, rec.id) / 100),
  ],
  Vendor: person,
  Employee: person,
  Item: [
    ...named('Type', 'Sku', 'FullyQualifiedName', 'Description'),
    field('UnitPrice', 'number', (_b, rec) => (centsOf(rec.body.UnitPrice) ?? 0) / 100),
  ],
  Account: named(
    'AccountType',
    'AccountSubType',
    'Classification',
    'FullyQualifiedName',
    'AcctNum',
  ),
  TaxCode: named(),
  TaxRate: named(),
  Term: named(),
  PaymentMethod: named('Type'),
  Invoice: [
    ...META,
    docNumber,
    txnDate,
    totalAmt,
    open,
    ref('CustomerRef'),
    ref('SalesTermRef'),
    ref('ProjectRef'),
    field('DueDate', 'text', dueDate),
  ],
  CreditMemo: [...META, docNumber, txnDate, totalAmt, open, ref('CustomerRef')],
  SalesReceipt: [...META, docNumber, txnDate, totalAmt, ref('CustomerRef')],
  RefundReceipt: [...META, docNumber, txnDate, totalAmt, ref('CustomerRef')],
  Payment: [...META, txnDate, totalAmt, ref('CustomerRef')],
  JournalEntry: [...META, docNumber, txnDate, totalAmt],
  Deposit: [...META, txnDate, totalAmt, ref('DepositToAccountRef')],
  Purchase: [...META, docNumber, txnDate, totalAmt, ...texts('PaymentType')],
  Attachable: [
    ...META,
    ...texts('FileName', 'Note', 'Tag'),
    field('AttachableRef.EntityRef.Type', 'text', (_book, rec) => linkOf(rec, 'type')),
    field('AttachableRef.EntityRef.Value', 'id', (_book, rec) => linkOf(rec, 'value')),
  ],
  Preferences: META,
  CompanyInfo: [...META, ...texts('CompanyName')],
};

/** Fields that one source calls filterable and others leave out. */
const DISPUTED: ReadonlySet<string> = new Set([
  'Customer.BalanceWithJobs',
  'Item.Description',
  'Account.AcctNum',
  'Deposit.DepositToAccountRef',
  'Attachable.Note',
]);

const maps = new Map<EntityName, ReadonlyMap<string, Field>>();

/** The queryable field of a name, or a 4001 that says what is wrong with it. */
export function fieldNamed(book: Book, entity: EntityName, name: string): Field {
  let map = maps.get(entity);
  if (!map) {
    map = new Map(FIELDS[entity].map((one) => [one.name.toLowerCase(), one]));
    maps.set(entity, map);
  }
  const found = map.get(name.toLowerCase());
  const refused = book.switches.disputedFilters === 'refused';
  if (found && !(refused && DISPUTED.has(`${entity}.${found.name}`))) return found;
  const known = shapeOf(entity).properties.has(name.split('.')[0] ?? name);
  throw new QboFault(
    '4001',
    'Invalid query',
    known
      ? `QueryValidationError: property '${name}' is not queryable`
      : `QueryValidationError: Property ${name} not found for Entity ${entity}`,
  );
}
