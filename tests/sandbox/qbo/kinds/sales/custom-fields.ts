import type { Book } from '../../book/book';
import { booleanAt, type JsonObject, objectAt, objectsAt, textAt } from '../../json';

/** The three text fields that Preferences may define (recorded: ExQuickBooks read_preferences.json). */
function definitions(book: Book): readonly JsonObject[] {
  const prefs = objectAt(book.preferences(), 'SalesFormsPrefs');
  const entries = objectsAt(prefs, 'CustomField').flatMap((one) => objectsAt(one, 'CustomField'));
  const entry = (name: string): JsonObject | undefined =>
    entries.find((one) => textAt(one, 'Name') === `SalesFormsPrefs.${name}`);
  return ['1', '2', '3'].flatMap((number) => {
    const used = booleanAt(entry(`UseSalesCustom${number}`), 'BooleanValue') === true;
    const name = textAt(entry(`SalesCustomName${number}`), 'StringValue');
    if (!used || name === undefined) return [];
    return [{ DefinitionId: number, Name: name, Type: 'StringType' }];
  });
}

/** Every defined field, with the value sent for it (recorded: minimul/qbo_api create/invoice.yml). */
export function customFields(book: Book, input: JsonObject): readonly JsonObject[] {
  const sent = objectsAt(input, 'CustomField');
  const id = (field: JsonObject): string => textAt(field, 'DefinitionId') ?? '';
  const defined = definitions(book);
  const known = new Set(defined.map(id));
  return [
    ...defined.map((field) => ({ ...sent.find((one) => id(one) === id(field)), ...field })),
    ...sent.filter((one) => !known.has(id(one))),
  ];
}
