import { describe, expect, it } from 'vitest';
import { customer, faultOf, handle, invoice, pay, rows, start, text } from './fixture';

describe('invoices, once made,', () => {
  it('are voided as recorded', () => {
    const { company, qbo } = start();
    qbo.switches.removeLinked = 'unlink';
    const amy = customer(company, 'Amy');
    const made = invoice(company, amy, 100, { DocNumber: '1041', PrivateNote: '[TPS 0-1041]' });
    const paid = pay(company, amy, 60, [['Invoice', text(made, 'Id'), 60]]);
    const voided = company.void('Invoice', handle(company.read('Invoice', text(made, 'Id'))));
    expect(voided).toMatchObject({
      Id: text(made, 'Id'),
      SyncToken: '2',
      DocNumber: '1041',
      TotalAmt: 0,
      Balance: 0,
      LinkedTxn: [],
      TxnTaxDetail: { TotalTax: 0 },
    });
    expect(text(voided, 'PrivateNote')).toMatch(/^Voided/);
    expect(text(voided, 'PrivateNote')).toContain('[TPS 0-1041]');
    expect(company.read('Payment', text(paid, 'Id')).UnappliedAmt).toBe(60);
    expect(company.void('Invoice', handle(voided))).toEqual(voided);
  });

  it('are deleted, and then 610', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const made = invoice(company, amy, 100);
    expect(company.remove('Invoice', handle(made))).toEqual({
      domain: 'QBO',
      status: 'Deleted',
      Id: text(made, 'Id'),
    });
    expect(faultOf(() => company.read('Invoice', text(made, 'Id')))).toMatchObject({
      code: '610',
      element: '',
    });
    expect(rows(company, 'select * from Invoice')).toHaveLength(0);
  });

  it('that are linked may refuse deletion, by switch', () => {
    const { company, qbo } = start();
    const amy = customer(company, 'Amy');
    const made = invoice(company, amy, 100);
    pay(company, amy, 100, [['Invoice', text(made, 'Id'), 100]]);
    qbo.switches.removeLinked = 'refuse';
    const read = () => company.read('Invoice', text(made, 'Id'));
    const before = read();
    expect(faultOf(() => company.remove('Invoice', handle(before))).code).toBe('6000');
    expect(read()).toEqual(before);
  });

  it('fail with 5010 and the name of who came first', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const made = invoice(company, amy, 1);
    const edit = { ...handle(made), sparse: true, PrivateNote: 'x' };
    company.update('Invoice', edit, { user: 'Leo Nikkilä' });
    expect(faultOf(() => company.update('Invoice', edit))).toMatchObject({
      code: '5010',
      message: 'Stale Object Error',
      detail:
        'Stale Object Error : You and Leo Nikkilä were working on this at the same time. Leo Nikkilä finished before you did, so your work was not saved.',
    });
  });

  it('of a closed period cannot be made, moved there, changed or removed (6210)', () => {
    const { company } = start();
    const amy = customer(company, 'Amy');
    const old = invoice(company, amy, 1, { TxnDate: '2025-12-31' });
    company.update('Preferences', {
      ...handle(company.read('Preferences', '1')),
      sparse: true,
      AccountingInfoPrefs: { BookCloseDate: '2025-12-31' },
    });
    const fresh = invoice(company, amy, 1, { TxnDate: '2026-01-01' });
    const attempts = [
      () => invoice(company, amy, 1, { TxnDate: '2025-12-31' }),
      () => company.update('Invoice', { ...handle(fresh), sparse: true, TxnDate: '2025-12-31' }),
      () => company.update('Invoice', { ...handle(old), sparse: true, TxnDate: '2026-02-01' }),
      () => company.remove('Invoice', handle(old)),
      () => company.void('Invoice', handle(old)),
    ];
    for (const attempt of attempts) {
      expect(faultOf(attempt)).toMatchObject({
        code: '6210',
        detail: expect.stringContaining('through through'),
      });
    }
  });
});
