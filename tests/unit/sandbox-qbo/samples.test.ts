import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadSamples } from '../../sandbox/qbo/samples';
import { rows, start } from './fixture';

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

/** Writes files named `Entity/source--n.json`. */
function folder(files: Readonly<Record<string, unknown>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'qbo-samples-'));
  made.push(dir);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(dir, path.split('/')[0] ?? ''), { recursive: true });
    writeFileSync(join(dir, path), JSON.stringify(content));
  }
  return dir;
}

const customer = (Id: string, name: string, more: object = {}) => ({
  Id,
  SyncToken: '3',
  DisplayName: name,
  FullyQualifiedName: name,
  Active: true,
  Balance: 639,
  BillAddr: { Id: '2', Line1: '4581 Finch St.', Lat: 'INVALID', Long: 'INVALID' },
  MetaData: {
    CreateTime: '2015-10-01T16:48:43-07:00',
    LastUpdatedTime: '2020-09-29T05:58:07-07:00',
  },
  ...more,
});
const invoice = (Id: string, customerRef: object, more: object = {}) => ({
  Id,
  SyncToken: '0',
  DocNumber: `10${Id}`,
  TxnDate: '2020-09-29',
  TotalAmt: 108,
  Balance: 108,
  CustomerRef: customerRef,
  Line: [
    {
      Id: '1',
      Amount: 100,
      DetailType: 'SalesItemLineDetail',
      SalesItemLineDetail: {
        ItemRef: { value: '5', name: 'Rock Fountain' },
        TaxCodeRef: { value: 'TAX' },
      },
    },
    { Amount: 100, DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} },
  ],
  TxnTaxDetail: { TotalTax: 8 },
  ...more,
});

describe('recorded samples', () => {
  it('replace the company, keep what was recorded, and let balances follow', () => {
    const { company } = start('US');
    const dir = folder({
      'Customer/one--1.json': {
        QueryResponse: { Customer: [customer('1', "Amy's"), customer('7', 'Jane Doe')] },
      },
      'Customer/two--1.json': [
        customer('1', "Amy's"),
        customer('7', 'Test Project', {
          FullyQualifiedName: "Amy's:Test Project",
          Job: true,
          ParentRef: { value: '1' },
        }),
        customer('x9', 'Odd id', { Active: false }),
      ],
      'Invoice/two--1.json': [
        invoice('12', { value: '7', name: "Amy's:Test Project" }),
        invoice('13', { value: '26', name: 'Travis Waldron' }),
      ],
      'Invoice/two--2.json': { Invoice: { status: 'Deleted', Id: '12' } },
      'Payment/two--1.json': {
        Payment: {
          Id: '98',
          CustomerRef: { value: '26', name: 'Travis Waldron' },
          TotalAmt: 81,
          DepositToAccountRef: { value: '4' },
          Line: [
            { Amount: 50, LinkedTxn: [{ TxnId: '13', TxnType: 'Invoice' }] },
            { Amount: 31, LinkedTxn: [{ TxnId: '42', TxnType: 'Invoice' }] },
          ],
        },
      },
    });
    const report = loadSamples(company, dir);
    expect(report).toMatchObject({
      counts: { Customer: 4, Invoice: 2, Payment: 1 },
      lostLinks: ['Payment 98 on Invoice 42'],
      totalsDiffer: [],
    });
    expect(report.placeholders).toContain('Customer 26 Travis Waldron');
    expect(report.placeholders).toContain('Item 5 Rock Fountain');
    const amy = company.read('Customer', '1');
    expect(amy).toMatchObject({ SyncToken: '3', Balance: 0, BalanceWithJobs: 108 });
    expect(JSON.stringify(amy)).not.toContain('INVALID');
    const [project] = rows(company, "select * from Customer where DisplayName = 'Test Project'");
    expect(Number(project?.Id)).toBeGreaterThan(7);
    expect(company.read('Invoice', '12')).toMatchObject({
      TotalAmt: 108,
      Balance: 108,
      CustomerRef: { value: project?.Id },
    });
    expect(company.read('Invoice', '13').Balance).toBe(58);
    expect(company.read('Payment', '98').UnappliedAmt).toBe(31);
    const ledger = company.ledger();
    expect(ledger.arTotalCents).toBe(ledger.arControlCents);
    expect(ledger.customers.filter((one) => !one.active)).toHaveLength(1);
    company.payOnline('12');
  });
});
