/** What must never be, and is: the worker sees it by itself and says so. */
import { expect, it } from 'vitest';
import { outstanding, prepared } from './firm-day';

it('a run whose journal does not add up is red and says so, though all was written', async () => {
  const office = await prepared();
  const { model, lines } = outstanding(office);
  const bill = { clientId: model.clientId, code: '0', number: '90001', date: '2026-03-02', lines };
  office.books.invoices.create(bill);
  // The database forgets that something was done.
  office.db.journal.hook('updating', (changes) =>
    'state' in changes && changes.state === 'done' ? { state: 'sent' } : undefined,
  );
  const run = await office.sync();
  expect(run).toMatchObject({ status: 'failed', reason: { id: 'run.brokenInvariant' } });
  expect(run.technical).toMatch(/^invariant 5: create:invoice:qbo:\d+ ended as sent$/);
  expect(run.endedAt).not.toBeNull();
});

it('nothing is sent that the journal did not keep', async () => {
  const office = await prepared();
  const { model, lines } = outstanding(office);
  const bill = { clientId: model.clientId, code: '0', number: '90001', date: '2026-03-02', lines };
  office.books.invoices.create(bill);
  office.db.journal.hook('updating', (changes) =>
    'state' in changes && changes.state === 'sent' ? { state: 'pending' } : undefined,
  );
  const run = await office.sync();
  expect(run).toMatchObject({ status: 'failed', reason: { id: 'run.brokenInvariant' } });
  expect(run.technical).toMatch(/invariant 3: .*create:invoice:qbo:\d+ is not journaled$/);
  const { documents } = office.company.ledger();
  expect(documents.filter(({ docNumber }) => docNumber === '90001')).toEqual([]);
});
