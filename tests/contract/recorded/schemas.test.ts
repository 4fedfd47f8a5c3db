/** Every recorded object parses with the extension's wire schemas, and keeps what we use. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { errorsOf } from '../../../utils/qbo/fault';
import { clientOf } from '../../../utils/qbo/read/client';
import { creditMemoRow, depositEffects, journalEffects } from '../../../utils/qbo/read/foreign';
import { invoiceOf } from '../../../utils/qbo/read/invoice';
import { paymentOf } from '../../../utils/qbo/read/payment';
import { customer } from '../../../utils/qbo/schemas/customer';
import { cdcAnswer, queryAnswer } from '../../../utils/qbo/schemas/envelopes';
import { creditMemo, deposit, journalEntry, purchase } from '../../../utils/qbo/schemas/foreign';
import { invoice } from '../../../utils/qbo/schemas/invoice';
import {
  account,
  companyInfo,
  item,
  method,
  nameHolder,
  preferences,
  taxCode,
  taxRate,
} from '../../../utils/qbo/schemas/lists';
import { payment } from '../../../utils/qbo/schemas/payment';
import { absent, provenance, readSample, samplesOf } from './recordings';

function recordings(folder: string): { name: string; json: unknown }[] {
  return samplesOf(folder).map((name) => ({ name, json: readSample(name) }));
}

/** The objects in a recording: alone, in a list, in an envelope or in a QueryResponse. */
function objects(json: unknown, entity: string): object[] {
  if (Array.isArray(json)) return json.flatMap((one) => objects(one, entity));
  if (typeof json !== 'object' || json === null) return [];
  const query: unknown = Reflect.get(json, 'QueryResponse');
  const inner: unknown = Reflect.get(query ?? json, entity) ?? null;
  if (inner !== null && typeof inner === 'object') return objects(inner, entity);
  return query === undefined && Reflect.get(json, 'time') === undefined ? [json] : [];
}

/** One of fyle's customers is a hand-made stub: an id that is no number, and no DisplayName. */
function isProjection(one: object): boolean {
  return Reflect.get(one, 'Id') === '12sync';
}

function rows<T>(entity: string, schema: z.ZodType<T>): { wire: object; row: T }[] {
  return recordings(entity).flatMap(({ name, json }) =>
    objects(json, entity)
      .filter((one) => Reflect.get(one, 'status') !== 'Deleted')
      .filter((one) => !isProjection(one))
      .map((wire) => {
        const parsed = schema.safeParse(wire);
        if (!parsed.success) throw new Error(`${name}: ${parsed.error.message}`);
        return { wire, row: parsed.data };
      }),
  );
}

/** An amount as the recording has it, in cents. */
function centsIn(wire: object, key: string): number {
  return Math.round(Number(Reflect.get(wire, key)) * 100);
}

/** The folders that the tests below read. */
const PARSED =
  'Account BatchItemResponse CDCResponse CompanyInfo CreditMemo Customer Deposit Employee Fault Invoice Item JournalEntry Payment PaymentMethod Preferences Purchase QueryResponse TaxCode TaxRate Vendor'.split(
    ' ',
  );

describe.skipIf(absent)('recorded QBO objects lose nothing that we use', () => {
  it('customers', () => {
    const found = rows('Customer', customer);
    expect(found.length).toBeGreaterThan(20);
    for (const { wire, row } of found) {
      const client = clientOf(row);
      expect(client.name).toBe(Reflect.get(wire, 'DisplayName'));
      expect(client.balanceCents).toBe(centsIn(wire, 'Balance'));
      expect(client.status).toBe(Reflect.get(wire, 'Active') ? 'active' : 'inactive');
      const parent: unknown = Reflect.get(wire, 'ParentRef');
      expect(client.parentId !== null).toBe(parent !== undefined);
      expect(client.currency ?? 'USD').toBe('USD');
    }
  });

  it('invoices', () => {
    const found = rows('Invoice', invoice);
    expect(found.length).toBeGreaterThan(3);
    for (const { wire, row } of found) {
      const read = invoiceOf(row);
      expect(read.totalCents).toBe(centsIn(wire, 'TotalAmt'));
      expect(read.number).toBe(Reflect.get(wire, 'DocNumber'));
      expect(read.oddity).toBeNull();
      const parts = [...read.lines, ...read.taxes].reduce((sum, one) => sum + one.amountCents, 0);
      expect(parts).toBe(read.totalCents);
    }
    const taxed = found.map(({ row }) => invoiceOf(row)).find(({ id }) => id === '119');
    expect(taxed?.lines.map(({ taxKey }) => taxKey)).toEqual(['TAX:2', 'TAX:2']);
    expect(taxed?.taxes).toEqual([{ ref: '3', amountCents: 2328 }]);
    expect(taxed?.lines.map(({ quantity }) => quantity)).toEqual(['1', '4']);
    const voided = found.map(({ row }) => invoiceOf(row)).filter((one) => one.voided);
    expect(voided).toMatchObject([{ id: '264', memo: '', totalCents: 0 }]);
  });

  it('payments', () => {
    const found = rows('Payment', payment);
    expect(found.length).toBeGreaterThanOrEqual(3);
    for (const { wire, row } of found) {
      const read = paymentOf(row);
      expect(read.amountCents).toBe(centsIn(wire, 'TotalAmt'));
      const applied = read.applications.reduce((sum, one) => sum + one.amountCents, 0);
      expect(applied + read.unappliedCents).toBe(read.amountCents);
    }
    const banked = found.map(({ row }) => paymentOf(row)).find(({ id }) => id === '101');
    expect(banked).toMatchObject({ deposited: true, bankId: '4', methodId: '2' });
    expect(banked?.applications).toEqual([{ to: 'invoice', id: '67', amountCents: 22000 }]);
  });

  it('documents that TPS does not know', () => {
    const [memo] = rows('CreditMemo', creditMemo);
    expect(memo && creditMemoRow(memo.row)).toMatchObject({ openCents: 0, totalCents: 10000 });
    const entries = rows('JournalEntry', journalEntry);
    expect(entries.flatMap(({ row }) => journalEffects(row, new Set(['84'])))).toEqual([]);
    const effects = entries.flatMap(({ row }) => journalEffects(row, new Set(['43'])));
    expect(effects).toMatchObject([{ effectCents: -400000 }]);
    const deposits = rows('Deposit', deposit);
    expect(deposits.flatMap(({ row }) => depositEffects(row, new Set(['84'])))).toEqual([]);
    expect(rows('Purchase', purchase).length).toBe(1);
  });

  it('lists and settings', () => {
    expect(rows('Item', item).length).toBeGreaterThan(5);
    expect(rows('Account', account).length).toBeGreaterThan(5);
    expect(rows('PaymentMethod', method).length).toBeGreaterThan(2);
    expect(rows('TaxCode', taxCode).length).toBeGreaterThan(2);
    expect(rows('TaxRate', taxRate).map(({ row }) => row.RateValue)).toContain(7.1);
    const settings = rows('Preferences', preferences).map(({ row }) => row);
    expect(settings.map((one) => one.AccountingInfoPrefs?.BookCloseDate)).toContain('2018-12-31');
    expect(settings.map((one) => one.SalesFormsPrefs?.CustomTxnNumbers)).toContain(false);
    expect(rows('CompanyInfo', companyInfo)[0]?.row).toMatchObject({ Country: 'US' });
  });

  it('people whose names no customer can take', () => {
    for (const entity of ['Vendor', 'Employee']) {
      const found = rows(entity, nameHolder);
      expect(found.length).toBeGreaterThan(2);
      for (const { wire, row } of found)
        expect(row.DisplayName).toBe(Reflect.get(wire, 'DisplayName'));
    }
  });

  it('leave out only what we never read', () => {
    const unread = 'Bill BillPayment Class Department SalesReceipt Term BatchItemRequest'.split(
      ' ',
    );
    const folders = new Set(provenance().map(({ sample }) => sample.split('/')[0] ?? ''));
    expect([...folders].filter((one) => !unread.includes(one)).toSorted()).toEqual(PARSED);
  });

  it('envelopes and faults', () => {
    for (const { json } of recordings('QueryResponse')) {
      expect(queryAnswer.safeParse(json).success).toBe(true);
    }
    for (const { json } of recordings('CDCResponse')) {
      expect(cdcAnswer.safeParse(json).success).toBe(true);
    }
    for (const { name, json } of recordings('Fault')) {
      const [error] = errorsOf(json);
      expect(error?.code, name).toMatch(/^\d+$/);
      expect(error?.detail, name).not.toBe('');
    }
    const items = recordings('BatchItemResponse').flatMap(({ json }) => {
      const list: unknown = Reflect.get(Object(json), 'BatchItemResponse');
      return Array.isArray(list) ? list : [];
    });
    const codes = items.flatMap((one) => errorsOf(one).map(({ code }) => code));
    expect(codes).toEqual(['610', '5010']);
  });
});
