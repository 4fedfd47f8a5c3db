/** The account of adjustment decreases, and charges that somebody edits in QuickBooks. */
import { describe, expect, it } from 'vitest';
import { editInQbo, good, outstanding, prepared, qboIdOf } from './firm-day';
import type { Office } from './office';

describe('the account of adjustment decreases', () => {
  const choose = (office: Office, toId: string | null) =>
    office.ask['setup.saveMappings']({
      choices: [{ kind: 'special', from: 'tps', fromId: 'adjustmentDecrease', toId }],
    });
  const accountOf = async (office: Office, name: string) => {
    const { targets } = await office.ask['setup.get']({ reload: false });
    return targets.account.qbo.find((account) => account.name === name)?.id ?? null;
  };

  it('can be changed later, and what was booked before can still be edited', async () => {
    const office = await prepared();
    await choose(office, await accountOf(office, 'Write-off clearing'));
    const [open] = office.books.invoices.all().filter(({ status }) => status === 'outstanding');
    if (!open) throw new Error('nothing open');
    const made = office.books.adjustments.create({
      clientId: open.clientId,
      direction: 'decrease',
      date: '2026-03-02',
      description: 'Goodwill',
      amount: '10.00',
    });
    await good(office);
    await choose(office, await accountOf(office, 'Bad debt expense'));
    const link = (await office.db.links.toArray()).find(({ tpsId }) => tpsId === `A${made.id}`);
    if (!link) throw new Error('no twin');
    const { SyncToken } = office.company.read('Payment', link.qboId);
    const PrivateNote = `Edited [TPS adjustment ${made.id}]`;
    office.company.update('Payment', {
      Id: link.qboId,
      SyncToken: SyncToken ?? '0',
      sparse: true,
      PrivateNote,
    });
    await good(office);
    expect(office.books.adjustments.get(made.id).description).toContain('Edited');
  });

  it('that money comes into is a bank: no receipt becomes a write-off', async () => {
    const office = await prepared();
    const { mappings } = await office.ask['setup.get']({ reload: false });
    const bank = mappings.find(({ kind, from }) => kind === 'bank' && from === 'tps')?.chosenId;
    await choose(office, bank ?? null);
    const link = (await office.db.links.toArray()).find(({ type }) => type === 'client');
    office.company.create('Payment', {
      CustomerRef: { value: link?.qboId ?? '' },
      TotalAmt: 40,
      TxnDate: '2026-03-02',
      DepositToAccountRef: { value: bank ?? '' },
    });
    const before = office.books.adjustments.all().length;
    await office.sync();
    expect(office.books.adjustments.all()).toHaveLength(before);
    expect(office.books.payments.all().map(({ amount }) => amount)).toContain('40.00');
  });
});

describe('an adjustment or a charge', () => {
  it('tax on an adjustment increase is never taken off without a word', async () => {
    const office = await prepared();
    const { model } = outstanding(office);
    const made = office.books.adjustments.create({
      clientId: model.clientId,
      direction: 'increase',
      date: '2026-03-02',
      description: 'Courier',
      amount: '60.00',
    });
    await good(office);
    const qboId = await qboIdOf(office, 'invoice', `A${made.id}`);
    const there = office.company.read('Invoice', qboId);
    const taxed = JSON.parse(JSON.stringify(there.Line)).filter(
      (l: { DetailType: string }) => l.DetailType === 'SalesItemLineDetail',
    );
    const code = office.company.query('select * from TaxCode where Active = true').TaxCode;
    const taxable = JSON.parse(JSON.stringify(code)).find((c: { Name: string }) =>
      /HST ON|GST.*QST/.test(c.Name),
    );
    taxed[0].SalesItemLineDetail.TaxCodeRef = { value: taxable.Id };
    editInQbo(office, 'Invoice', qboId, { Line: taxed, GlobalTaxCalculation: 'TaxExcluded' });
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id)).toEqual(['translate.increaseTaxed']);
    expect(office.books.adjustments.get(made.id).amount).toBe('60.00');
  });

  it('a journal entry of ours that somebody splits does not take the write-off with it', async () => {
    const office = await prepared();
    const { model } = outstanding(office);
    const made = office.books.adjustments.create({
      clientId: model.clientId,
      direction: 'decrease',
      date: '2026-03-02',
      description: 'Goodwill',
      amount: '30.00',
    });
    await good(office);
    const id = (await qboIdOf(office, 'payment', `A${made.id}`)).slice(1);
    const entry = office.company.read('JournalEntry', id);
    const [debit, credit] = JSON.parse(JSON.stringify(entry.Line));
    const part = (Amount: number) => ({ ...debit, Id: undefined, Amount });
    office.company.update('JournalEntry', {
      ...entry,
      Line: JSON.parse(JSON.stringify([part(10), part(20), credit])),
    });
    const run = await office.sync();
    expect(run.holds).not.toEqual([]);
    expect(office.books.adjustments.all().map((one) => one.id)).toContain(made.id);
  });

  it('a finance charge that both books have already is one', async () => {
    const office = await prepared();
    const { model, lines } = outstanding(office);
    const [line] = lines;
    if (!line) throw new Error('no line');
    const plain = {
      ...line,
      quantity: '1',
      rate: '25.00',
      amount: '25.00',
      tax1: false,
      tax2: false,
      tax3: false,
    };
    const bill = {
      clientId: model.clientId,
      code: '0',
      number: '55001',
      date: '2026-03-02',
      kind: 'financeCharge',
      lines: [plain],
    };
    office.books.invoices.create(bill);
    const customer = await qboIdOf(office, 'client', String(model.clientId));
    const { mappings } = await office.ask['setup.get']({ reload: false });
    const chosen = (kind: string, fromId: string) =>
      mappings.find((row) => row.kind === kind && row.from === 'tps' && row.fromId === fromId)
        ?.chosenId ?? '';
    office.company.create('Invoice', {
      CustomerRef: { value: customer },
      DocNumber: 'FC-55001',
      TxnDate: '2026-03-02',
      GlobalTaxCalculation: 'TaxExcluded',
      Line: [
        {
          Amount: 25,
          DetailType: 'SalesItemLineDetail',
          SalesItemLineDetail: {
            ItemRef: { value: chosen('special', 'financeCharge') },
            TaxCodeRef: { value: chosen('tax', '') },
          },
        },
      ],
    });
    const before = office.books.ledger().arTotalCents;
    await good(office);
    expect(office.books.ledger().arTotalCents).toBe(before);
  });
});
