/** Whole lists of TPS, page by page. */
import type { z } from 'zod';
import { inParallel } from '../../http/in-parallel';
import { parseRow, readRow } from '../../http/parse-row';
import { tooManyUnread } from '../../ledger/unread';
import { PortError } from '../../port/port-error';
import { listOf, type SubjectType } from '../../port/subject';
import { phrase } from '../../wording/phrase';
import { list } from '../schemas';
import type { TpsTransport } from '../transport';

const PAGE_ROWS = 200;
const PARALLEL_MAX = 4;
const ATTEMPTS_MAX = 3;

export interface Listed<T> {
  readonly rows: readonly T[];
  /** Server's time of the first answer: up to then everything was seen. */
  readonly serverTime: string;
}

export interface ListRequest<T> {
  readonly path: string;
  readonly type: SubjectType;
  readonly schema: z.ZodType<T>;
  readonly params?: Readonly<Record<string, string>>;
  readonly onRows?: (count: number) => void;
  /** Takes a row that is not as the contract has it; answers false where nobody can be told by it. */
  readonly onUnread?: (row: unknown, found: { field: string; issue: string }) => boolean;
}

/**
 * Reads a list whole. When rows come or go while the pages are read, a row may slip through between
 * two pages: then the list is read again, and after a few times given up as `unreachable`. A
 * missing row would look like a deletion.
 */
export async function readList<T extends { readonly id: string }>(
  transport: TpsTransport,
  request: ListRequest<T>,
): Promise<Listed<T>> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const first = await page(transport, request, 1);
    const pages = Math.ceil(first.total / PAGE_ROWS);
    const numbers = Array.from({ length: Math.max(0, pages - 1) }, (_, index) => index + 2);
    const others = await inParallel(numbers, PARALLEL_MAX, (n) => page(transport, request, n));
    const all = [first, ...others];
    const byId = new Map(all.flatMap(({ rows }) => rows.map((row) => [row.id, row])));
    const odd = all.flatMap((one) => one.odd);
    const still = all.every(({ total }) => total === first.total);
    if (still && byId.size + new Set(odd.map(({ id }) => id)).size === first.total) {
      for (const one of odd) {
        const isTold = !tooManyUnread(odd.length, first.total) && request.onUnread?.(one.row, one);
        if (!isTold) parseRow(request.schema, one.row, request.type, first.asked);
      }
      return { rows: [...byId.values()], serverTime: first.serverTime };
    }
  }
  throw new PortError({
    side: 'tps',
    kind: 'unreachable',
    what: phrase('port.listMoved', { system: 'TPS' }),
    technical: `${request.path} changed during ${ATTEMPTS_MAX} readings`,
  });
}

interface Odd {
  readonly row: unknown;
  /** As a text of its own where it has none. */
  readonly id: string;
  readonly field: string;
  readonly issue: string;
}

function idOf(row: unknown): string {
  const id: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'id') : undefined;
  return id === undefined ? JSON.stringify(row) : String(id);
}

async function page<T>(transport: TpsTransport, request: ListRequest<T>, number: number) {
  const { path, type, schema, params, onRows } = request;
  const reply = await transport.get({
    path,
    params: { ...params, page: String(number), pageSize: String(PAGE_ROWS) },
    subject: listOf(type),
  });
  const { items, total, serverTime } = parseRow(list, reply.body, type, reply.asked);
  const rows: T[] = [];
  const odd: Odd[] = [];
  for (const row of items) {
    const result = readRow(schema, row);
    if ('read' in result) rows.push(result.read);
    else odd.push({ ...result, row, id: idOf(row) });
  }
  onRows?.(items.length);
  return { rows, odd, total, serverTime, asked: reply.asked };
}
