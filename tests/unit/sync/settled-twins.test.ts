import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../../utils/ledger/cents';
import type { Invoice, LedgerRecord, Payment } from '../../../utils/ledger/entities';
import { plainDate } from '../../../utils/ledger/plain-date';
import { SIDES, type Side } from '../../../utils/ledger/side';
import { makePlan } from '../../../utils/sync/plan/plan';
import type { Scene } from '../../../utils/sync/scene';
import { client, invoice, linked, payment, scene } from './make';

/** An invoice paid in full by one payment, or by two. */
interface Deal {
  readonly number: string;
  readonly totalCents: number;
  readonly parts: 1 | 2;
}

interface Change {
  readonly invoice?: Partial<Invoice>;
  readonly payment?: Partial<Payment>;
}

/** The deals on one side, whose ids begin with `first`; `change` is made to the first deal. */
function booked(side: Side, first: number, deals: readonly Deal[], change: Change = {}) {
  const records: LedgerRecord[] = [client(side, '1')];
  let id = first;
  for (const [at, { number, totalCents, parts }] of deals.entries()) {
    const invoiceId = String(id++);
    const own = at === 0 ? change : {};
    const paid = { balanceCents: cents(0), totalCents: cents(totalCents) };
    records.push(invoice(side, invoiceId, { number, ...paid, ...own.invoice }));
    for (let part = 0; part < parts; part++) {
      const whole = Math.floor(totalCents / parts);
      const amountCents = cents(part === 0 ? totalCents - whole * (parts - 1) : whole);
      records.push(
        payment(side, String(id++), {
          amountCents,
          unappliedCents: cents(0),
          applications: [{ to: 'invoice', id: invoiceId, amountCents }],
          ...own.payment,
        }),
      );
    }
  }
  return records;
}

function firm(tps: readonly LedgerRecord[], qbo: readonly LedgerRecord[], linkSettled = true) {
  const made = scene([...tps, ...qbo], {
    linkSettled,
    cutoff: { tps: { invoice: '999', payment: '999' }, qbo: { invoice: '999', payment: '999' } },
  });
  made.links.add({
    id: 'client:1:1',
    type: 'client',
    tpsId: '1',
    qboId: '1',
    base: { tps: client('tps', '1'), qbo: client('qbo', '1') },
  });
  return made;
}

const said = (made: Scene) => makePlan(made).intents.map(({ does, type }) => `${does} ${type}`);
const deal: Deal = { number: '1042', totalCents: 10_000, parts: 1 };

describe('documents that are fully paid in both books', () => {
  it('are left out, unless a person wants them linked', () => {
    const books = [booked('tps', 5, [deal]), booked('qbo', 50, [deal])] as const;
    expect(said(firm(...books, false))).toEqual([]);
    expect(said(firm(...books))).toEqual(['link invoice', 'link payment']);
  });

  it('keep their own words: a base is what each side has', () => {
    const qbo = booked('qbo', 50, [deal], { invoice: { memo: 'Thank you' } });
    const [link] = makePlan(firm(booked('tps', 5, [deal]), qbo)).intents;
    expect(link).toMatchObject({ record: { memo: '' }, target: { memo: 'Thank you' } });
  });

  const later = plainDate('2026-03-05');
  it.each<[string, Change]>([
    ['another total', { invoice: { totalCents: cents(9_999) } }],
    ['another number', { invoice: { number: '1043' } }],
    ['another date of the invoice', { invoice: { date: later } }],
    ['another date of the payment', { payment: { date: later } }],
    ['another amount paid', { payment: { amountCents: cents(9_999) } }],
    [
      'something that TPS cannot have on it',
      { payment: { applications: [{ to: 'other', id: '7', amountCents: cents(10_000) }] } },
    ],
    ['another client', { invoice: { clientId: '2' } }],
  ])('are linked as a whole or not at all: %s', (_, change) => {
    const qbo = [...booked('qbo', 50, [deal], change), client('qbo', '2')];
    const links = said(firm(booked('tps', 5, [deal]), qbo)).filter((one) => one.startsWith('link'));
    expect(links).toEqual([]);
  });

  it('are not guessed at where two look the same', () => {
    const twice = [deal, deal];
    expect(said(firm(booked('tps', 5, twice), booked('qbo', 50, twice)))).toEqual([]);
    expect(said(firm(booked('tps', 5, [deal]), booked('qbo', 50, twice)))).toEqual([]);
  });

  it('stay out of the sync with a client that is excluded or blocked', () => {
    const books = firm(booked('tps', 5, [deal]), booked('qbo', 50, [deal]));
    const wishes = new Map([['tps:1', { do: 'exclude', why: 'a friend' } as const]]);
    expect(said({ ...books, wishes })).toEqual([]);
  });

  it('never make the plan write anything, and are at rest once they are linked', () => {
    const deals = fc.uniqueArray(
      fc.record({
        number: fc.integer({ min: 1, max: 40 }).map(String),
        totalCents: fc.integer({ min: 2, max: 50_000 }),
        parts: fc.constantFrom(1 as const, 2 as const),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(deals, deals, (tps, qbo) => {
        const made = firm(booked('tps', 5, tps), booked('qbo', 500, qbo));
        const { intents, holds } = makePlan(made);
        expect(intents.every(({ does, effectCents }) => does === 'link' && effectCents === 0)).toBe(
          true,
        );
        expect(holds).toEqual([]);
        for (const { record, target } of intents) {
          if (!target) throw new Error('no target');
          made.links.add(linked(record, target));
        }
        expect(makePlan({ ...made }).intents).toEqual([]);
        // Each group as a whole: of a linked invoice every payment is linked.
        for (const side of SIDES) {
          for (const one of made.now[side].payments.values()) {
            const on = one.applications.map(
              ({ id }) => made.links.find(side, 'invoice', id) !== null,
            );
            expect(
              on.every((linked) => linked === (made.links.find(side, 'payment', one.id) !== null)),
            ).toBe(true);
          }
        }
      }),
    );
  });
});
