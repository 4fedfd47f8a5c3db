import type { Book } from '../book/book';
import { type EntityName, entityNamed, KNOWN_BUT_EMPTY } from '../entity-name';
import { QboFault, unknownContext } from '../fault';
import { type Json, type JsonObject, objectAt } from '../json';
import type { Rec } from '../store/record';
import { parseQuery } from './parser';
import { countRows, type Page, pageRows } from './rows';
import type { Statement } from './statement';

const DEFAULT_PAGE = 100;
const MAX_PAGE = 1000;

/** Recorded: ruckus/quickbooks-ruby query_validation_error.xml. */
function tooSmall(): QboFault {
  return new QboFault(
    '4001',
    'Invalid query',
    'QueryValidationError: value 0 is too small. Min allowed value is 1',
  );
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

/** A page of US tax codes has these before the rows that were asked for (ej2/python-quickbooks). */
const BUILT_IN_CODES = ['TAX', 'NON', 'CustomSalesTax'];

function builtIn(book: Book, entity: EntityName): JsonObject[] {
  if (entity !== 'TaxCode' || book.country !== 'US') return [];
  return BUILT_IN_CODES.map((Id) => ({
    ...{ Name: Id, Description: Id, Active: true, Taxable: Id !== 'NON', TaxGroup: false },
    ...{ domain: 'QBO', sparse: false, Id },
  }));
}

/** The `QueryResponse` of a query text. */
export function runQuery(book: Book, text: string, present: (rec: Rec) => JsonObject): JsonObject {
  const statement = parseQuery(text, book.switches);
  const page = pageOf(book, statement);
  const entity = entityNamed(statement.entity);
  if (!entity) {
    if (!KNOWN_BUT_EMPTY.has(statement.entity.toLowerCase()))
      throw unknownContext(statement.entity);
    return statement.counts ? { totalCount: 0 } : {};
  }
  if (statement.counts) return { totalCount: countRows(book, entity, statement) };
  const slice = pageRows(book, entity, statement, page);
  if (slice.length === 0) return {};
  const out = [...builtIn(book, entity), ...slice.map(present)];
  return {
    [entity]: statement.fields.length === 0 ? out : out.map((one) => picked(one, statement.fields)),
    startPosition: page.start,
    maxResults: out.length,
    ...(book.switches.totalCountWithRows ? { totalCount: countRows(book, entity, statement) } : {}),
  };
}
