import { z } from 'zod';
import type { TpsBooks } from './books';
import { parseBody } from './parse';

const PAGE_SIZE_DEFAULT = 200;
const PAGE_SIZE_MAX = 500;

const listQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(PAGE_SIZE_MAX).default(PAGE_SIZE_DEFAULT),
  modifiedSince: z
    .string()
    .refine((text) => !Number.isNaN(Date.parse(text)), 'Must be an ISO instant.')
    .transform((text) => new Date(text).toISOString())
    .optional(),
  includeDeleted: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .default(false),
  /** For the app's own client page; not in the contract. */
  clientId: z.coerce.number().int().positive().optional(),
});

export interface ListRow {
  readonly id: number;
  readonly modifiedAt: string;
  readonly clientId?: number;
  readonly status?: string;
}

/** One page of a list, ordered by id. Deleted clients are shown only when asked for. */
export function listPage<T extends ListRow>(
  books: TpsBooks,
  rows: readonly T[],
  query: Readonly<Record<string, string>>,
) {
  const wanted = parseBody(listQuery, query);
  const { page, pageSize, modifiedSince, includeDeleted, clientId } = wanted;
  const matching = rows
    .filter((row) => modifiedSince === undefined || row.modifiedAt >= modifiedSince)
    .filter((row) => includeDeleted || row.status !== 'deleted')
    .filter((row) => clientId === undefined || row.clientId === clientId)
    .sort((a, b) => a.id - b.id);
  const items = matching.slice((page - 1) * pageSize, page * pageSize);
  return { items, page, pageSize, total: matching.length, serverTime: books.now() };
}

/** Entries of the reference lists carry a stamp like every record. */
export function stamped<T extends object>(books: TpsBooks, entries: readonly T[]) {
  return entries.map((entry) => {
    const { version, modifiedAt, modifiedBy } = books.stampOf(entry);
    return { ...entry, version: String(version), modifiedAt, modifiedBy };
  });
}
