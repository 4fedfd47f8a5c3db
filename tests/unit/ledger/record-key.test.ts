import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentId, isPlaceholder, ownIdOf, splitId } from '../../../utils/ledger/document-id';
import { markerText, parseMarker, stamped } from '../../../utils/ledger/marker';
import {
  bothKey,
  endKey,
  endsOf,
  foreignPrefix,
  intentKey,
  recordKey,
  recordNamed,
  sideKey,
  sideNamed,
  twinsKey,
} from '../../../utils/ledger/record-key';
import { anyId } from './any-id';

const side = fc.constantFrom('tps', 'qbo');
const kind = fc.constantFrom('client', 'invoice', 'payment', 'foreign');
const list = fc.constantFrom('plain', 'adjustment', 'journal', 'cheque', 'expense', 'credit');

describe('keys of ids of any form', () => {
  it('name the record, and no other', () => {
    fc.assert(
      fc.property(side, kind, anyId, (of, what, id) => {
        expect(recordNamed(recordKey(of, what, id))).toEqual({ side: of, kind: what, id });
        expect(sideNamed(sideKey(of, id))).toEqual({ side: of, id });
      }),
    );
    for (const none of ['', 'tps', 'tps:invoice', 'tps:bill:1', 'qb:invoice:1', 'tps:invoice:%']) {
      expect(recordNamed(none)).toBeNull();
    }
  });

  it('of two say which two', () => {
    fc.assert(
      fc.property(anyId, anyId, (one, other) => {
        const keys = [
          recordKey('tps', 'invoice', one),
          recordKey('qbo', 'invoice', other),
        ] as const;
        expect(endsOf(bothKey(...keys))).toEqual(keys);
      }),
    );
  });

  it('are made of what is no whole text, too', () => {
    expect(sideKey('tps', 'Rush \ud83d')).toBe(sideKey('tps', 'Rush \ufffd'));
  });

  it('are as many as there are records', () => {
    fc.assert(
      fc.property(fc.tuple(anyId, anyId), fc.tuple(anyId, anyId), (one, other) => {
        fc.pre(one.join('\u0000') !== other.join('\u0000'));
        expect(twinsKey('invoice', ...one)).not.toBe(twinsKey('invoice', ...other));
        const rows = ([of, customer]: [string, string]) =>
          `${foreignPrefix('p', 'qbo', of)}${encodeURIComponent(customer)}`;
        expect(rows(one)).not.toBe(rows(other));
      }),
    );
  });

  it('are as they always were for ids that are counted', () => {
    expect(recordKey('tps', 'invoice', '118')).toBe('tps:invoice:118');
    expect(twinsKey('invoice', 'A12', '7')).toBe('invoice:A12:7');
    expect(intentKey('create', 'invoice', 'qbo', '118')).toBe('create:invoice:qbo:118');
    expect(endKey('1:2', 'client', '9')).toBe('1:2:client:9');
    expect(documentId('plain', '118')).toBe('118');
  });
});

describe('an id of any form', () => {
  it('is told apart from those of the other lists, and from what stands for an id', () => {
    fc.assert(
      fc.property(list, anyId, (of, own) => {
        const id = documentId(of, own);
        expect(splitId(id)).toEqual({ list: of, ownId: own });
        expect(ownIdOf('invoice', id)).toBe(own);
        expect(isPlaceholder(id)).toBe(false);
      }),
    );
  });

  it('comes back from a tag', () => {
    fc.assert(
      fc.property(side, list, anyId, (of, from, own) => {
        const named = { side: of, type: 'payment', id: documentId(from, own) } as const;
        const tag = stamped(markerText(named), '0k3f9a2');
        expect(parseMarker(tag, 'payment')).toEqual(named);
      }),
    );
    fc.assert(
      fc.property(side, anyId, (of, id) => {
        const named = { side: of, type: 'client', id } as const;
        expect(parseMarker(stamped(markerText(named), '0k3f9a2'), 'client')).toEqual(named);
      }),
    );
  });
});
