import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cents,
  decimalText,
  parseCents,
  percentOf,
  sumCents,
  wireNumber,
} from '../../../utils/ledger/cents';

const amounts = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }).map(cents);

describe('cents', () => {
  it('come back from text and from a JSON number as they were', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseCents(decimalText(amount))).toBe(amount);
        expect(parseCents(JSON.parse(JSON.stringify(wireNumber(amount))))).toBe(amount);
      }),
    );
  });

  it('add up whatever the order', () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 50 }), (list) => {
        expect(sumCents(list)).toBe(sumCents([...list].reverse()));
      }),
    );
  });

  it('round tax half up where floats do not', () => {
    expect(percentOf(cents(14_000), '9.975')).toBe(1397);
    expect((140 * 0.09975).toFixed(2)).toBe('13.96');
    expect(percentOf(cents(-14_000), '9.975')).toBe(-1397);
    expect(percentOf(cents(10), '5')).toBe(1);
  });

  it.each(['1.005', '1,00', '', 'NaN', '1e3', '--1', '0x10'])('refuse %s', (text) => {
    expect(() => parseCents(text)).toThrow(RangeError);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('are never %s', (value) => {
    expect(() => cents(value)).toThrow(RangeError);
  });

  it('know no negative zero', () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
    expect(decimalText(cents(-5))).toBe('-0.05');
  });
});
