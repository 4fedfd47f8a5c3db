/** Fully paid documents: left out, or linked without a write so that later changes are seen. */
import { expect, it } from 'vitest';
import { editInQbo, good } from './firm-day';
import { picture } from './ledgers';
import { officeSetUp } from './prepared';

it('fully paid documents of both books are linked on demand, and a later change is carried', async () => {
  const office = await officeSetUp({ seed: 5, clients: 8, findings: 'none' });
  await good(office);
  const { settled } = await office.ask['setup.documents']({});
  expect(settled.tps).toBeGreaterThan(0);
  const documents = async () =>
    (await office.db.links.toArray()).filter(({ type }) => type !== 'client').length;
  const before = { books: picture(office), links: await documents() };
  await office.ask['setup.linkSettled']({ on: true });
  const shown = await office.ask['setup.documents']({});
  expect(shown.linkSettled).toBe(true);
  const due = shown.documents.filter(({ why }) => why.id === 'why.settledTwin');
  expect(due.length).toBeGreaterThan(1);
  expect(settled.tps - shown.settled.tps).toBe(due.length);
  await good(office);
  expect(picture(office)).toEqual(before.books);
  expect((await documents()) - before.links).toBe(due.length);

  const paid = due.find(({ type, twin }) => type === 'invoice' && twin);
  const links = await office.db.links.where('pairId').notEqual('').toArray();
  const link = links.find(
    ({ type, base }) =>
      type === 'invoice' && base.tps.kind === 'invoice' && base.tps.number === paid?.number,
  );
  editInQbo(office, 'Invoice', link?.qboId ?? '', { DueDate: '2026-12-31' });
  await good(office);
  expect(office.books.invoices.get(Number(link?.tpsId)).dueDate).toBe('2026-12-31');

  await office.ask['setup.linkSettled']({ on: false });
  await good(office);
  expect((await documents()) - before.links).toBe(due.length);
});
