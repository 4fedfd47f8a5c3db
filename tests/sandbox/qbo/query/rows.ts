import type { Book } from '../book/book';
import { type EntityName, hasActiveFlag, isTransaction } from '../entity-name';
import { fullName } from '../store/name-order';
import { keyOf, type Rec } from '../store/record';
import { type Candidates, candidates } from './candidates';
import { type Field, fieldNamed } from './fields';
import { compareValues, type Test, testOf } from './match';
import type { Statement } from './statement';

/** Results kept for one table: those of a client that pages through a few queries at a time. */
const ORDERS_MAX = 8;
/** Up to here rows are looked for anew; behind it a client is paging, and results are kept. */
const WALK_MAX = 1000;

export interface Page {
  readonly start: number;
  readonly size: number;
}

/** Whether the statement says anything about Active; else inactive rows stay hidden. */
function asksForActive(statement: Statement): boolean {
  return statement.conditions.some((one) => one.field.toLowerCase() === 'active');
}

function testsOf(book: Book, entity: EntityName, statement: Statement): readonly Test[] {
  const tests: Test[] = [(rec) => !rec.deleted];
  if (book.hidden.size > 0) tests.push((rec) => !book.hidden.has(keyOf(entity, rec.id)));
  if (hasActiveFlag(entity) && !asksForActive(statement)) tests.push((rec) => rec.active);
  return [...tests, ...statement.conditions.map((one) => testOf(book, entity, one))];
}

function byName(a: Rec, b: Rec): number {
  const [x, y] = [fullName(a), fullName(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

type Compare = (a: Rec, b: Rec) => number;

function ordering(book: Book, entity: EntityName, statement: Statement): Compare {
  const parts = statement.order.map((one): [Field, number] => [
    fieldNamed(book, entity, one.field),
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

const passes = (tests: readonly Test[], rec: Rec): boolean => {
  for (const test of tests) if (!test(rec)) return false;
  return true;
};

/** Whether the candidates come in the wanted order already. */
function orderFits(statement: Statement, found: Candidates, isList: boolean): boolean {
  if (statement.order.length === 0) return found.ordered === (isList ? 'name' : 'latest');
  const [only, second] = statement.order;
  const isById = only?.field.toLowerCase() === 'id' && second === undefined;
  return isById && !only.descending && found.ordered === 'id';
}

/** The rows of a page when they come in the wanted order already: nothing behind it is read. */
function walked(rows: Iterable<Rec>, tests: readonly Test[], page: Page): readonly Rec[] {
  const out: Rec[] = [];
  let skip = page.start - 1;
  for (const rec of rows) {
    if (!passes(tests, rec)) continue;
    if (skip > 0) {
      skip -= 1;
      continue;
    }
    out.push(rec);
    if (out.length === page.size) break;
  }
  return out;
}

/** All matching rows in order, kept until the table changes, or anything that they depend on. */
function sortedRows(
  book: Book,
  entity: EntityName,
  statement: Statement,
  found: Candidates,
  tests: readonly Test[],
): readonly Rec[] {
  const table = book.store.table(entity);
  const version = readsElsewhere(statement) ? book.store.version : table.version;
  const key = JSON.stringify([statement.conditions, statement.order, [...book.hidden]]);
  const kept = table.orders.get(key);
  if (kept && kept.version === version) return kept.rows;
  const out: Rec[] = [];
  for (const rec of found.rows) if (passes(tests, rec)) out.push(rec);
  const rows = inOrder(book, entity, statement, found, out);
  if (table.orders.size > ORDERS_MAX) table.orders.clear();
  table.orders.set(key, { version, rows });
  return rows;
}

/**
 * As the statement orders; without that, lists come by name and transactions by latest change
 * (recorded: minimul/qbo_api all/customers.yml and all/sales_receipts.yml).
 */
function inOrder(
  book: Book,
  entity: EntityName,
  statement: Statement,
  found: Candidates,
  rows: Rec[],
): readonly Rec[] {
  const isList = !isTransaction(entity);
  if (orderFits(statement, found, isList)) return rows;
  if (statement.order.length > 0) return rows.sort(ordering(book, entity, statement));
  return isList ? rows.sort(byName) : rows.sort((a, b) => b.updatedMs - a.updatedMs);
}

/** Balances change without a change of the row's table. */
function readsElsewhere(statement: Statement): boolean {
  return [...statement.conditions, ...statement.order].some((one) =>
    one.field.toLowerCase().startsWith('balance'),
  );
}

/** How many rows match. */
export function countRows(book: Book, entity: EntityName, statement: Statement): number {
  const tests = testsOf(book, entity, statement);
  let count = 0;
  for (const rec of candidates(book.store, entity, statement).rows) {
    if (passes(tests, rec)) count += 1;
  }
  return count;
}

/** The rows of one page, in the order of the statement. */
export function pageRows(
  book: Book,
  entity: EntityName,
  statement: Statement,
  page: Page,
): readonly Rec[] {
  const tests = testsOf(book, entity, statement);
  const found = candidates(book.store, entity, statement);
  for (const one of statement.order) fieldNamed(book, entity, one.field);
  const fits = orderFits(statement, found, !isTransaction(entity));
  if (fits && page.start <= WALK_MAX) return walked(found.rows, tests, page);
  const all = sortedRows(book, entity, statement, found, tests);
  return all.slice(page.start - 1, page.start - 1 + page.size);
}
