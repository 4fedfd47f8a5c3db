import type { Book } from '../../book/book';
import type { EntityName } from '../../entity-name';
import { QboFault } from '../../fault';
import { refAt, textAt } from '../../json';
import type { Rec } from '../../store/record';

const suffixOf = (book: Book): string => ` (${book.switches.inactiveWord})`;
const PEOPLE = ['Customer', 'Vendor', 'Employee'] as const;

/** Recorded: minimul/qbo_api error/validation.yml (": null", 2020) and later texts. */
function duplicateName(book: Book, rec: Rec): QboFault {
  const details = {
    null: 'The name supplied already exists. : null',
    id: `The name supplied already exists. : Id=${rec.id}`,
    sentence: `The name supplied already exists. : Another ${rec.entity.toLowerCase()} is already using this name. Please use a different name.`,
  };
  return new QboFault(
    '6240',
    'Duplicate Name Exists Error',
    details[book.switches.duplicateNameDetail],
  );
}

function holders(book: Book, list: EntityName, name: string): readonly Rec[] {
  const table = book.store.table(list);
  const keys = [name.trim().toLowerCase()];
  if (book.switches.inactiveNamesCollide) keys.push(`${keys[0]}${suffixOf(book)}`);
  return keys.flatMap((key) =>
    [...table.byName.get(key)].flatMap((id) => {
      const rec = table.get(id);
      return rec ? [rec] : [];
    }),
  );
}

/**
 * 6240 when the name is taken. Top-level people share one set of names; a sub-customer's must
 * only differ from those of its siblings (recorded: fylein/fyle-qbo-api, two "Test Project").
 */
export function mustBeUniqueName(
  book: Book,
  entity: EntityName,
  name: string,
  ownId: string | undefined,
  parentId: string | undefined,
): void {
  const people: readonly EntityName[] = PEOPLE;
  const lists = people.includes(entity) ? people : [entity];
  for (const list of parentId === undefined ? lists : [entity]) {
    for (const rec of holders(book, list, name)) {
      if (list === entity && rec.id === ownId) continue;
      if (refAt(rec.body, 'ParentRef') !== parentId) continue;
      throw duplicateName(book, rec);
    }
  }
}

/** The name of a list row once inactive: "Fees Billed (deleted)" (recorded: minimul/qbo_api). */
export function deletedName(book: Book, entity: EntityName, name: string): string {
  let next = `${name}${suffixOf(book)}`;
  for (let n = 1; book.store.table(entity).byName.get(next.toLowerCase()).size > 0; n += 1) {
    next = `${name} (${book.switches.inactiveWord} ${n})`;
  }
  return next;
}

/** The name without the suffix of inactive rows. */
export const livingName = (name: string): string =>
  name.replace(/ \((?:deleted|supprimé)(?: \d+)?\)$/, '');

/** A name from its parts, as QBO composes a missing DisplayName. */
export function composedName(from: Readonly<Record<string, unknown>>): string {
  return ['Title', 'GivenName', 'MiddleName', 'FamilyName', 'Suffix']
    .map((key) => from[key])
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' ');
}

/** Whether an update that changes the Active flag brings its own name. */
export function sentName(
  sent: Rec['body'],
  key: string,
  before: Rec | undefined,
): string | undefined {
  const name = textAt(sent, key);
  return name === undefined || name === textAt(before?.body, key) ? undefined : name;
}
