import type { Asked } from '../http/failures';
import { malformed } from '../http/failures';
import { parseRow } from '../http/parse-row';
import { listOf } from '../port/subject';
import { ENTITY_SUBJECT, type EntityName } from './entities';
import type { OneOf, QboTransport } from './request';
import { queryAnswer, rowsOf } from './schemas/envelopes';

/** Most rows that one answer holds (Intuit, Data queries). */
export const PAGE_ROWS_MAX = 1000;

export interface QueryReply {
  readonly rows: readonly unknown[];
  readonly totalCount: number | null;
  readonly serverTime: string | null;
  readonly asked: Asked;
}

/** A text in a query: `'` is written `\'` (recorded: qbo_api, `Amy\'s Bird Sanctuary`). */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** Sends one statement; `entity` says which rows to take from the answer. */
export async function query(
  transport: QboTransport,
  entity: EntityName,
  statement: string,
  oneOf?: OneOf,
): Promise<QueryReply> {
  const type = ENTITY_SUBJECT[entity];
  const reply = await transport.get({
    path: 'query',
    params: { query: statement },
    subject: listOf(type),
    ...(oneOf ? { oneOf } : {}),
  });
  const { QueryResponse } = parseRow(queryAnswer, reply.body, type, reply.asked);
  const rows = rowsOf(QueryResponse, entity);
  if (rows === null) throw malformed(reply.asked, entity, 'not a list');
  return {
    rows,
    totalCount: QueryResponse.totalCount ?? null,
    serverTime: reply.serverTime,
    asked: reply.asked,
  };
}

/** The first page of rows that meet a condition; for searches that find few. */
export function select(
  transport: QboTransport,
  entity: EntityName,
  where: string,
): Promise<QueryReply> {
  return query(transport, entity, selecting(entity, where));
}

/**
 * The same for one value of several that others may ask about at the same moment: then all of them
 * are asked about in one query, and the answer holds rows of the others as well.
 */
export function selectOneOf(
  transport: QboTransport,
  entity: EntityName,
  { value, where }: { readonly value: string; where(values: readonly string[]): string },
): Promise<QueryReply> {
  const statementOf = (values: readonly string[]) => selecting(entity, where(values));
  return query(transport, entity, statementOf([value]), { value, statementOf });
}

function selecting(entity: EntityName, where: string): string {
  return `SELECT * FROM ${entity} WHERE ${where} MAXRESULTS ${PAGE_ROWS_MAX}`;
}
