/** Credit memos and journal entries in a firm's office, and what a person does to convert them. */
import { expect } from 'vitest';
import type { RunRecord } from '../../utils/store/rows';
import { objectsAt, textAt } from '../sandbox/qbo/json';
import { duplicatesIn } from './ledgers';
import type { Office } from './office';
import { copyOf, officeSetUp } from './prepared';

export type Type = 'creditMemo' | 'journalEntry';

export async function synced(): Promise<Office> {
  return copyOf('converting', async () => {
    const office = await officeSetUp({ seed: 5, clients: 5, findings: 'none' });
    await tied(office);
    return office;
  });
}

/** A run that ends in order, ties out and leaves nothing to do. */
export async function tied(office: Office): Promise<void> {
  const run = await office.sync();
  expect(run.counts).toMatchObject({ failed: 0, skipped: 0 });
  expect(run.tieOut?.named).toEqual([]);
  expect(run.tieOut?.unexplainedCents).toBe(0);
  expect(office.company.ledger().arTotalCents).toBe(office.books.ledger().arTotalCents);
  expect(duplicatesIn(office)).toEqual([]);
  expect((await office.sync()).counts.planned).toBe(0);
  expect((await office.ask['app.get']({})).needs).toEqual([]);
}

/** An open invoice on both sides, of at least 100.00. */
export async function openInvoice(office: Office) {
  for (const link of await office.db.links.toArray()) {
    if (link.type !== 'invoice' || link.tpsId.startsWith('A')) continue;
    const invoice = office.books.invoices.get(Number(link.tpsId));
    if (Number(invoice.balance) < 100) continue;
    const there = office.company.read('Invoice', link.qboId);
    return { tpsId: Number(link.tpsId), qboId: link.qboId, CustomerRef: there.CustomerRef };
  }
  throw new Error('nothing open');
}

export type Open = Awaited<ReturnType<typeof openInvoice>>;

/** A credit memo of 40.00 and its tax. */
export function creditMemo({ company }: Office, { CustomerRef }: Pick<Open, 'CustomerRef'>) {
  const idOf = (entity: string, where: string) => {
    const rows = company.query(`select * from ${entity} where ${where}`);
    return { value: textAt(objectsAt(rows, entity)[0], 'Id') ?? '' };
  };
  const ItemRef = idOf('Item', "Type = 'Service'");
  const TaxCodeRef = idOf('TaxCode', "Name = 'GST/QST QC - 9.975'");
  const made = company.create('CreditMemo', {
    CustomerRef,
    TxnDate: '2026-03-02',
    PrivateNote: 'Goodwill',
    GlobalTaxCalculation: 'TaxExcluded',
    Line: [
      {
        Amount: 40,
        DetailType: 'SalesItemLineDetail',
        SalesItemLineDetail: { ItemRef, TaxCodeRef },
      },
    ],
  });
  const totalCents = Math.round(Number(made.TotalAmt) * 100);
  return { id: textAt(made, 'Id') ?? '', totalCents };
}

/** An entry of 60.00 on the customer, against the first account of that type. */
export function entry(
  { company }: Office,
  { CustomerRef }: Open,
  ar: 'Debit' | 'Credit',
  type: string,
) {
  const accountOf = (of: string) => {
    const rows = company.query(`select * from Account where AccountType = '${of}'`);
    return { value: textAt(objectsAt(rows, 'Account')[0], 'Id') ?? '' };
  };
  const line = (PostingType: string, AccountRef: { value: string }, rest = {}) => ({
    Amount: 60,
    DetailType: 'JournalEntryLineDetail',
    JournalEntryLineDetail: { PostingType, AccountRef, ...rest },
  });
  const Entity = { Type: 'Customer', EntityRef: CustomerRef };
  const made = company.create('JournalEntry', {
    TxnDate: '2026-03-02',
    PrivateNote: 'Year-end file',
    Line: [
      line(ar, accountOf('Accounts Receivable'), { Entity }),
      line(ar === 'Debit' ? 'Credit' : 'Debit', accountOf(type)),
    ],
  });
  return textAt(made, 'Id') ?? '';
}

/** A payment of 0.00 that applies the credit to the invoice. */
export function apply(
  { company }: Office,
  open: Open,
  TxnType: string,
  TxnId: string,
  Amount: number,
) {
  company.create('Payment', {
    CustomerRef: open.CustomerRef,
    TotalAmt: 0,
    TxnDate: '2026-03-02',
    Line: [
      { Amount, LinkedTxn: [{ TxnId: open.qboId, TxnType: 'Invoice' }] },
      { Amount, LinkedTxn: [{ TxnId, TxnType }] },
    ],
  });
}

/** Asked for and shown, after a sync that found the document in the way. */
export async function previewed(office: Office, foreignType: Type, id: string): Promise<RunRecord> {
  office.clock.advance(60_000);
  await office.ask['foreign.convert']({ foreignType, id });
  const run = await office.drive();
  expect(run.status).toBe('preview');
  return run;
}

/** The plan that takes a run back, as it is shown. */
export async function shownUndo(office: Office, { id, pairId }: RunRecord): Promise<RunRecord> {
  const runner = await office.runner();
  await runner.start({ pairId, description: '', oneStep: false, undoOf: id });
  return office.drive();
}

/** Applies what is shown, and gives that run as it ended. */
export async function applied(office: Office, run: RunRecord): Promise<RunRecord> {
  const confirmed = run.brakes.map((brake) => brake.id);
  await office.ask['run.apply']({ runId: run.id, planHash: run.planHash ?? '', confirmed });
  await office.drive();
  const ended = await office.db.runs.get(run.id);
  if (!ended) throw new Error('no run');
  return ended;
}

export const standing = (office: Office, entity: string) =>
  office.company
    .ledger()
    .documents.filter((doc) => doc.entity === entity && !doc.deleted)
    .map(({ id }) => id);

/** The TPS adjustment that names this document. */
export function adjustmentFor(office: Office, id: string) {
  return office.books.adjustments
    .all()
    .find(({ description }) => description.includes(` credit ${id}]`));
}
