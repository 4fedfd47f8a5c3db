/** Sub-customers that are rolled up into one client of TPS. */
import { describe, expect, it } from 'vitest';
import { good, prepared } from './firm-day';
import type { Office } from './office';

describe('a sub-customer that is rolled up', () => {
  async function rolledUp() {
    const office = await prepared();
    const { books, company } = office;
    const link = (await office.db.links.toArray()).find((one) => {
      const { tps } = one.base;
      return (
        tps.kind === 'invoice' &&
        one.tpsId !== '' &&
        tps.balanceCents === tps.totalCents &&
        tps.totalCents > 0
      );
    });
    if (link?.base.qbo.kind !== 'invoice' || link.base.tps.kind !== 'invoice')
      throw new Error('none');
    const parent = link.base.qbo.clientId;
    const made = company.create('Customer', {
      DisplayName: 'Cottage',
      Job: true,
      ParentRef: { value: parent },
    });
    const { Line } = company.read('Invoice', link.qboId);
    const bill = company.create('Invoice', {
      CustomerRef: { value: String(made.Id) },
      DocNumber: 'C-1',
      TxnDate: '2026-03-01',
      GlobalTaxCalculation: 'TaxExcluded',
      Line: Line ?? [],
    });
    const subId = String(made.Id);
    await office.ask['client.wish']({ qboId: subId, wish: 'rollUp' });
    await good(office);
    const twin = books.invoices.all().find(({ code, number }) => `${code}-${number}` === 'C-1');
    if (!twin) throw new Error('not carried');
    return {
      office,
      subId,
      billId: String(bill.Id),
      twin,
      tpsId: Number(link.base.tps.clientId),
      other: link,
    };
  }

  const pay = ({ books }: Office, clientId: number, applications: object[], amount: string) => {
    const [model] = books.payments.all();
    const bankAccountId = model?.bankAccountId;
    return books.payments.create({
      clientId,
      date: '2026-03-02',
      bankAccountId,
      amount,
      applications,
    });
  };

  it('carries an edit that is made in QuickBooks', async () => {
    const { office, billId, twin } = await rolledUp();
    const { SyncToken } = office.company.read('Invoice', billId);
    office.company.update('Invoice', {
      Id: billId,
      SyncToken: SyncToken ?? '0',
      sparse: true,
      PrivateNote: 'Edited',
    });
    await good(office);
    expect(office.books.invoices.get(twin.id).description).toContain('Edited');
  });

  it('is paid from TPS by its own payment', async () => {
    const { office, twin, tpsId, subId } = await rolledUp();
    pay(
      office,
      tpsId,
      [{ documentType: 'invoice', documentId: twin.id, amount: '15.00' }],
      '15.00',
    );
    await good(office);
    const there = office.company
      .ledger()
      .documents.find((d) => d.entity === 'Payment' && d.totalCents === 1500);
    expect(there?.customerId).toBe(subId);
  });

  it('waits with a payment over several customers, and says why', async () => {
    const { office, twin, tpsId, other } = await rolledUp();
    const one = { documentType: 'invoice', amount: '15.00' };
    pay(
      office,
      tpsId,
      [
        { ...one, documentId: twin.id },
        { ...one, documentId: Number(other.tpsId) },
      ],
      '30.00',
    );
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id)).toEqual(['translate.severalCustomers']);
    expect(run.tieOut?.unexplainedCents).toBe(0);
  });

  it('takes its documents along when it becomes a client of its own', async () => {
    const { office, subId, twin, tpsId } = await rolledUp();
    await office.ask['client.wish']({ qboId: subId, wish: 'own' });
    await good(office);
    const own = office.books.clients.all().find(({ name }) => name === 'Cottage');
    expect(own?.id).not.toBe(tpsId);
    expect(office.books.invoices.get(twin.id).clientId).toBe(own?.id);
  });
});
