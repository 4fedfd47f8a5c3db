/** A firm whose books are in step, and what tests of a day at it need. */

import { expect } from 'vitest';
import { duplicatesIn } from './ledgers';
import type { Office, OfficeOptions } from './office';
import { copyOf, officeSetUp } from './prepared';
import type { Ran } from './world/drive';

/** Set up and synced once; nothing is left to do. */
export async function prepared(switches: OfficeOptions['switches'] = {}): Promise<Office> {
  return copyOf(`a day of ${JSON.stringify(switches)}`, async () => {
    const office = await officeSetUp({ seed: 5, clients: 5, findings: 'none', switches });
    await good(office);
    return office;
  });
}

/** A run that ends in order, ties out and leaves nothing to do. */
export async function good(office: Office): Promise<Ran> {
  const run = await office.sync();
  expect(run.tieOut?.named).toEqual([]);
  expect(run.counts).toMatchObject({ failed: 0, skipped: 0 });
  expect(run.tieOut?.unexplainedCents).toBe(0);
  expect(office.company.ledger().arTotalCents).toBe(office.books.ledger().arTotalCents);
  expect(duplicatesIn(office)).toEqual([]);
  expect((await office.sync()).counts.planned).toBe(0);
  return run;
}

/** Two invoices of one client with the same total, and a payment on each. */
export async function twoPaid(office: Office) {
  const { books } = office;
  const [model] = books.invoices.all().filter(({ status }) => status === 'outstanding');
  const [paid] = books.payments.all();
  if (!model || !paid) throw new Error('nothing to copy from');
  const lines = model.lines.map(({ id: _, ...line }) => line);
  const { clientId } = model;
  const date = '2026-03-02';
  const bill = (number: string) =>
    books.invoices.create({ clientId, code: '0', number, date, lines });
  const pay = (documentId: number, amount: string) =>
    books.payments.create({
      clientId,
      date,
      bankAccountId: paid.bankAccountId,
      amount,
      applications: [{ documentType: 'invoice', documentId, amount }],
    });
  const [a, b] = [bill('90001'), bill('90002')];
  const result = { a, b, onA: pay(a.id, a.total), onB: pay(b.id, b.total) };
  await good(office);
  return result;
}

/** Wholly applied to one invoice. */
export const on = (documentId: number, amount: string) => ({
  applications: [{ documentType: 'invoice', documentId, amount }],
});

/** A client pays 50.00, said in TPS. */
export function payFifty({ books }: Pick<Office, 'books'>, clientId: number, details: object = {}) {
  const [paid] = books.payments.all();
  return books.payments.create({
    clientId,
    date: '2026-03-02',
    bankAccountId: paid?.bankAccountId,
    amount: '50.00',
    ...details,
  });
}

/** An open invoice to copy from. */
export const outstanding = ({ books }: Pick<Office, 'books'>) => {
  const [model] = books.invoices.all().filter(({ status }) => status === 'outstanding');
  if (!model) throw new Error('nothing open');
  return { model, lines: model.lines.map(({ id: _, ...line }) => line) };
};
/** Id of the twin; empty when there is none. */
export const qboIdOf = async ({ db }: Office, type: string, id: string) =>
  (await db.links.toArray()).find((l) => l.type === type && l.tpsId === id)?.qboId ?? '';
/** Somebody edits a document in QuickBooks. */
export const editInQbo = (
  { company }: Office,
  entity: 'Invoice' | 'Payment',
  id: string,
  change: object,
) => {
  const SyncToken = company.read(entity, id).SyncToken ?? '0';
  company.update(entity, { Id: id, SyncToken, sparse: true, ...change });
};

/** Somebody edits a customer in QuickBooks. */
export const editCustomer = ({ company }: Office, id: string, change: object) => {
  const { SyncToken } = company.read('Customer', id);
  company.update('Customer', { Id: id, SyncToken: SyncToken ?? '0', sparse: true, ...change });
};

/** Id of an account of that type in QuickBooks. */
export function accountOf({ company }: Pick<Office, 'company'>, type: string): string {
  const { Account } = company.query(`select * from Account where AccountType = '${type}'`);
  const [{ Id } = { Id: '' }] = Array.isArray(Account) ? Account : [];
  return String(Id);
}

/** An invoice that the sync carried to QuickBooks, so that it has a marker there. */
export async function carried(office: Office, number = '90001') {
  const { model, lines } = outstanding(office);
  const bill = { clientId: model.clientId, code: '0', number, date: '2026-03-02', lines };
  const { id } = office.books.invoices.create(bill);
  await good(office);
  return { id, qboId: await qboIdOf(office, 'invoice', String(id)) };
}

/** Somebody closes the books in QuickBooks up to that day. */
export function closeBooks({ company }: Office, BookCloseDate: string) {
  const { SyncToken } = company.read('Preferences', '1');
  company.update('Preferences', {
    Id: '1',
    SyncToken: SyncToken ?? '0',
    sparse: true,
    AccountingInfoPrefs: { BookCloseDate },
  });
}

/** An invoice with its twin, wholly open. */
export async function twins(office: Office) {
  for (const link of await office.db.links.toArray()) {
    if (link.type !== 'invoice' || link.tpsId.startsWith('A')) continue;
    const invoice = office.books.invoices.get(Number(link.tpsId));
    if (invoice.balance === invoice.total && Number(invoice.total) > 0) return { link, invoice };
  }
  throw new Error('nothing open');
}

/** Answers the one question about twins that a screen shows, by its button's request. */
export async function answerTwin(office: Office, ruling: 'same' | 'apart'): Promise<void> {
  const { needs } = await office.ask['app.get']({});
  const found = needs
    .flatMap((need) => need.actions)
    .find((one) => one.do === 'twin' && one.ruling === ruling);
  if (found?.do !== 'twin') throw new Error(`nobody is asked: ${ruling}`);
  const { recordKey, other } = found;
  await office.ask['ruling.twin']({ recordKey, other, ruling });
  await office.drive();
}
