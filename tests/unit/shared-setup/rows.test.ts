import { describe, expect, it } from 'vitest';
import { decodeRow, encodeRow, type SetupRow } from '../../../utils/shared-setup/rows';

const ROWS: readonly SetupRow[] = [
  { of: 'mapping', kind: 'tax', from: 'tps', fromId: '1+2', toId: '9' },
  { of: 'mapping', kind: 'code', from: 'qbo', fromId: 'a:b', toId: '' },
  { of: 'pair', tpsId: '1011', qboId: '58' },
  { of: 'wish', side: 'qbo', clientId: '58', wish: { do: 'rollUp' } },
  { of: 'wish', side: 'tps', clientId: '7', wish: { do: 'create', as: 'Roy (C)' } },
  {
    of: 'wish',
    side: 'tps',
    clientId: '8',
    wish: { do: 'exclude', why: 'Litige, « en cour »', before: { do: 'create' } },
  },
  { of: 'ignore', recordKey: 'tps:invoice:118', reason: 'paid in cash', at: 'x', effectCents: -5 },
  { of: 'apart', type: 'invoice', tpsId: 'A:1', qboId: 'x|y z' },
  { of: 'policy', field: 'address', policy: 'qbo' },
  { of: 'tolerance', cents: 2 },
  { of: 'settled' },
  { of: 'cutoff', side: 'tps', list: 'adjustment', id: '42' },
  { of: 'cutoff', side: 'tps', list: 'invoice', id: '@2026-03-02T15:00:00.000Z' },
  { of: 'owed', recordKey: 'qbo:payment:9' },
];

describe('a row of the set-up', () => {
  for (const row of ROWS) {
    const [key, text] = encodeRow(row);
    it(`${key} is read as it was written`, () => expect(decodeRow(key, text)).toEqual(row));
  }

  for (const [key, text] of [
    ['mapping:colour:tps:1', '2'],
    ['mapping:code:here:1', '2'],
    ['wish:tps:1', '{"do":"delete everything"}'],
    ['wish:tps:1', 'no JSON'],
    ['pair:', '1'],
    ['tolerance', '-1'],
    ['policy:invoice', 'both'],
    ['apart:client:1:2', ''],
    ['apart:invoice:1', ''],
    ['cutoff:qbo:', '1'],
    ['something', 'else'],
  ] as const) {
    it(`${key} = ${text} is refused`, () => expect(() => decodeRow(key, text)).toThrow());
  }
});
