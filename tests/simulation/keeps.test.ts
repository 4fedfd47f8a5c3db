/** What TPS does not have stands in QuickBooks as it was, whatever the sync changes beside it. */
import { describe, expect, it } from 'vitest';
import { carried, editInQbo, good, prepared } from './firm-day';

describe('a due date that is changed in TPS', () => {
  it('leaves service dates, lines of text and a long note of the invoice as they were', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    const { Line, PrivateNote } = office.company.read('Invoice', qboId);
    const lines = Array.isArray(Line) ? Line : [];
    const note = `${'x'.repeat(3950)} ${String(PrivateNote)}`.slice(-4000);
    editInQbo(office, 'Invoice', qboId, {
      PrivateNote: note,
      Line: [
        ...lines.slice(0, -1).map((line) => ({
          ...line,
          SalesItemLineDetail: { ...Object(line.SalesItemLineDetail), ServiceDate: '2026-02-11' },
        })),
        { DetailType: 'DescriptionOnly', Description: 'See the engagement letter' },
      ],
    });
    // A note of that length does not fit TPS: its words are the question, not the lines.
    const before = office.company.read('Invoice', qboId);
    office.books.patch('invoice', id, { dueDate: '2026-09-09' });
    await office.sync();
    editInQbo(office, 'Invoice', qboId, { PrivateNote: String(PrivateNote) });
    await good(office);
    const after = office.company.read('Invoice', qboId);
    expect(after.DueDate).toBe('2026-09-09');
    expect(after.Line).toEqual(before.Line);
  });
});

describe('a note that the other system cannot hold', () => {
  it('is held at the preview, with its length said, and nothing is cut', async () => {
    const office = await prepared();
    const { qboId } = await carried(office);
    const { CustomerRef, Line, TxnDate } = office.company.read('Invoice', qboId);
    const lines = (Array.isArray(Line) ? Line : []).slice(0, -1);
    const made = office.company.create('Invoice', {
      CustomerRef: CustomerRef ?? null,
      DocNumber: '88001',
      TxnDate: TxnDate ?? '',
      PrivateNote: 'x'.repeat(2001),
      GlobalTaxCalculation: 'TaxExcluded',
      Line: lines.map(({ Id: _, LineNum: __, ...line }) => line),
    });
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id)).toEqual(['translate.memoTooLong']);
    expect(run.counts).toMatchObject({ planned: 0, failed: 0 });
    expect(String(office.company.read('Invoice', String(made.Id)).PrivateNote)).toHaveLength(2001);
  });
});

describe('an invoice of before a tax rate changed', () => {
  it('is edited in TPS all the same, and keeps the tax that it has in both books', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    const before = office.company.read('Invoice', qboId);
    const tax = before.TxnTaxDetail;
    expect(Number(Object(tax).TotalTax)).toBeGreaterThan(0);
    const { store } = office.company.internals;
    for (const rate of [...store.table('TaxRate').ascending()]) {
      const now = Number(rate.body.RateValue ?? 0);
      if (now !== 0) store.put({ ...rate, body: { ...rate.body, RateValue: now + 0.5 } });
    }
    office.books.patch('invoice', id, { description: 'After the change' });
    await good(office);
    const after = office.company.read('Invoice', qboId);
    expect(after).toMatchObject({ TxnTaxDetail: tax, TotalAmt: before.TotalAmt });
    expect(String(after.PrivateNote)).toContain('After the change');
    editInQbo(office, 'Invoice', qboId, { PrivateNote: `And back [TPS invoice ${id}]` });
    const { taxes, total } = office.books.invoices.get(id);
    await good(office);
    expect(office.books.invoices.get(id)).toMatchObject({ taxes, total });
    expect(office.books.invoices.get(id).description).toContain('And back');
  });
});
