import { describe, expect, it } from 'vitest';
import type { Books } from '../../../utils/ledger/references';
import type { SystemProbe } from '../../../utils/port/probe';
import { factsOf, SKEW_MS_MAX } from '../../../utils/worker/connection-check';

const BOOKS: Books = {
  id: '1',
  name: 'Cabinet Roy',
  country: 'CA',
  currency: 'CAD',
  closedUntil: null,
  customNumbers: true,
  mayWrite: true,
};
const SETTINGS = { multiCurrency: false, autoApplyCredit: false, autoApplyPayments: false };

function probe(side: 'tps' | 'qbo', change: Partial<SystemProbe> = {}): SystemProbe {
  const settings = side === 'qbo' ? SETTINGS : null;
  return { side, endpoints: [], skewMs: 0, books: BOOKS, settings, ...change };
}

function said(change: { tps?: Partial<SystemProbe>; qbo?: Partial<SystemProbe> } = {}) {
  const facts = factsOf({ tps: probe('tps', change.tps), qbo: probe('qbo', change.qbo) });
  return facts.map(({ tone, what }) => `${tone} ${what.id}`);
}

describe('what the probes say', () => {
  it('is fine for two orderly systems', () => {
    expect(said().every((line) => line.startsWith('ok '))).toBe(true);
    expect(said()).toHaveLength(8);
  });

  it('warns of a clock that is off by more than two minutes, and says which way', () => {
    const atLimit = said({ qbo: { skewMs: SKEW_MS_MAX } });
    expect(atLimit).not.toContain('warn connection.skew');
    const facts = factsOf({ tps: probe('tps', { skewMs: -181_000 }), qbo: probe('qbo') });
    expect(facts.find(({ what }) => what.id === 'connection.skew')).toEqual({
      tone: 'warn',
      what: { id: 'connection.skew', values: { system: 'tps', minutes: 3, way: 'behind' } },
    });
    expect(said({ qbo: { skewMs: SKEW_MS_MAX + 1 } })).toContain('warn connection.skew');
    expect(said({ tps: { skewMs: null } })).toContain('warn connection.noClock');
  });

  it.each([
    ['fail connection.noPermission', { tps: { books: { ...BOOKS, mayWrite: false } } }],
    ['fail connection.noNumbers', { qbo: { books: { ...BOOKS, customNumbers: false } } }],
    ['info connection.closed', { qbo: { books: { ...BOOKS, closedUntil: '2025-12-31' } } }],
    ['fail connection.otherPlaces', { qbo: { books: { ...BOOKS, currency: 'USD' } } }],
    ['warn connection.otherPlaces', { qbo: { books: { ...BOOKS, country: 'US' } } }],
    ['warn connection.manyCurrencies', { qbo: { settings: { ...SETTINGS, multiCurrency: true } } }],
    [
      'warn connection.autoApplyCredit',
      { qbo: { settings: { ...SETTINGS, autoApplyCredit: true } } },
    ],
    [
      'warn connection.autoApplyPayments',
      { qbo: { settings: { ...SETTINGS, autoApplyPayments: true } } },
    ],
  ] as const)('tells %s, and no other', (line, change) => {
    expect(said(change).filter((one) => !one.startsWith('ok '))).toEqual([line]);
  });

  it('says nothing of books that could not be read', () => {
    expect(factsOf({ tps: null, qbo: null })).toEqual([]);
    expect(said({ qbo: { books: null, settings: null } })).not.toContain('ok connection.numbers');
  });
});
