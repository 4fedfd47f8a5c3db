/** Invariant 4: no write ever goes to another firm or company: their books stay byte for byte. */
import { ENTITIES } from '../../sandbox/qbo/entity-name';
import { OTHER_FIRM, OTHER_REALM, type Sites } from '../world/sites';
import type { Report } from './violation';

export function strangersPicture({ qbo, tps }: Sites): string {
  const { store } = qbo.company(OTHER_REALM).internals;
  const books = tps.booksOf(OTHER_FIRM.id);
  return JSON.stringify({
    company: ENTITIES.map((entity) => [...store.table(entity).ascending()]),
    firm: books && [
      books.clients.all(),
      books.invoices.all(),
      books.payments.all(),
      books.adjustments.all(),
      books.deletions(''),
    ],
  });
}

export function strangersUntouched(before: string, sites: Sites, report: Report): void {
  const now = strangersPicture(sites);
  if (now === before) return;
  let at = 0;
  while (now[at] === before[at]) at += 1;
  report({
    invariant: 4,
    kind: 'the books of others were changed',
    text: `…${now.slice(Math.max(0, at - 80), at + 160)}…`,
  });
}
