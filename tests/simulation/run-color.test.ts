/** Green, amber and grey: what a run left open, and whether that is news. */
import { describe, expect, it } from 'vitest';
import { carried, prepared } from './firm-day';

describe('an invoice that is voided in TPS while its client pays it online', () => {
  it('holds its payment with it: nothing fails, and the run is amber once, grey from then on', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    office.books.invoices.void(id);
    office.company.payOnline(qboId, 5_000);
    const run = await office.sync();
    expect(run.counts).toMatchObject({ planned: 0, failed: 0 });
    expect(run.holds.map(({ what }) => what.id).sort()).toEqual([
      'conflict.paidOfGone',
      'conflict.paidThere',
    ]);
    expect(run.status).toBe('warning');
    expect((await office.sync()).status).toBe('waiting');
    const { needs } = await office.ask['app.get']({});
    expect(needs.filter(({ kind }) => kind === 'conflict')).toHaveLength(2);
  });
});

describe('a credit memo that blocks its client', () => {
  it('makes the run amber that meets it, and those after it grey until it is gone', async () => {
    const office = await prepared();
    const { qboId } = await carried(office);
    const { CustomerRef, Line } = office.company.read('Invoice', qboId);
    const [line] = Array.isArray(Line) ? Line : [];
    const { Id: _, LineNum: __, ...own } = line ?? {};
    const { Id, SyncToken } = office.company.create('CreditMemo', {
      CustomerRef: CustomerRef ?? null,
      TxnDate: '2026-03-01',
      GlobalTaxCalculation: 'TaxExcluded',
      Line: [own],
    });
    expect((await office.sync()).status).toBe('warning');
    expect((await office.sync()).status).toBe('waiting');
    office.company.remove('CreditMemo', { Id: Id ?? '', SyncToken: SyncToken ?? '0' });
    expect((await office.sync()).status).toBe('success');
  });
});
