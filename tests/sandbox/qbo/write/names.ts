import type { Book } from '../book/book';
import { textAt } from '../json';
import { deletedName } from '../kinds/names/unique-name';
import type { Rec } from '../store/record';
import { touch } from './links';

/**
 * After a customer was renamed or made inactive: the full names of its sub-customers follow, and
 * they become inactive with it.
 */
export function followParent(book: Book, parent: Rec): void {
  const table = book.store.table('Customer');
  for (const id of [...table.byParent.get(parent.id)]) {
    const child = table.get(id);
    if (!child || child.deleted) continue;
    const closes = !parent.active && child.active;
    const own = textAt(child.body, 'DisplayName') ?? '';
    const name = closes ? deletedName(book, 'Customer', own) : own;
    const full = `${textAt(parent.body, 'FullyQualifiedName') ?? ''}:${name}`;
    const level = Number(textAt(parent.body, 'Level') ?? '0') + 1;
    const same = full === textAt(child.body, 'FullyQualifiedName');
    if (same && !closes) continue;
    const body = { ...child.body, DisplayName: name, FullyQualifiedName: full, Level: level };
    const active = child.active && parent.active;
    touch(book, { ...child, active, body: { ...body, Active: active } }, closes);
    const next = table.get(id);
    if (next) followParent(book, next);
  }
}
