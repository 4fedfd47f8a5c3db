import type { RawEntity, Shelf } from './raw-entities';

/** Keys that name a row: QuickBooks', TPS's, our own tables'. */
const ID_KEYS = ['Id', 'id', 'key'] as const;

/**
 * Ids of the rows in one answer, in its order; null when it is no answer of that list. QuickBooks
 * leaves the array out when there are no rows.
 */
export function idsIn(shelf: Shelf, entity: RawEntity, body: unknown): readonly string[] | null {
  const rows = shelf === 'qbo' ? qboRows(body, entity) : within(body, 'items');
  if (!Array.isArray(rows)) return null;
  const ids = rows.map(idOf);
  return ids.every((id) => id !== null) ? ids : null;
}

function qboRows(body: unknown, entity: RawEntity): unknown {
  const response = within(body, 'QueryResponse');
  if (typeof response !== 'object' || response === null) return undefined;
  return within(response, entity) ?? [];
}

function idOf(row: unknown): string | null {
  for (const key of ID_KEYS) {
    const id = within(row, key);
    if (typeof id === 'string' || typeof id === 'number') return String(id);
  }
  return null;
}

function within(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
