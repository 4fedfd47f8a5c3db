import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentId } from '../../../utils/ledger/document-id';
import { firmTag } from '../../../utils/ledger/firm-tag';
import {
  firmOf,
  isSameMarker,
  markerText,
  parseMarker,
  splitMarker,
  stamped,
  withMarker,
} from '../../../utils/ledger/marker';
import { anyId } from './any-id';

const markers = fc
  .record({
    side: fc.constantFrom('tps' as const, 'qbo' as const),
    type: fc.constantFrom('client', 'invoice', 'payment'),
    list: fc.constantFrom('plain' as const, 'adjustment' as const, 'journal' as const),
    ownId: fc.bigInt({ min: 1n, max: 10n ** 18n }).map(String),
  })
  .map(({ side, type, list, ownId }) => ({
    side,
    type,
    id: documentId(type === 'client' ? 'plain' : list, ownId),
  }));
/** A user's own words; square brackets are theirs to use. */
const memos = fc.string({ maxLength: 200 }).map((text) => text.replaceAll('[', '(').trim());

describe('markers', () => {
  it('survive being written behind any text, and give that text back', () => {
    fc.assert(
      fc.property(memos, markers, (memo, marker) => {
        const stored = withMarker(memo, markerText(marker), 4000);
        const read = splitMarker(stored);
        expect(parseMarker(read.marker, marker.type)).toEqual(marker);
        expect(read.memo).toBe(memo);
      }),
    );
  });

  it('call an adjustment what people call it', () => {
    expect(markerText({ side: 'tps', type: 'payment', id: 'A12' })).toBe('[TPS adjustment 12]');
    expect(markerText({ side: 'qbo', type: 'payment', id: 'J45' })).toBe('[QBO journal 45]');
  });

  it('are left out where a text has no room for them: no text is ever cut', () => {
    const marker = markerText({ side: 'tps', type: 'invoice', id: '118' });
    expect(withMarker('x'.repeat(100 - marker.length - 1), marker, 100)).toHaveLength(100);
    for (const length of [100 - marker.length, 100, 5000]) {
      expect(withMarker('x'.repeat(length), marker, 100)).toBe('x'.repeat(length));
    }
  });

  it.each(['[TPS]', '[QBO invoice x]', '[XYZ invoice 1]', 'invoice 118', null])(
    'are not %s',
    (text) => {
      expect(parseMarker(text, 'invoice')).toBeNull();
    },
  );

  it('name the firm once they are written, take ids of any form, and older ones stay readable', () => {
    fc.assert(
      fc.property(memos, anyId, (memo, own) => {
        const named = { side: 'tps', type: 'invoice', id: documentId('plain', own) } as const;
        const tag = stamped(markerText(named), firmTag('4711'));
        const read = splitMarker(withMarker(memo, tag, 4000));
        expect(parseMarker(read.marker, 'invoice')).toEqual(named);
        expect(firmOf(read.marker)).toBe(firmTag('4711'));
        expect(read.memo).toBe(memo);
      }),
    );
    expect(parseMarker('[TPS invoice 118]', 'invoice')).toMatchObject({ id: '118' });
    expect(firmOf('[TPS invoice 118]')).toBeNull();
    expect(isSameMarker('[TPS invoice 118]', '[TPS#0k3f9a2 invoice 118]')).toBe(true);
    expect(isSameMarker('[TPS#1k3f9a2 invoice 118]', '[TPS#0k3f9a2 invoice 118]')).toBe(false);
    expect(isSameMarker('[TPS#0k3f9a2 invoice 119]', '[TPS#0k3f9a2 invoice 118]')).toBe(false);
  });

  it('are found in one look through a text of any length', () => {
    const looks = [
      ' '.repeat(100_000),
      '[TPS#'.repeat(20_000),
      `${'[TPS#a invoice '.repeat(7_000)}`,
    ];
    for (const text of looks) {
      const startMs = performance.now();
      splitMarker(text);
      // A look back from each blank would take seconds.
      expect(performance.now() - startMs).toBeLessThan(100);
    }
  });
});
