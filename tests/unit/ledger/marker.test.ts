import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markerText, parseMarker, splitMarker, withMarker } from '../../../utils/ledger/marker';

const markers = fc.record({
  side: fc.constantFrom('tps' as const, 'qbo' as const),
  type: fc.constantFrom('client', 'invoice', 'payment', 'adjustment'),
  id: fc.bigInt({ min: 1n, max: 10n ** 18n }).map(String),
});
/** A user's own words; square brackets are theirs to use. */
const memos = fc.string({ maxLength: 200 }).map((text) => text.replaceAll('[', '(').trim());

describe('markers', () => {
  it('survive being written behind any text, and give that text back', () => {
    fc.assert(
      fc.property(memos, markers, (memo, marker) => {
        const stored = withMarker(memo, markerText(marker), 4000);
        const read = splitMarker(stored);
        expect(parseMarker(read.marker)).toEqual(marker);
        expect(read.memo).toBe(memo);
      }),
    );
  });

  it('are never cut, however long the text', () => {
    const marker = markerText({ side: 'tps', type: 'invoice', id: '118' });
    const stored = withMarker('x'.repeat(5000), marker, 100);
    expect(stored.length).toBeLessThanOrEqual(100);
    expect(stored.endsWith(' [TPS invoice 118]')).toBe(true);
  });

  it.each(['[TPS]', '[QBO invoice x]', '[XYZ invoice 1]', 'invoice 118', null])(
    'are not %s',
    (text) => {
      expect(parseMarker(text)).toBeNull();
    },
  );
});
