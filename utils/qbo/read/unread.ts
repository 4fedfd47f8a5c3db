/** Rows that are not as Intuit documents them, and whom they concern. */

import { labelOf } from '../../http/parse-row';
import { documentId } from '../../ledger/document-id';
import type { Foreign, Unread } from '../../ledger/entities';
import { unreadRecord } from '../../ledger/unread';
import { type ArEntity, ENTITY_SUBJECT } from '../entities';

/** One record for each customer that the row names; none where it names nobody. */
export function unreadRows(
  entity: ArEntity,
  row: unknown,
  found: { readonly field: string; readonly issue: string },
): Foreign[] {
  const id = textAt(row, 'Id');
  if (id === null) return [];
  const isDocument = entity === 'Invoice' || entity === 'Payment';
  const what: Unread = {
    ...{ kind: ENTITY_SUBJECT[entity], id: isDocument ? documentId('plain', id) : id },
    ...found,
  };
  const customers = entity === 'Customer' ? new Set([id]) : customersIn(row);
  return [...customers].map((customer) => unreadRecord('qbo', what, customer, labelOf(row)));
}

/** Ids of all customers that stand somewhere in a row. */
export function customersIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) for (const one of value) customersIn(one, found);
  if (!isJson(value)) return found;
  for (const [key, inner] of Object.entries(value)) {
    const isNamed = key === 'CustomerRef' || (ENTITY_KEYS.has(key) && isCustomer(value, inner));
    const id = isNamed ? textAt(inner, 'value') : null;
    if (id !== null) found.add(id);
    customersIn(inner, found);
  }
  return found;
}

const ENTITY_KEYS: ReadonlySet<string> = new Set(['EntityRef', 'Entity']);

/** Spelled `type` on deposits and expenses, `Type` beside it on journal entries. */
function isCustomer(holder: object, inner: unknown): boolean {
  const type = textAt(inner, 'type') ?? textAt(holder, 'Type') ?? textAt(holder, 'type');
  return type?.toLowerCase() === 'customer';
}

function textAt(value: unknown, key: string): string | null {
  const text: unknown = isJson(value) ? Reflect.get(value, key) : undefined;
  return typeof text === 'string' && text !== '' ? text : null;
}

function isJson(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
