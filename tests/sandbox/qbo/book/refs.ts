import type { EntityName } from '../entity-name';
import { inactiveReference, missingReference, requiredParameter } from '../fault';
import { type JsonObject, objectAt, refAt, textAt } from '../json';
import { keyOf, type Rec } from '../store/record';
import type { Book } from './book';

/** How 2500 names the list that was searched. */
const LISTS: Partial<Record<EntityName, string>> = {
  Customer: 'Names',
  Vendor: 'Names',
  Employee: 'Names',
  Item: 'Items',
  Account: 'Accounts',
  TaxCode: 'TaxCodes',
  TaxRate: 'TaxRates',
  Term: 'Terms',
  PaymentMethod: 'PaymentMethods',
};

/** The record of a reference. Missing, inactive and not-yet-visible ones are 2500. */
export function resolve(book: Book, entity: EntityName, id: string, element: string): Rec {
  const rec = book.store.get(entity, id);
  if (!rec || rec.deleted || book.hidden.has(keyOf(entity, id))) {
    throw missingReference(LISTS[entity] ?? entity, id, element);
  }
  if (!rec.active) throw inactiveReference(element);
  return rec;
}

/** The record under `key` of `from`, or undefined when the reference is absent. */
export function resolveAt(
  book: Book,
  from: JsonObject,
  key: string,
  entity: EntityName,
): Rec | undefined {
  const id = refAt(from, key);
  return id === undefined ? undefined : resolve(book, entity, id, key);
}

/** As `resolveAt`, but a missing reference is 2020. */
export function requireAt(book: Book, from: JsonObject, key: string, entity: EntityName): Rec {
  const rec = resolveAt(book, from, key, entity);
  if (!rec) throw requiredParameter(key);
  return rec;
}

/** The full name: "Parent:Child" for a sub-customer, sub-item or sub-account. */
export function nameOf(rec: Rec): string {
  return (
    textAt(rec.body, 'FullyQualifiedName') ??
    textAt(rec.body, 'DisplayName') ??
    textAt(rec.body, 'Name') ??
    ''
  );
}

/** `{"value":"1","name":"Amy's Bird Sanctuary"}` */
export function refTo(rec: Rec): JsonObject {
  return { value: rec.id, name: nameOf(rec) };
}

/** A stored reference with the name that its object has now. */
export function currentRef(
  book: Book,
  from: JsonObject,
  key: string,
  entity: EntityName,
): JsonObject {
  const stored = objectAt(from, key);
  const rec = book.store.get(entity, refAt(from, key) ?? '');
  if (!stored || !rec) return stored ? { [key]: stored } : {};
  return { [key]: { ...stored, name: nameOf(rec) } };
}
