import { describe, expect, it } from 'vitest';
import { cents } from '../../../utils/ledger/cents';
import type { Payment } from '../../../utils/ledger/entities';
import { type BooksRows, parseBooks } from '../../../utils/qbo/read/books-rows';
import { followUp } from '../../../utils/qbo/read/follow-up';
import { joinPages, starts } from '../../../utils/qbo/read/pages';
import { paymentOf } from '../../../utils/qbo/read/payment';
import type { WirePayment } from '../../../utils/qbo/schemas/payment';

const NONE: Parameters<typeof parseBooks>[0] = {
  Customer: [],
  Invoice: [],
  Payment: [],
  CreditMemo: [],
  JournalEntry: [],
  Deposit: [],
  Purchase: [],
};
const ASKED = {
  side: 'qbo',
  method: 'GET',
  path: 'cdc',
  write: false,
  subject: { type: 'changes', label: '…' },
} as const;

const head = (Id: string, SyncToken = '0') => ({
  Id,
  SyncToken,
  MetaData: { LastUpdatedTime: '2026-03-02T08:00:00-08:00' },
  TxnDate: '2026-03-02',
  CustomerRef: { value: '5' },
});
const payment = (token: string, type = 'Invoice') => ({
  ...head('90', token),
  TotalAmt: 10,
  Line: [{ Amount: 10, LinkedTxn: [{ TxnId: '42', TxnType: type }] }],
});
const invoice = (token: string) => ({
  ...head('42', token),
  TotalAmt: 10,
  Balance: 0,
  Line: [],
});
const rows = (change: Partial<typeof NONE>): BooksRows => parseBooks({ ...NONE, ...change }, ASKED);
const decide = (
  change: Partial<typeof NONE>,
  deleted: { entity: string; id: string }[] = [],
  before: readonly Payment[] | null = [],
) => followUp({ rows: rows(change), deleted, touchesAr: false, creditClientIds: [], before });

/** As it was before the change, settling these invoices. */
const was = (...ids: string[]): Payment => ({
  ...paymentOf(rows({ Payment: [payment('0')] }).payments[0] as WirePayment),
  applications: ids.map((id) => ({ to: 'invoice', id, amountCents: cents(500) })),
});

describe('what changes do not tell', () => {
  it('a new payment: its invoice, unless it is among the changes', () => {
    expect(decide({ Payment: [payment('0')] })).toMatchObject({ full: false, invoiceIds: ['42'] });
    const both = decide({ Payment: [payment('0')], Invoice: [invoice('1')] });
    const none = { invoiceIds: [], paymentIds: [], entryIds: [], paymentCustomerIds: [] };
    expect(both).toEqual({ full: false, ...none });
  });

  it('an invoice that was edited, not paid: the payments of its client', () => {
    expect(decide({ Invoice: [invoice('1')] })).toMatchObject({ paymentCustomerIds: ['5'] });
    expect(decide({ Invoice: [invoice('0')] })).toMatchObject({ paymentCustomerIds: [] });
  });

  it('a payment that spends a journal entry: the entry, and all payments of its client', () => {
    expect(decide({ Payment: [payment('0', 'JournalEntry')] })).toMatchObject({
      full: false,
      invoiceIds: [],
      entryIds: ['42'],
      paymentCustomerIds: ['5'],
    });
  });

  it('a journal entry that is a credit: the payments of its client', () => {
    const changes = {
      ...{ rows: rows({}), deleted: [], touchesAr: false, before: [] },
      creditClientIds: ['8', '8'],
    };
    expect(followUp(changes)).toMatchObject({ full: false, paymentCustomerIds: ['8'] });
    expect(followUp({ ...changes, touchesAr: true }).full).toBe(true);
  });

  it('a payment that was edited: what it settled before, and what it settles now', () => {
    const edited = decide({ Payment: [payment('1')] }, [], [was('7', '8', '42')]);
    expect(edited).toMatchObject({ full: false, invoiceIds: ['42', '7', '8'] });
    const gone = decide({}, [{ entity: 'Payment', id: '90' }], [was('7')]);
    expect(gone).toMatchObject({ full: false, invoiceIds: ['7'] });
    const unknown = decide({ Payment: [payment('1')] }, [], null);
    expect(unknown.full).toBe(true);
    const credit = { to: 'other' as const, id: '9', amountCents: cents(-500) };
    const spent = { ...was(), applications: [credit] };
    expect(decide({ Payment: [payment('1')] }, [], [spent]).full).toBe(true);
  });

  it.each([
    ['an applied credit', { Payment: [payment('0', 'CreditMemo')] }, []],
    ['a deleted deposit', {}, [{ entity: 'Deposit', id: '1' }]],
    ['an edited deposit', { Deposit: [{ ...head('8', '2'), Line: [] }] }, []],
  ])('%s: everything', (_, change, deleted) => {
    expect(decide(change, deleted).full).toBe(true);
  });

  it('more entries than it is worth: everything', () => {
    const links = (count: number) => ({
      Payment: [
        {
          ...payment('0'),
          Line: Array.from({ length: count }, (_, n) => ({
            Amount: 1,
            LinkedTxn: [{ TxnId: String(n), TxnType: 'JournalEntry' }],
          })),
        },
      ],
    });
    expect(decide(links(400)).full).toBe(false);
    expect(decide(links(401)).full).toBe(true);
  });

  it('however many customers: their payments', () => {
    const Customer = Array.from({ length: 250 }, (_, n) => ({
      ...head(String(n)),
      DisplayName: `C${n}`,
    }));
    const found = decide({ Customer }, [{ entity: 'Invoice', id: '1' }]);
    expect(found).toMatchObject({ full: false, paymentCustomerIds: Customer.map(({ Id }) => Id) });
  });
});

describe('pages that overlap', () => {
  const ids = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => ({ Id: String(from + n) }));

  it('start so that each shares rows with the one before', () => {
    expect(starts(0)).toEqual([1]);
    expect(starts(1000)).toEqual([1]);
    expect(starts(1001)).toEqual([1, 981]);
    expect(starts(1980)).toEqual([1, 981]);
    expect(starts(1981)).toEqual([1, 981, 1961]);
  });

  it('are joined without repeats, and refused when a gap may lie between them', () => {
    expect(joinPages([ids(0, 1000), ids(980, 1200)])?.length).toBe(1200);
    expect(joinPages([ids(0, 1000), ids(999, 1200)])?.length).toBe(1200);
    expect(joinPages([ids(0, 1000), ids(1000, 1200)])).toBeNull();
    expect(joinPages([ids(0, 1000), []])).toBeNull();
    expect(joinPages([ids(0, 7)])?.length).toBe(7);
  });
});
