import type { Book, WriteContext } from '../../book/book';
import { mustBeEmail, mustFit } from '../../book/guards';
import type { EntityName } from '../../entity-name';
import { QboFault, requiredParameter } from '../../fault';
import { booleanAt, type JsonObject, objectAt, textAt } from '../../json';
import { composedName, deletedName, livingName, mustBeUniqueName, sentName } from './unique-name';

/** Maximum lengths: Intuit's customer reference and Finance.xsd. */
const LENGTHS: readonly (readonly [string, number])[] = [
  ['DisplayName', 500],
  ['Title', 16],
  ['Suffix', 16],
  ['GivenName', 100],
  ['MiddleName', 100],
  ['FamilyName', 100],
  ['CompanyName', 100],
  ['PrintOnCheckName', 110],
  ['Notes', 2000],
];

export function checkPerson(book: Book, input: JsonObject): void {
  for (const [key, max] of LENGTHS) mustFit(input, key, max);
  for (const key of ['PrimaryPhone', 'AlternatePhone', 'Mobile', 'Fax']) {
    const phone = objectAt(input, key);
    if (phone) mustFit(phone, 'FreeFormNumber', 30);
  }
  const web = objectAt(input, 'WebAddr');
  if (web) mustFit(web, 'URI', 1000);
  const mail = objectAt(input, 'PrimaryEmailAddr');
  if (mail) mustFit(mail, 'Address', 100);
  mustBeEmail(input, 'PrimaryEmailAddr', book.switches.severalEmails === 'refused' ? 1 : undefined);
}

/** Intuit's customer reference: the name must not contain a colon, tab or newline. */
function mustBePlain(name: string): void {
  if (!/[:\t\n]/.test(name)) return;
  throw new QboFault(
    '2040',
    'Invalid String. The name contains unsupported characters',
    'Invalid String. The following characters are not supported in the name: colon, tab, new line',
    'DisplayName',
  );
}

export interface Named {
  readonly displayName: string;
  readonly active: boolean;
}

/** Name and Active flag of a customer, vendor or employee after a write. */
export function namePerson(
  book: Book,
  entity: EntityName,
  input: JsonObject,
  context: WriteContext,
  parentId: string | undefined,
): Named {
  const { before, sent } = context;
  const wasActive = before?.active ?? true;
  const active = booleanAt(input, 'Active') ?? true;
  const own = textAt(input, 'DisplayName');
  let name = own === undefined || own === '' ? composedName(input) : own;
  const isBlank = book.switches.blankName === 'refused' && name.trim() === '';
  if (name === '' || isBlank) throw requiredParameter('DisplayName');
  if (!active) {
    return { displayName: wasActive ? deletedName(book, entity, name) : name, active };
  }
  const renamed = sentName(sent, 'DisplayName', before) !== undefined;
  if (!wasActive && !renamed && book.switches.reactivationStripsSuffix) name = livingName(name);
  mustBePlain(name);
  mustBeUniqueName(book, entity, name, before?.id, parentId);
  return { displayName: name, active };
}
