import { expect } from 'vitest';
import { manualClock } from '../../sandbox/clock';
import {
  createQboStandIn,
  type JsonObject,
  type QboCompany,
  QboFault,
  type QboStandIn,
} from '../../sandbox/qbo';
import { isArray, isObject } from '../../sandbox/qbo/json';

export const REALM = '9130000000000001';
export const OTHER_REALM = '9130000000000002';

export interface Fixture {
  readonly qbo: QboStandIn;
  readonly company: QboCompany;
  readonly clock: ReturnType<typeof manualClock>;
}

/** A fresh stand-in, at 10:00 Pacific on 2026-03-02 unless told otherwise. */
export function start(country: 'CA' | 'US' = 'CA', at = '2026-03-02T18:00:00Z'): Fixture {
  const clock = manualClock(new Date(at));
  const companies = [
    { realm: REALM, name: 'Firm CPA inc.' },
    { realm: OTHER_REALM, name: 'Other Inc.' },
  ];
  const qbo = createQboStandIn({ clock, seed: 7, country, companies });
  return { qbo, company: qbo.company(REALM), clock };
}

/** The rows of a query. */
export function rows(company: QboCompany, text: string): readonly JsonObject[] {
  const list = Object.values(company.query(text)).find(isArray) ?? [];
  return list.filter(isObject);
}

export function idOf(company: QboCompany, entity: string, name: string): string {
  const quoted = name.replace(/'/g, "\\'");
  return text(rows(company, `select * from ${entity} where Name = '${quoted}'`)[0], 'Id');
}

export function text(from: JsonObject | undefined, key: string): string {
  return String(from?.[key] ?? '');
}

/** The fault that `act` throws; fails when it throws none. */
export function faultOf(act: () => unknown): QboFault {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(QboFault);
    if (error instanceof QboFault) return error;
  }
  throw new Error('no fault was thrown');
}

export function customer(company: QboCompany, name: string, more: JsonObject = {}): string {
  return text(company.create('Customer', { DisplayName: name, ...more }), 'Id');
}

export interface LineSpec {
  readonly amount: number;
  readonly taxCode?: string;
  readonly item?: string;
}

export function line(company: QboCompany, spec: LineSpec): JsonObject {
  const fallback = company.country === 'US' ? 'NON' : idOf(company, 'TaxCode', 'Exempt');
  return {
    Amount: spec.amount,
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: {
      ItemRef: { value: spec.item ?? '3' },
      TaxCodeRef: { value: spec.taxCode ?? fallback },
    },
  };
}

export function invoice(
  company: QboCompany,
  customerId: string,
  amount: number,
  more: JsonObject = {},
): JsonObject {
  return company.create('Invoice', {
    CustomerRef: { value: customerId },
    Line: [line(company, { amount })],
    ...more,
  });
}

export function pay(
  company: QboCompany,
  customerId: string,
  total: number,
  applied: readonly (readonly [string, string, number])[],
  more: JsonObject = {},
): JsonObject {
  return company.create('Payment', {
    CustomerRef: { value: customerId },
    TotalAmt: total,
    Line: applied.map(([type, id, amount]) => ({
      Amount: amount,
      LinkedTxn: [{ TxnId: id, TxnType: type }],
    })),
    ...more,
  });
}

/** Id and SyncToken, as deletes and voids want them. */
export const handle = (from: JsonObject): JsonObject => ({
  Id: text(from, 'Id'),
  SyncToken: text(from, 'SyncToken'),
});

export function journal(
  company: QboCompany,
  lines: readonly (readonly ['Debit' | 'Credit', string, number, string?])[],
): JsonObject {
  return company.create('JournalEntry', {
    Line: lines.map(([side, account, amount, customerId]) => ({
      Amount: amount,
      DetailType: 'JournalEntryLineDetail',
      JournalEntryLineDetail: {
        PostingType: side,
        AccountRef: { value: idOf(company, 'Account', account) },
        ...(customerId === undefined
          ? {}
          : { Entity: { Type: 'Customer', EntityRef: { value: customerId } } }),
      },
    })),
  });
}
