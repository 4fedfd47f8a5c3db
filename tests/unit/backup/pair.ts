import type { PairRow } from '../../../utils/store/rows';

export function pairRow(change: Partial<PairRow> = {}): PairRow {
  return {
    id: '4711:9341452000000001',
    firm: { id: '4711', name: 'Cabinet Roy' },
    company: { realm: '9341452000000001', name: 'Cabinet Roy & Associés' },
    country: 'CA',
    currency: 'CAD',
    confirmedAt: '2026-03-01T12:00:00.000Z',
    stepsDone: ['connect'],
    ready: false,
    cutoff: null,
    owed: [],
    watermarks: { tps: null, qbo: null },
    books: { tps: null, qbo: null },
    references: { tps: null, qbo: null },
    arCents: { tps: 0, qbo: 0 },
    lastTieOut: null,
    ...change,
  };
}
