import { describe, expect, it } from 'vitest';
import type { HealthGroupId } from '../../../utils/checks/rules';
import { healthReport } from '../../../utils/health/health-report';
import { numberInQbo } from '../../../utils/health/number-in-qbo';
import { cents } from '../../../utils/ledger/cents';
import type { Invoice, InvoiceKind, LedgerRecord } from '../../../utils/ledger/entities';
import { MappingTable } from '../../../utils/ledger/mappings';
import { findingsOf } from '../../../utils/sync/plan/plan';
import { translateInvoice } from '../../../utils/sync/translate/translate-invoice';
import { client, invoice, scene } from '../sync/make';

const name = 'Boulangerie Roy inc.';
const email = 'a@roy.example';
const CLIENTS = [
  client('tps', '1', { name, email }),
  client('qbo', '9', { name, email }),
  client('tps', '2', { name: 'Zeta Conseil', email: 'z@zeta.example' }),
  client('qbo', '8', { name: 'Zeta Conseil', email: 'z@zeta.example' }),
];

function itemsOf(id: HealthGroupId, records: readonly LedgerRecord[]) {
  const books = scene([...CLIENTS, ...records]);
  const group = healthReport(books, findingsOf(books)).find((one) => one.id === id);
  return (group?.items ?? []).map(({ what }) => what.id);
}

const here = (change: Partial<Invoice> = {}) => invoice('tps', '50', { number: 'SD-7', ...change });
const there = (change: Partial<Invoice> = {}) =>
  invoice('qbo', '60', { number: 'sd-7', clientId: '9', ...change });

describe('the same number on both sides', () => {
  it('with the same client and total is the same invoice', () => {
    expect(itemsOf('collisions', [here(), there()])).toEqual([]);
  });

  it('with another total or another client collides, once', () => {
    const other = there({ totalCents: cents(9_999) });
    expect(itemsOf('collisions', [here(), other])).toEqual(['health.item.otherAmount']);
    expect(itemsOf('collisions', [here(), there({ clientId: '8' })])).toEqual([
      'health.item.otherClient',
    ]);
  });

  it('collides when it is voided there, since the number stays used', () => {
    expect(itemsOf('collisions', [here(), there({ voided: true })])).toEqual([
      'health.item.otherAmount',
    ]);
  });

  it('collides with a settled invoice too, whichever side it is on', () => {
    const paid = { balanceCents: cents(0), totalCents: cents(1_234) };
    expect(itemsOf('collisions', [here(), there(paid)])).toHaveLength(1);
    expect(itemsOf('collisions', [here(paid), there()])).toHaveLength(1);
    expect(itemsOf('collisions', [here(paid), there({ balanceCents: cents(0) })])).toEqual([]);
  });

  it('is looked for under the number that QuickBooks would get', () => {
    const charge = here({ invoiceKind: 'financeCharge', number: '12' });
    const other = there({ number: 'FC-12', totalCents: cents(1) });
    expect(itemsOf('collisions', [charge, other])).toEqual(['health.item.otherAmount']);
    expect(itemsOf('collisions', [charge, there({ number: '12' })])).toEqual([]);
  });

  it('of two clients whom nobody has paired may be the same invoice', () => {
    const strangers = [
      client('tps', '3', { name: 'Alpha' }),
      client('qbo', '7', { name: 'Omega Transport' }),
      here({ clientId: '3' }),
      there({ clientId: '7', totalCents: cents(10_000) }),
    ];
    expect(itemsOf('collisions', strangers)).toEqual([]);
  });
});

describe('numbers', () => {
  it('of 21 characters fit, of 22 do not', () => {
    expect(itemsOf('numbers', [here({ number: '1'.repeat(21) })])).toEqual([]);
    expect(itemsOf('numbers', [here({ number: '1'.repeat(22) })])).toEqual([
      'health.item.longNumber',
    ]);
  });

  it('count the prefix that we put before them', () => {
    const charge = { invoiceKind: 'financeCharge' as const };
    expect(itemsOf('numbers', [here({ ...charge, number: '1'.repeat(18) })])).toEqual([]);
    expect(itemsOf('numbers', [here({ ...charge, number: '1'.repeat(19) })])).toHaveLength(1);
  });

  it('that begin like ours are told, unless we wrote them', () => {
    expect(itemsOf('numbers', [here({ number: 'fc-9' })])).toEqual(['health.item.prefix']);
    expect(itemsOf('numbers', [there({ number: 'ADJ-9' })])).toEqual(['health.item.prefix']);
    const ours = there({ number: 'ADJ-9', marker: '[TPS adjustment 9]' });
    expect(itemsOf('numbers', [ours])).toEqual([]);
  });

  const kinds: InvoiceKind[] = [
    'invoice',
    'progress',
    'openingBalance',
    'financeCharge',
    'adjustment',
  ];
  it.each(kinds)('are those that the sync would write (%s)', (invoiceKind) => {
    const source = here({ id: invoiceKind === 'adjustment' ? 'A12' : '50', invoiceKind });
    const books = scene(CLIENTS);
    const translated = translateInvoice(source, {
      mappings: new MappingTable([
        { kind: 'code', from: 'tps', fromId: 'a', toId: 'a' },
        { kind: 'tax', from: 'tps', fromId: '', toId: '' },
        ...(['openingBalance', 'financeCharge', 'adjustmentIncrease'] as const).map((fromId) => ({
          kind: 'special' as const,
          from: 'tps' as const,
          fromId,
          toId: 'a',
        })),
      ]),
      references: { tps: books.now.tps.references, qbo: books.now.qbo.references },
      clientId: '9',
      base: null,
      ownerThere: (id) => id,
      onlinePaymentEmail: null,
    });
    expect(translated).toMatchObject({ draft: { number: numberInQbo(source) } });
  });
});
