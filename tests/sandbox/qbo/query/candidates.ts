import { type EntityName, isTransaction } from '../entity-name';
import type { Rec } from '../store/record';
import type { Store } from '../store/store';
import type { Condition, Statement } from './statement';

const wants = (
  statement: Statement,
  field: string,
  ...operators: string[]
): Condition | undefined =>
  statement.conditions.find(
    (one) => one.field.toLowerCase() === field && operators.includes(one.operator),
  );

function* byIds(store: Store, entity: EntityName, ids: Iterable<string>): Generator<Rec> {
  for (const id of ids) {
    const rec = store.get(entity, id);
    if (rec) yield rec;
  }
}

export interface Candidates {
  readonly rows: Iterable<Rec>;
  /** What the rows are ordered by already, when no sorting is needed for that order. */
  readonly ordered: 'id' | 'updated' | 'latest' | 'name' | 'none';
}

/** The fewest rows that an index gives for the conditions; every row still has to be tested. */
export function candidates(store: Store, entity: EntityName, statement: Statement): Candidates {
  const table = store.table(entity);
  const ids = wants(statement, 'id', '=', 'IN');
  if (ids) return { rows: byIds(store, entity, new Set(ids.values)), ordered: 'none' };
  const number = wants(statement, 'docnumber', '=', 'IN');
  if (number) {
    const ids = number.values.flatMap((one) => [...table.byDocNumber.get(one.toLowerCase())]);
    return { rows: byIds(store, entity, new Set(ids)), ordered: 'none' };
  }
  const customer = wants(statement, 'customerref', '=');
  if (customer && entity !== 'JournalEntry') {
    const customerId = customer.values[0] ?? '';
    return { rows: byIds(store, entity, table.byCustomer.get(customerId)), ordered: 'none' };
  }
  const name = wants(statement, 'displayname', '=') ?? wants(statement, 'name', '=');
  if (name) {
    const key = (name.values[0] ?? '').trim().toLowerCase();
    return { rows: byIds(store, entity, table.byName.get(key)), ordered: 'none' };
  }
  const since = wants(statement, 'metadata.lastupdatedtime', '>', '>=', '=');
  const from = since ? Date.parse(since.values[0] ?? '') : Number.NaN;
  if (!Number.isNaN(from)) return { rows: table.changedSince(from - 1000), ordered: 'updated' };
  const first = statement.order[0];
  if (!first) {
    return isTransaction(entity)
      ? { rows: table.latestFirst(), ordered: 'latest' }
      : { rows: byIds(store, entity, table.names.ids()), ordered: 'name' };
  }
  const byTime = first.field.toLowerCase() === 'metadata.lastupdatedtime';
  if (byTime) return { rows: table.changedSince(0), ordered: 'updated' };
  return { rows: table.ascending(), ordered: 'id' };
}
