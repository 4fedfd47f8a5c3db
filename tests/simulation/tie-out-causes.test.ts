/** Every difference is named by what it comes from. */
import { describe, expect, it } from 'vitest';
import { removedFrom } from '../../components/tieout/removed-from';
import { accountOf, carried, good, outstanding, prepared } from './firm-day';

describe('an entry that failed, and that a person removed from the sync', () => {
  it('has their reason in the tie-out, and adds to the total of what was removed', async () => {
    const office = await prepared();
    const { model, lines } = outstanding(office);
    const bill = {
      clientId: model.clientId,
      code: '0',
      number: '90031',
      date: '2026-03-02',
      lines,
    };
    const { total } = office.books.invoices.create(bill);
    office.sites.qbo.mishap({
      when: ({ method, url }) => method === 'POST' && /\/invoice\?/.test(url),
      instead: () =>
        Response.json(
          {
            Fault: {
              Error: [{ Message: 'No', Detail: 'No', code: '6000' }],
              type: 'ValidationFault',
            },
          },
          { status: 400 },
        ),
    });
    const failed = await office.sync();
    expect(failed.counts.failed).toBe(1);
    const entry = await office.db.entries.filter(({ status }) => status === 'failed').first();
    await office.ask['entry.ignore']({ entryId: entry?.id ?? '', reason: 'Paid in cash' });
    const run = await office.sync();
    expect(run.tieOut?.named.map(({ cause }) => cause)).toMatchObject([
      { id: 'hold.ignored', values: { why: 'Paid in cash' } },
    ]);
    const removedCents = Math.round(Number(total) * 100);
    expect(run.tieOut && removedFrom(run.tieOut)).toEqual({ count: 1, removedCents });
  });
});

describe('a payment in a bank deposit that is voided in TPS', () => {
  it('is why its invoice differs, by name', async () => {
    const office = await prepared();
    const { qboId: invoiceId } = await carried(office);
    const qboId = String(office.company.payOnline(invoiceId, 5_000).Id);
    await good(office);
    const link = (await office.db.links.toArray()).find(
      (one) => one.type === 'payment' && one.qboId === qboId,
    );
    office.company.create('Deposit', {
      DepositToAccountRef: { value: accountOf(office, 'Bank') },
      Line: [{ Amount: 50, LinkedTxn: [{ TxnId: qboId, TxnType: 'Payment', TxnLineId: '0' }] }],
    });
    office.books.payments.void(Number(link?.tpsId));
    const run = await office.sync();
    expect(run.tieOut).toMatchObject({ unexplainedCents: 0, clientsUnexplainedCents: 0 });
    expect(
      run.tieOut?.named.map(({ cause, differenceCents }) => [cause.id, differenceCents]),
    ).toEqual([['conflict.deposited', 5_000]]);
  });
});
