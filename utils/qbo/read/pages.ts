/**
 * Whole entities, page by page. Pages overlap by a few rows: when a row is deleted while we read,
 * everything behind it moves up, and a page that no longer overlaps the one before it shows that a
 * row may have slipped through. A missing row would look like a deletion.
 */

import { malformed } from '../../http/failures';
import { inParallel } from '../../http/in-parallel';
import { PortError } from '../../port/port-error';
import { phrase } from '../../wording/phrase';
import { type EntityName, LISTS_WITH_INACTIVE } from '../entities';
import { PAGE_ROWS_MAX, type QueryReply, query } from '../query';
import type { QboTransport } from '../request';

const OVERLAP_ROWS = 20;
const STEP_ROWS = PAGE_ROWS_MAX - OVERLAP_ROWS;
const PARALLEL_MAX = 4;
const ATTEMPTS_MAX = 3;
/** 2 million rows: beyond this the count itself is nonsense. */
const PAGES_MAX = 2_000;

export interface EntityRows {
  readonly entity: EntityName;
  readonly rows: readonly unknown[];
  /** The earliest server time of its answers. */
  readonly serverTime: string;
  readonly asked: QueryReply['asked'];
}

/**
 * Reads entities whole. Most lists fit the first page; only a full one is counted and its rest read
 * in parallel. `onRows` hears how many rows each answer brought.
 */
export async function readEntities(
  transport: QboTransport,
  entities: readonly EntityName[],
  onRows: (count: number) => void,
  where: Partial<Record<EntityName, string>> = {},
): Promise<Map<EntityName, EntityRows>> {
  const read = async (entity: EntityName, start: number) => {
    const reply = await page(transport, entity, start, where);
    onRows(reply.rows.length);
    return reply;
  };
  const begin = async (entity: EntityName) => {
    const first = await read(entity, 1);
    const full = first.rows.length >= PAGE_ROWS_MAX;
    return { entity, first, rest: full ? await restStarts(transport, entity, where) : [] };
  };
  const firsts = transport.gathers
    ? await Promise.all(entities.map(begin))
    : await inParallel(entities, PARALLEL_MAX, begin);
  const jobs = firsts.flatMap(({ entity, rest }) => rest.map((start) => ({ entity, start })));
  const pages = await inParallel(jobs, PARALLEL_MAX, async ({ entity, start }) => ({
    entity,
    reply: await read(entity, start),
  }));
  const result = new Map<EntityName, EntityRows>();
  for (const { entity, first } of firsts) {
    const more = pages.filter((p) => p.entity === entity).map((p) => p.reply);
    const rows = await joinedOrAgain(transport, entity, [first, ...more], where);
    const { serverTime, asked } = first;
    if (serverTime === null) throw malformed(asked, 'time', 'missing');
    result.set(entity, { entity, rows, serverTime, asked });
  }
  return result;
}

/** Where the pages behind the first one start. */
async function restStarts(
  transport: QboTransport,
  entity: EntityName,
  where: Partial<Record<EntityName, string>>,
): Promise<readonly number[]> {
  const reply = await query(transport, entity, `SELECT COUNT(*) FROM ${from(entity, where)}`);
  if (reply.totalCount === null) throw malformed(reply.asked, 'totalCount', 'missing');
  return starts(reply.totalCount).slice(1);
}

function from(entity: EntityName, where: Partial<Record<EntityName, string>>): string {
  const conditions = [
    LISTS_WITH_INACTIVE.has(entity) ? 'Active IN (true,false)' : '',
    where[entity] ?? '',
  ].filter(Boolean);
  return conditions.length > 0 ? `${entity} WHERE ${conditions.join(' AND ')}` : entity;
}

/** Where the pages for so many rows start (from 1). Always one, so that new rows are seen. */
export function starts(count: number): readonly number[] {
  const pages = Math.max(1, Math.ceil((count - OVERLAP_ROWS) / STEP_ROWS));
  if (pages > PAGES_MAX) throw new RangeError(`too many rows: ${count}`);
  return Array.from({ length: pages }, (_, index) => index * STEP_ROWS + 1);
}

function page(
  transport: QboTransport,
  entity: EntityName,
  start: number,
  where: Partial<Record<EntityName, string>>,
): Promise<QueryReply> {
  const statement = `SELECT * FROM ${from(entity, where)} ORDERBY Id STARTPOSITION ${start} MAXRESULTS ${PAGE_ROWS_MAX}`;
  return query(transport, entity, statement);
}

async function joinedOrAgain(
  transport: QboTransport,
  entity: EntityName,
  first: readonly QueryReply[],
  where: Partial<Record<EntityName, string>>,
): Promise<readonly unknown[]> {
  let replies = [...first];
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    // A full last page: rows were added meanwhile.
    while ((replies.at(-1)?.rows.length ?? 0) >= PAGE_ROWS_MAX) {
      replies.push(await page(transport, entity, replies.length * STEP_ROWS + 1, where));
    }
    const joined = joinPages(replies.map((reply) => reply.rows));
    if (joined !== null) return joined;
    const fresh: QueryReply[] = [];
    for (const start of replies.map((_, index) => index * STEP_ROWS + 1)) {
      fresh.push(await page(transport, entity, start, where));
    }
    replies = fresh;
  }
  throw new PortError({
    side: 'qbo',
    kind: 'unreachable',
    what: phrase('port.listMoved', { system: 'QuickBooks' }),
    technical: `${entity} changed during ${ATTEMPTS_MAX} readings`,
  });
}

/** One list without repeats, or null when two neighbouring pages do not overlap. */
export function joinPages(pages: readonly (readonly unknown[])[]): readonly unknown[] | null {
  const byId = new Map<unknown, unknown>();
  for (const [index, rows] of pages.entries()) {
    const before = pages[index - 1];
    const first = rows[0];
    if (before && before.length >= PAGE_ROWS_MAX && first !== undefined) {
      if (!before.some((row) => idOf(row) === idOf(first))) return null;
    }
    if (before && before.length >= PAGE_ROWS_MAX && first === undefined) return null;
    for (const row of rows) byId.set(idOf(row), row);
  }
  return [...byId.values()];
}

export function idOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, 'Id') : row;
}
