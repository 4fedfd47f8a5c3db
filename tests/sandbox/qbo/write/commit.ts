import type { Book, Draft, WriteOptions } from '../book/book';
import type { EntityName } from '../entity-name';
import { booleanAt, objectAt, textAt } from '../json';
import type { Rec } from '../store/record';
import { releaseApplications, touchCustomers, touchTargets } from './links';
import { followParent } from './names';

/** Who acts when nobody is named. */
export const DEFAULT_USER = 'Morgan Owner';

/** Stores a finished draft and lets everything follow that depends on it. */
export function commit(
  book: Book,
  entity: EntityName,
  draft: Draft,
  before: Rec | undefined,
  options: WriteOptions,
): Rec {
  const nowMs = book.nowMs();
  const id = before?.id ?? book.store.nextId(entity);
  const next: Rec = {
    entity,
    id,
    syncToken: before ? before.syncToken + 1 : 0,
    createdMs: before?.createdMs ?? nowMs,
    updatedMs: nowMs,
    user: options.user ?? DEFAULT_USER,
    deleted: false,
    active: booleanAt(draft.body, 'Active') ?? true,
    body: draft.body,
    facts: draft.facts,
    ...(before?.reconciled ? { reconciled: true } : {}),
  };
  book.store.put(next);
  const isMoved = before !== undefined && customerOf(before) !== customerOf(next);
  const { movePaid, lowerBelowPaid } = book.switches;
  const lets = (isMoved ? movePaid : lowerBelowPaid) === 'unapply';
  follow(book, before, next, lets ? 'unlink' : 'refuse');
  if (entity === 'Customer' && before) followParent(book, next);
  return book.store.get(entity, id) ?? next;
}

function customerOf({ body }: Rec): string | undefined {
  return textAt(objectAt(body, 'CustomerRef'), 'value');
}

/** Links, balances and names after a record was put. */
export function follow(
  book: Book,
  before: Rec | undefined,
  next: Rec,
  mode: 'unlink' | 'refuse',
): void {
  if (next.facts === null) return;
  if (next.entity === 'Payment') touchTargets(book, before, next);
  else if (before) releaseApplications(book, next, mode);
  touchCustomers(book, before, next);
}
