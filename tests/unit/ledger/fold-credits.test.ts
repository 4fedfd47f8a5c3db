import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../../utils/ledger/cents';
import type { Application, Payment } from '../../../utils/ledger/entities';
import { foldCredits } from '../../../utils/ledger/fold-credits';
import { plainDate } from '../../../utils/ledger/plain-date';

function payment(id: string, change: Partial<Payment> = {}): Payment {
  return {
    kind: 'payment',
    side: 'qbo',
    id,
    version: '0',
    modifiedAt: '2026-03-01T00:00:00.000Z',
    marker: null,
    booking: 'receipt',
    clientId: '5',
    date: plainDate('2026-03-01'),
    bankId: '26',
    methodId: '',
    reference: '',
    memo: '',
    amountCents: cents(0),
    applications: [],
    unappliedCents: cents(0),
    voided: false,
    deposited: false,
    ...change,
  };
}

const entry = (id: string, amount: number, open: number, change: Partial<Payment> = {}) =>
  payment(id, {
    booking: 'journalEntry',
    amountCents: cents(amount),
    unappliedCents: cents(open),
    ...change,
  });
const to = (id: string, amount: number): Application => ({
  to: id.startsWith('J') ? 'other' : 'invoice',
  id,
  amountCents: cents(amount),
});
const mapOf = (payments: readonly Payment[]) => new Map(payments.map((one) => [one.id, one]));
const fold = (payments: readonly Payment[]) => foldCredits(mapOf(payments), () => true);

describe('credits by journal entry', () => {
  it('take over what their payments of 0.00 apply, invoice by invoice', () => {
    const folded = fold([
      payment('112', { version: '3', applications: [to('9', 500), to('J45', -500)] }),
      entry('J45', 10_000, 2_000, { version: '2' }),
      payment('91', {
        version: '4',
        modifiedAt: '2026-03-02T00:00:00.000Z',
        applications: [to('9', 3_000), to('10', 4_500), to('J45', -7_500)],
      }),
    ]);
    expect([...folded.keys()]).toEqual(['J45']);
    expect(folded.get('J45')).toMatchObject({
      version: '2/91:4,112:3',
      modifiedAt: '2026-03-02T00:00:00.000Z',
      applications: [to('9', 3_500), to('10', 4_500)],
      amountCents: 10_000,
      unappliedCents: 2_000,
    });
  });

  const spending = (change: Partial<Payment>) =>
    payment('91', { applications: [to('9', 700), to('J45', -700)], ...change });

  it.each([
    ['money comes with it', spending({ amountCents: cents(1) })],
    ['some of it is not applied', spending({ unappliedCents: cents(1) })],
    [
      'it spends two credits',
      spending({ applications: [to('9', 900), to('J45', -700), to('J46', -200)] }),
    ],
    ['it is another client’s', spending({ clientId: '6' })],
    ['it applies nothing to an invoice', spending({ applications: [to('J45', 0)] })],
    ['its sides do not cancel out', spending({ applications: [to('9', 701), to('J45', -700)] })],
    [
      'it takes from an invoice',
      spending({ applications: [to('9', -700), to('10', 1_400), to('J45', -700)] }),
    ],
    ['its credit is not there', spending({ applications: [to('9', 700), to('J7', -700)] })],
    [
      'its credit is no entry',
      spending({ applications: [to('9', 700), { ...to('92', -700), to: 'other' }] }),
    ],
  ])('stay apart from a payment when %s', (_, stays) => {
    const before = [
      entry('J45', 1_000, 300),
      entry('J46', 1_000, 800),
      payment('92', { amountCents: cents(700) }),
      stays,
    ];
    expect(fold(before)).toEqual(mapOf(before));
  });

  it('are folded only where they count as credits', () => {
    const before = [entry('J45', 1_000, 300), spending({})];
    expect(foldCredits(mapOf(before), ({ bankId }) => bankId === '99')).toEqual(mapOf(before));
  });

  it('leave a payment out that they have already', () => {
    const once = fold([entry('J45', 1_000, 300), spending({})]);
    const again = fold([...once.values(), spending({})]);
    expect(again).toEqual(once);
    const more = fold([...once.values(), spending({ id: '92' })]).get('J45');
    expect(more).toMatchObject({ version: '0/91:0,92:0', applications: [to('9', 1_400)] });
  });

  it('are deposited when one of their payments is', () => {
    const folded = fold([entry('J45', 1_000, 300), spending({ deposited: true })]);
    expect(folded.get('J45')?.deposited).toBe(true);
  });
});

/** Entries with what payments of 0.00, and others, take of them; `mixed` stay apart. */
const books = fc
  .array(
    fc.record({
      entryNo: fc.integer({ min: 1, max: 3 }),
      invoiceNos: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
      part: fc.integer({ min: 1, max: 9_999 }),
      mixed: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((takings) => {
    const payments = takings.map(({ entryNo, invoiceNos, part, mixed }, index) => {
      const paid = invoiceNos.map((no) => to(String(no), part));
      const spent = to(`J${entryNo}`, -part * invoiceNos.length);
      const own = mixed ? 1 : 0;
      return payment(String(90 + index), {
        version: String(index),
        amountCents: cents(own),
        unappliedCents: cents(own),
        applications: [...paid, spent],
      });
    });
    const entries = [1, 2, 3].map((no) => {
      const taken = takings
        .filter(({ entryNo }) => entryNo === no)
        .reduce((sum, { part, invoiceNos }) => sum + part * invoiceNos.length, 0);
      return entry(`J${no}`, 200_000, 200_000 - taken);
    });
    return [...entries, ...payments];
  });

describe('folding', () => {
  it('keeps every cent: applied, taken by others and open make up the entry', () => {
    fc.assert(
      fc.property(books, (before) => {
        const after = [...fold(before).values()];
        for (const credit of after.filter(({ booking }) => booking === 'journalEntry')) {
          const applied = credit.applications.reduce((sum, one) => sum + one.amountCents, 0);
          const taken = after
            .flatMap(({ applications }) => applications)
            .filter(({ id }) => id === credit.id)
            .reduce((sum, one) => sum - one.amountCents, 0);
          expect(applied + taken + credit.unappliedCents).toBe(credit.amountCents);
        }
        const onInvoice = (payments: readonly Payment[], no: string) =>
          payments
            .flatMap(({ applications }) => applications)
            .filter(({ id }) => id === no)
            .reduce((sum, one) => sum + one.amountCents, 0);
        for (const no of ['1', '2', '3', '4']) {
          expect(onInvoice(after, no)).toBe(onInvoice(before, no));
        }
      }),
    );
  });

  it('twice is as good as once, in any order', () => {
    fc.assert(
      fc.property(
        books.chain((before) =>
          fc.tuple(
            fc.constant(before),
            fc.shuffledSubarray(before, { minLength: before.length, maxLength: before.length }),
          ),
        ),
        ([before, shuffled]) => {
          const once = fold(before);
          expect(fold([...once.values()])).toEqual(once);
          expect(fold(shuffled)).toEqual(once);
        },
      ),
    );
  });
});
