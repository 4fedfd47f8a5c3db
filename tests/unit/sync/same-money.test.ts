import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEvident, referenceKey, type Traits } from '../../../utils/sync/plan/same-money';

const money = (day: number, says: Partial<Record<'reference' | 'text' | 'invoice', string>> = {}) =>
  ({
    day,
    reference: referenceKey(says.reference ?? ''),
    texts: new Set([says.text ?? '']),
    settles: new Set(says.invoice ? [says.invoice] : []),
  }) satisfies Traits;

describe('referenceKey', () => {
  it.each(['88', '0088', 'CHQ 88', 'chq#0088', 'Chèque 88', 'CHK-88', ' 8 8 '])(
    'reads %j as cheque 88',
    (text) => {
      expect(referenceKey(text)).toBe('88');
    },
  );

  it.each(['', 'cash', 'e-transfer', 'CHQ'])('says nothing of %j, which has no digit', (text) => {
    expect(referenceKey(text)).toBe('');
  });

  it('tells other numbers apart', () => {
    expect(referenceKey('CHQ 880')).not.toBe(referenceKey('CHQ 88'));
    expect(referenceKey('A-88')).not.toBe(referenceKey('88'));
    expect(referenceKey('0')).toBe('0');
  });
});

describe('isEvident', () => {
  it('takes an equal reference alone, for 45 days', () => {
    expect(isEvident(money(0, { reference: 'CHQ 88' }), money(45, { reference: '88' }))).toBe(true);
    expect(isEvident(money(0, { reference: '88' }), money(46, { reference: '88' }))).toBe(false);
  });

  it('wants two pieces of anything else', () => {
    const one = money(0, { invoice: '7', text: 'retainer' });
    expect(isEvident(one, money(10))).toBe(false);
    expect(isEvident(one, money(10, { text: 'retainer' }))).toBe(true);
    expect(isEvident(one, money(10, { invoice: '7' }))).toBe(true);
    expect(isEvident(one, money(30, { text: 'retainer' }))).toBe(false);
    expect(isEvident(one, money(30, { invoice: '7', text: 'retainer' }))).toBe(true);
    expect(isEvident(money(0), money(1))).toBe(false);
  });

  it('is the same either way', () => {
    const traits = fc
      .tuple(fc.nat(60), fc.constantFrom('', '1', '2'), fc.constantFrom('', 'a'), fc.nat(2))
      .map(([day, reference, text, invoice]) =>
        money(day, { reference, text, invoice: invoice === 0 ? '' : String(invoice) }),
      );
    fc.assert(fc.property(traits, traits, (a, b) => isEvident(a, b) === isEvident(b, a)));
  });
});
