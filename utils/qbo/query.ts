import type { Asked } from '../http/failures';
import { malformed } from '../http/failures';
import { parseRow } from '../http/parse-row';
import { listOf } from '../port/subject';
import { ENTITY_SUBJECT, type EntityName } from './entities';
import { queryAnswer, rowsOf } from './schemas/envelopes';
import type { QboTransport } from './transport';

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
): Promise<QueryReply> {
  const type = ENTITY_SUBJECT[entity];
  const reply = await transport.get({
    path: 'query',
    params: { query: statement },
    subject: listOf(type),
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
  const statement = `SELECT * FROM ${entity} WHERE ${where} MAXRESULTS ${PAGE_ROWS_MAX}`;
  return query(transport, entity, statement);
}
