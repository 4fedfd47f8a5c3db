/** From a credit memo or a journal entry to the adjustment that equals it, or the one reason why not. */

import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../utils/checks/finding';
import { cents } from '../../../utils/ledger/cents';
import type { Foreign, LedgerRecord, Payment } from '../../../utils/ledger/entities';
import { LinkIndex } from '../../../utils/ledger/link';
import { MappingTable } from '../../../utils/ledger/mappings';
import { plainDate } from '../../../utils/ledger/plain-date';
import type { Side } from '../../../utils/ledger/side';
import { planConversion } from '../../../utils/sync/convert/convert';
import type { Scene } from '../../../utils/sync/scene';
import { shownVerbOf } from '../../../utils/sync/shown-type';
import { phrase } from '../../../utils/wording/phrase';
import { client, invoice, payment, scene } from './make';

const MEMO = { foreignType: 'creditMemo', id: '73', title: 'Credit memo' } as const;
const ENTRY = { foreignType: 'journalEntry', id: '80', title: 'Journal entry' } as const;

/** Of 45.99, not applied. */
function foreign(change: Partial<Foreign> = {}): Foreign {
  return {
    kind: 'foreign',
    side: 'qbo',
    id: '73',
    version: '2',
    modifiedAt: '2026-03-02T15:00:00Z',
    marker: null,
    foreignType: 'creditMemo',
    number: '1026',
    date: plainDate('2026-03-02'),
    clientId: '1',
    openCents: cents(-4_599),
    totalCents: cents(4_599),
    taxCents: cents(0),
    memo: 'Goodwill',
    ...change,
  };
}

function entry(openCents: number, change: Partial<Foreign> = {}): Foreign {
  const own = { id: '80', foreignType: 'journalEntry', number: '', memo: '' } as const;
  return foreign({ ...own, openCents: cents(openCents), totalCents: cents(6_000), ...change });
}

/** A payment of 0.00 that applies so much of the credit memo to QBO invoice 5. */
function part(amountCents: number, change: Partial<Payment> = {}): Payment {
  return payment('qbo', '91', {
    amountCents: cents(0),
    unappliedCents: cents(0),
    date: plainDate('2026-03-02'),
    applications: [
      { to: 'invoice', id: '5', amountCents: cents(amountCents) },
      { to: 'other', id: '73', amountCents: cents(-amountCents) },
    ],
    ...change,
  });
}

const PAIR = [client('tps', '1'), client('qbo', '1', { name: 'Roy inc.' })];
const INVOICES = [invoice('tps', '4', { number: '17' }), invoice('qbo', '5', { number: '17' })];

const LINKS = new LinkIndex([
  { id: 'c', type: 'client', tpsId: '1', qboId: '1', base: baseOf(PAIR[0], PAIR[1]) },
  { id: 'i', type: 'invoice', tpsId: '4', qboId: '5', base: baseOf(INVOICES[0], INVOICES[1]) },
]);

function baseOf<T>(tps: T | undefined, qbo: T | undefined) {
  if (!tps || !qbo) throw new Error('two ends');
  return { tps, qbo };
}

const MAPPED = new MappingTable([
  { kind: 'special', from: 'tps', fromId: 'adjustmentDecrease', toId: 'w' },
  { kind: 'special', from: 'tps', fromId: 'adjustmentIncrease', toId: 'a' },
]);

function books(records: readonly LedgerRecord[], change: Partial<Scene> = {}): Scene {
  return scene([...PAIR, ...INVOICES, ...records], { links: LINKS, mappings: MAPPED, ...change });
}

function planned(records: readonly LedgerRecord[], wish: typeof MEMO | typeof ENTRY = MEMO) {
  const conversion = planConversion(books(records), wish, []);
  if ('refused' in conversion) throw new Error(conversion.refused.id);
  return conversion.intents;
}

function refused(
  records: readonly LedgerRecord[],
  {
    wish = MEMO,
    change = {},
    findings = [],
  }: {
    wish?: typeof MEMO | typeof ENTRY;
    change?: Partial<Scene>;
    findings?: Finding[];
  } = {},
) {
  const conversion = planConversion(books(records, change), wish, findings);
  return 'refused' in conversion ? conversion.refused : 'not refused';
}

function closedUntil(side: Side, date: string): Partial<Scene> {
  const { now } = books([foreign()]);
  const books_ = { ...now[side].books, closedUntil: plainDate(date) };
  return { now: { ...now, [side]: { ...now[side], books: books_ } } };
}

describe('a conversion', () => {
  it('creates the adjustment, then takes the original off its invoices, then removes it', () => {
    const intents = planned([foreign({ openCents: cents(-2_099) }), part(2_500)]);
    expect(
      intents.map((one) => ({
        key: one.key,
        verb: shownVerbOf(one),
        to: one.to,
        needs: one.needs,
      })),
    ).toEqual([
      { key: 'convert:create:C73', verb: 'create', to: 'tps', needs: [] },
      { key: 'convert:part:91', verb: 'delete', to: 'qbo', needs: ['convert:create:C73'] },
      {
        key: 'convert:remove:C73',
        verb: 'delete',
        to: 'qbo',
        needs: ['convert:create:C73', 'convert:part:91'],
      },
    ]);
    expect(intents.map(({ linkId }) => linkId)).toEqual([null, null, null]);
    expect(intents.map(({ effectCents }) => effectCents)).toEqual([-4_599, 0, 4_599]);
    expect(intents[0]?.draft).toEqual({
      kind: 'payment',
      booking: 'adjustment',
      clientId: '1',
      date: '2026-03-02',
      bankId: '',
      methodId: '',
      reference: '',
      memo: 'Credit memo 1026: Goodwill',
      amountCents: 4_599,
      applications: [{ to: 'invoice', id: '4', amountCents: 2_500 }],
      marker: '[QBO credit 73]',
    });
  });

  it('takes the whole amount and says what of it is tax', () => {
    const [created] = planned([foreign({ taxCents: cents(599) })]);
    expect(created?.amountCents).toBe(4_599);
    expect(created?.why).toEqual(
      phrase('convert.whyWithTax', { type: 'creditMemo', number: '1026', taxCents: 599 }),
    );
    expect(planned([foreign()])[0]?.why.id).toBe('convert.why');
  });

  it('makes an increase of an entry in debit, and a decrease of one in credit', () => {
    const [raised, removed] = planned([entry(6_000)], ENTRY);
    expect(raised?.draft).toMatchObject({
      kind: 'invoice',
      invoiceKind: 'adjustment',
      memo: 'Journal entry 80',
      totalCents: 6_000,
      marker: '[QBO credit 80]',
    });
    expect([raised?.effectCents, removed?.effectCents]).toEqual([6_000, -6_000]);
    const [lowered] = planned([entry(-6_000)], ENTRY);
    expect(lowered?.draft).toMatchObject({ kind: 'payment', amountCents: 6_000 });
  });

  it('knows an entry that is wholly applied by what took it', () => {
    const applications = [
      { to: 'invoice', id: '5', amountCents: cents(6_000) },
      { to: 'other', id: 'J80', amountCents: cents(-6_000) },
    ] as const;
    const [lowered] = planned([entry(0), part(0, { applications })], ENTRY);
    expect(lowered?.draft).toMatchObject({
      kind: 'payment',
      amountCents: 6_000,
      applications: [{ id: '4' }],
    });
  });

  it('goes on where an earlier one was cut off after the adjustment', () => {
    const made = { id: 'A12', booking: 'adjustment', marker: '[QBO credit 73]' } as const;
    const like = { amountCents: cents(4_599), date: plainDate('2026-03-02') };
    const there = payment('tps', 'A12', { ...made, ...like });
    expect(planned([foreign(), there]).map(({ key }) => key)).toEqual(['convert:remove:C73']);
    const refusal = phrase('convert.otherAdjustment', {
      type: 'creditMemo',
      number: '1026',
      adjustment: 'ADJ-12',
    });
    const other = { ...there, amountCents: cents(100) };
    expect(refused([foreign(), other])).toEqual(refusal);
    expect(refused([foreign(), { ...there, voided: true }])).toEqual(refusal);
    expect(refused([foreign(), there, { ...there, id: 'A13' }])).toEqual(refusal);
  });
});

describe('a conversion is refused', () => {
  const about = { type: 'creditMemo', number: '1026' };

  it('when there is nothing to convert', () => {
    expect(refused([])).toEqual(phrase('convert.gone', { type: 'creditMemo', number: '73' }));
    // A journal entry of the same number is another document.
    expect(refused([entry(-6_000, { id: '73' })])).toMatchObject({ id: 'convert.gone' });
  });

  it('when the document touches several customers', () => {
    const rows = [entry(6_000), entry(-6_000, { clientId: '2' })];
    expect(refused(rows, { wish: ENTRY })).toEqual(
      phrase('convert.severalCustomers', { type: 'journalEntry', number: '80' }),
    );
  });

  it('when the customer is unpaired, excluded, inactive, or deleted in TPS', () => {
    expect(refused([foreign()], { change: { links: new LinkIndex([]) } })).toEqual(
      phrase('convert.unpaired', { ...about, client: 'Roy inc.' }),
    );
    const wishes = new Map([['qbo:1', { do: 'exclude', why: 'legal' } as const]]);
    expect(refused([foreign()], { change: { wishes } })).toMatchObject({ id: 'hold.excluded' });
    expect(refused([foreign(), client('qbo', '1', { status: 'inactive' })])).toMatchObject({
      id: 'hold.inactive',
    });
    expect(refused([foreign(), client('tps', '1', { status: 'deleted' })])).toMatchObject({
      id: 'hold.deletedInTps',
    });
  });

  it('when the whole company waits', () => {
    const what = phrase('check.customNumbers');
    const block: Finding = {
      rule: 'customNumbers',
      severity: 'block',
      client: null,
      what,
      cause: what,
      amountCents: null,
      subject: null,
    };
    expect(refused([foreign()], { findings: [block] })).toEqual(what);
  });

  it('when an invoice that it settles has no twin, or no room for it in TPS', () => {
    const partly = [foreign({ openCents: cents(-2_099) }), part(2_500)];
    const [onlyClient] = LINKS.all;
    const links = new LinkIndex(onlyClient ? [onlyClient] : []);
    const values = { ...about, invoice: '17', amountCents: 2_500 };
    expect(refused(partly, { change: { links } })).toEqual(
      phrase('convert.invoiceUnpaired', values),
    );
    const voided = invoice('tps', '4', { voided: true });
    expect(refused([...partly, voided])).toEqual(phrase('convert.invoiceUnpaired', values));
    const paid = invoice('tps', '4', { balanceCents: cents(2_499) });
    expect(refused([...partly, paid])).toEqual(
      phrase('convert.noRoom', { ...values, openCents: 2_499 }),
    );
  });

  it('when other money, another credit or a refund hangs on it', () => {
    const partly = foreign({ openCents: cents(-2_099) });
    const [toInvoice, ofMemo] = part(2_500).applications;
    if (!toInvoice || !ofMemo) throw new Error('two applications');
    const mixed: Partial<Payment>[] = [
      { amountCents: cents(100), unappliedCents: cents(100) },
      { amountCents: cents(100) },
      { clientId: '2' },
      { applications: [toInvoice, ofMemo, { ...ofMemo, id: '74', amountCents: cents(-10) }] },
      { applications: [{ ...toInvoice, to: 'other', id: '99' }, ofMemo] },
    ];
    for (const change of mixed) {
      expect(refused([partly, part(2_500, change)])).toMatchObject({ id: 'convert.mixedPayment' });
    }
    expect(refused([partly])).toEqual(
      phrase('convert.usedElsewhere', { ...about, totalCents: 4_599 }),
    );
  });

  it('when an entry in debit is paid already', () => {
    const applications = [{ to: 'other', id: 'J80', amountCents: cents(1_000) }] as const;
    const paid = payment('qbo', '92', { amountCents: cents(1_000), applications });
    expect(refused([entry(5_000), paid], { wish: ENTRY })).toEqual(
      phrase('convert.paid', {
        type: 'journalEntry',
        number: '80',
        amountCents: 1_000,
        docDate: '2026-03-01',
      }),
    );
  });

  it.each<Side>(['qbo', 'tps'])('when its period is closed in %s', (system) => {
    const values = { ...about, docDate: '2026-03-02', closedDate: '2026-03-02', system };
    expect(refused([foreign()], { change: closedUntil(system, '2026-03-02') })).toEqual(
      phrase('convert.closed', values),
    );
    expect(refused([foreign()], { change: closedUntil(system, '2026-03-01') })).toBe('not refused');
  });

  it.each([
    ['adjustmentDecrease', foreign(), MEMO],
    ['adjustmentIncrease', entry(6_000), ENTRY],
  ] as const)('when the %s has no place in QuickBooks', (special, record, wish) => {
    const without = { mappings: new MappingTable([]) };
    const amountCents = record.totalCents;
    expect(refused([record], { wish, change: without })).toEqual(
      phrase('translate.specialUnmapped', { special, amountCents }),
    );
    const gone = [{ kind: 'special', from: 'tps', fromId: special, toId: 'gone' } as const];
    expect(refused([record], { wish, change: { mappings: new MappingTable(gone) } })).toMatchObject(
      {
        id: 'translate.specialUnmapped',
      },
    );
  });
});
