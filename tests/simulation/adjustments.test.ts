/** What only moves A/R in TPS, in both of its bookings in QuickBooks, there and back. */
import { describe, expect, it } from 'vitest';
import { objectsAt, textAt } from '../sandbox/qbo/json';
import { good } from './firm-day';
import type { Office } from './office';
import { officeSetUp } from './prepared';

type Booking = 'journal entry' | 'payment';

async function prepared(booking: Booking): Promise<Office> {
  const office = await officeSetUp({ seed: 5, clients: 5, findings: 'none' });
  if (booking === 'payment') {
    const { targets } = await office.ask['setup.get']({ reload: false });
    const clearing = targets.account.qbo.find(({ name }) => name === 'Write-off clearing');
    if (!clearing) throw new Error('no such account');
    await office.ask['setup.saveMappings']({
      choices: [{ kind: 'special', from: 'tps', fromId: 'adjustmentDecrease', toId: clearing.id }],
    });
  }
  await good(office);
  return office;
}

/** An open invoice in TPS that has its twin. */
async function openInvoice(office: Office) {
  for (const link of await office.db.links.toArray()) {
    if (link.type !== 'invoice' || link.tpsId.startsWith('A')) continue;
    const invoice = office.books.invoices.get(Number(link.tpsId));
    if (Number(invoice.balance) >= 100) return { link, invoice };
  }
  throw new Error('nothing open');
}

async function writeOff(office: Office, amount = '60.00') {
  const { link, invoice } = await openInvoice(office);
  const applications = [{ documentType: 'invoice', documentId: invoice.id, amount }];
  const made = office.books.adjustments.create({
    clientId: invoice.clientId,
    direction: 'decrease',
    date: '2026-03-02',
    description: 'Goodwill',
    amount,
    applications,
  });
  return { made, link, invoice };
}

const docsOf = (office: Office, entity: string) =>
  office.company.ledger().documents.filter((doc) => doc.entity === entity && !doc.deleted);

function removeInQbo({ company }: Office, entity: 'Payment' | 'JournalEntry', id: string): void {
  company.remove(entity, { Id: id, SyncToken: company.read(entity, id).SyncToken ?? '0' });
}

describe.each<Booking>(['journal entry', 'payment'])(
  'an adjustment decrease, as a %s',
  (booking) => {
    const entity = booking === 'payment' ? 'Payment' : 'JournalEntry';

    it('lowers the invoice in QuickBooks as well', async () => {
      const office = await prepared(booking);
      const before = docsOf(office, entity).length;
      const { made, link } = await writeOff(office);
      await good(office);
      expect(docsOf(office, entity)).toHaveLength(before + 1);
      const there = office.company.ledger().documents.find((doc) => doc.id === link.qboId);
      const here = office.books.invoices.get(Number(link.tpsId));
      expect(there?.balanceCents).toBe(Math.round(Number(here.balance) * 100));
      const notes = docsOf(office, entity).map((doc) => doc.privateNote);
      expect(notes.join()).toMatch(new RegExp(`Goodwill \\[TPS#\\w{7} adjustment ${made.id}\\]`));
    });

    it('follows an edit, a detachment and a void', async () => {
      const office = await prepared(booking);
      const { made } = await writeOff(office);
      await good(office);
      const id = made.id;
      office.books.patch('adjustment', id, { amount: '75.00', description: 'More goodwill' });
      await good(office);
      office.books.patch('adjustment', id, { applications: [] });
      await good(office);
      office.books.adjustments.void(id);
      await good(office);
      if (booking === 'journal entry')
        expect(docsOf(office, entity).map((d) => d.privateNote)).not.toContain('More goodwill');
    });

    it('that is removed in QuickBooks is void in TPS', async () => {
      const office = await prepared(booking);
      const { made } = await writeOff(office);
      await good(office);
      const twin = docsOf(office, entity).find((doc) => doc.privateNote?.includes('Goodwill'));
      if (!twin) throw new Error('no twin');
      for (const payment of docsOf(office, 'Payment')) {
        if (payment.totalCents !== 0 || payment.customerId !== twin.customerId) continue;
        removeInQbo(office, 'Payment', payment.id);
      }
      removeInQbo(office, entity, twin.id);
      await good(office);
      expect(office.books.adjustments.get(made.id).status).toBe('void');
    });
  },
);

describe('an adjustment', () => {
  it('increase becomes an invoice, and a prepayment that refunds it is applied to that', async () => {
    const office = await prepared('journal entry');
    const { invoice } = await openInvoice(office);
    const [model] = office.books.payments.all();
    if (!model) throw new Error('no payment');
    const paid = office.books.payments.create({
      clientId: invoice.clientId,
      date: '2026-03-02',
      bankAccountId: model.bankAccountId,
      amount: '80.00',
    });
    await good(office);
    const refund = office.books.adjustments.create({
      clientId: invoice.clientId,
      direction: 'increase',
      date: '2026-03-02',
      description: 'Refund of the retainer',
      amount: '80.00',
    });
    office.books.payments.setApplications(paid.id, {
      applications: [{ documentType: 'adjustment', documentId: refund.id, amount: '80.00' }],
    });
    await good(office);
    const there = docsOf(office, 'Invoice').find((doc) => doc.docNumber === `ADJ-${refund.id}`);
    expect(there).toMatchObject({ totalCents: 8000, balanceCents: 0 });
  });

  it('waits, and says so, until its account is chosen', async () => {
    const office = await prepared('journal entry');
    await office.ask['setup.saveMappings']({
      choices: [{ kind: 'special', from: 'tps', fromId: 'adjustmentDecrease', toId: null }],
    });
    await writeOff(office);
    const run = await office.sync();
    expect(run.holds.map((hold) => hold.what.id)).toContain('translate.specialUnmapped');
    expect(run.tieOut?.named.map(({ cause }) => cause.id)).toEqual(['translate.specialUnmapped']);
    expect(run.status).toBe('warning');
  });

  it('entered in QuickBooks becomes one in TPS: a journal entry against the chosen account', async () => {
    const office = await prepared('journal entry');
    const { link } = await openInvoice(office);
    const customer = office.company.read('Invoice', link.qboId).CustomerRef;
    const { mappings } = await office.ask['setup.get']({ reload: false });
    const account = mappings.find(({ fromId }) => fromId === 'adjustmentDecrease')?.chosenId;
    const line = (PostingType: string, value: string | undefined, rest = {}) => ({
      Amount: 25,
      DetailType: 'JournalEntryLineDetail',
      JournalEntryLineDetail: { PostingType, AccountRef: { value }, ...rest },
    });
    const receivable = objectsAt(
      office.company.query("select * from Account where AccountType = 'Accounts Receivable'"),
      'Account',
    )[0];
    office.company.create('JournalEntry', {
      TxnDate: '2026-03-02',
      PrivateNote: 'Client was unhappy',
      Line: [
        line('Debit', account ?? undefined),
        line('Credit', textAt(receivable, 'Id'), {
          Entity: { Type: 'Customer', EntityRef: customer },
        }),
      ],
    });
    await good(office);
    const made = office.books.adjustments
      .all()
      .find(({ description }) => /unhappy/.test(description));
    expect(made).toMatchObject({ direction: 'decrease', amount: '25.00' });
    expect(made?.description).toMatch(/\[QBO#\w{7} journal \d+\]$/);
  });

  it('is found again by its marker when the database is lost', async () => {
    const office = await prepared('journal entry');
    await writeOff(office);
    await good(office);
    for (const table of office.db.tables) await table.clear();
    await office.setUp();
    await good(office);
  });
});
