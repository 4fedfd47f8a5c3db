import type { Book } from '../book/book';
import {
  type EntityName,
  entityNamed,
  hasActiveFlag,
  isTransaction,
  KNOWN_BUT_EMPTY,
} from '../entity-name';
import { QboFault } from '../fault';
import { type Json, type JsonObject, objectAt } from '../json';
import { keyOf, type Rec } from '../store/record';
import { candidates } from './candidates';
import { type Field, fieldNamed } from './fields';
import { compareValues, type Test, testOf } from './match';
import { parseQuery } from './parser';
import type { Statement } from './statement';

const DEFAULT_PAGE = 100;
const MAX_PAGE = 1000;

function notFound(entity: string): QboFault {
  return new QboFault(
    '4001',
    'Invalid query',
    `QueryValidationError: invalid context declaration: ${entity}`,
  );
}

/** Recorded: ruckus/quickbooks-ruby query_validation_error.xml. */
function tooSmall(): QboFault {
  return new QboFault(
    '4001',
    'Invalid query',
    'QueryValidationError: value 0 is too small. Min allowed value is 1',
  );
}

interface Page {
  readonly start: number;
  readonly size: number;
}

function pageOf(book: Book, statement: Statement): Page {
  const { startPosition, maxResults } = statement;
  const refused = book.switches.pageZero === 'refused';
  if (refused && (startPosition === 0 || maxResults === 0)) throw tooSmall();
  if ((maxResults ?? 0) > MAX_PAGE && book.switches.pageOverMax === 'refused') {
    throw new QboFault(
      '4001',
      'Invalid query',
      `QueryValidationError: value ${maxResults} is too large. Max allowed value is ${MAX_PAGE}`,
    );
  }
  return {
    start: Math.max(1, startPosition ?? 1),
    size: Math.min(MAX_PAGE, maxResults ?? DEFAULT_PAGE),
  };
}

/** Whether the statement says anything about Active; else inactive rows stay hidden. */
function asksForActive(statement: Statement): boolean {
  return statement.conditions.some((one) => one.field.toLowerCase() === 'active');
}

function testsOf(book: Book, entity: EntityName, statement: Statement): readonly Test[] {
  const tests: Test[] = [(rec) => !rec.deleted && !book.hidden.has(keyOf(entity, rec.id))];
  if (hasActiveFlag(entity) && !asksForActive(statement)) tests.push((rec) => rec.active);
  return [...tests, ...statement.conditions.map((one) => testOf(book, entity, one))];
}

function byName(a: Rec, b: Rec): number {
  const name = (rec: Rec): string =>
    String(
      rec.body.FullyQualifiedName ?? rec.body.DisplayName ?? rec.body.Name ?? '',
    ).toLowerCase();
  const x = name(a);
  const y = name(b);
  return x < y ? -1 : x > y ? 1 : 0;
}

type Compare = (a: Rec, b: Rec) => number;

/**
 * Orders of the statement; without one, lists come by name and transactions by latest change
 * (recorded: minimul/qbo_api all/customers.yml and all/sales_receipts.yml).
 */
function ordering(book: Book, entity: EntityName, statement: Statement): Compare | undefined {
  if (statement.order.length === 0) return isTransaction(entity) ? undefined : byName;
  const parts = statement.order.map((one): [Field, number] => [
    fieldNamed(entity, one.field),
    one.descending ? -1 : 1,
  ]);
  return (a, b) => {
    for (const [field, sign] of parts) {
      const order = compareValues(field, field.read(book, a), field.read(book, b));
      if (order !== 0) return sign * order;
    }
    return Number(a.id) - Number(b.id);
  };
}

/** The matching rows in order. Whole-table orders are kept until the table changes. */
function rows(book: Book, entity: EntityName, statement: Statement): readonly Rec[] {
  const table = book.store.table(entity);
  const compare = ordering(book, entity, statement);
  const tests = testsOf(book, entity, statement);
  const key = JSON.stringify([statement.conditions, statement.order, [...book.hidden]]);
  const kept = table.orders.get(key);
  if (kept && kept.version === table.version && !readsElsewhere(statement)) return kept.rows;
  const found = candidates(book.store, entity, statement);
  const out: Rec[] = [];
  for (const rec of found.rows) {
    if (tests.every((test) => test(rec))) out.push(rec);
  }
  const only = statement.order.length === 1 ? statement.order[0] : undefined;
  const isById = only?.field.toLowerCase() === 'id' && found.ordered === 'id';
  const latest = compare === undefined && found.ordered === 'latest';
  if (isById && only.descending) out.reverse();
  else if (compare === undefined && !latest) out.sort((a, b) => b.updatedMs - a.updatedMs);
  else if (compare !== undefined && !isById) out.sort(compare);
  if (table.orders.size > 50) table.orders.clear();
  table.orders.set(key, { version: table.version, rows: out });
  return out;
}

/** Balances change without a change of the row's table; such results are never kept. */
function readsElsewhere(statement: Statement): boolean {
  return [...statement.conditions, ...statement.order].some((one) =>
    one.field.toLowerCase().startsWith('balance'),
  );
}

/** The asked-for properties only, marked sparse. */
function picked(whole: JsonObject, fields: readonly string[]): JsonObject {
  const out: Record<string, Json | undefined> = {};
  for (const field of fields) {
    const [top = '', inner] = field.split('.');
    const key = Object.keys(whole).find((one) => one.toLowerCase() === top.toLowerCase());
    if (key === undefined) continue;
    const nested = inner === undefined ? undefined : objectAt(whole, key);
    if (nested && inner !== undefined) {
      out[key] = { ...objectAt(out, key), [inner]: nested[inner] };
    } else {
      out[key] = whole[key];
    }
  }
  return { ...out, domain: 'QBO', sparse: true };
}

/** The `QueryResponse` of a query text. */
export function runQuery(book: Book, text: string, present: (rec: Rec) => JsonObject): JsonObject {
  const statement = parseQuery(text);
  const page = pageOf(book, statement);
  const entity = entityNamed(statement.entity);
  if (!entity) {
    if (!KNOWN_BUT_EMPTY.has(statement.entity.toLowerCase())) throw notFound(statement.entity);
    return statement.counts ? { totalCount: 0 } : {};
  }
  const all = rows(book, entity, statement);
  if (statement.counts) return { totalCount: all.length };
  const slice = all.slice(page.start - 1, page.start - 1 + page.size);
  if (slice.length === 0) return {};
  const out = slice.map(present);
  return {
    [entity]: statement.fields.length === 0 ? out : out.map((one) => picked(one, statement.fields)),
    startPosition: page.start,
    maxResults: slice.length,
    ...(book.switches.totalCountWithRows ? { totalCount: all.length } : {}),
  };
}
