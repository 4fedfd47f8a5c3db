import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../utils/ledger/plain-date';

describe('plain dates', () => {
  it.each(['2026-02-28', '2024-02-29', '1999-12-31'])('take %s', (text) => {
    expect(plainDate(text)).toBe(text);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-01-01T00:00:00Z'])(
    'refuse %s',
    (text) => {
      expect(() => plainDate(text)).toThrow(RangeError);
    },
  );
});
