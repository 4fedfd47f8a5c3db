/** What belongs to the past, and what is ours to carry whatever becomes of it. */
import { describe, expect, it } from 'vitest';
import { ZERO } from '../../../utils/ledger/cents';
import { LinkIndex, linkId } from '../../../utils/ledger/link';
import { makePlan } from '../../../utils/sync/plan/plan';
import type { Scene } from '../../../utils/sync/scene';
import { isLater } from '../../../utils/sync/scope';
import { client, invoice, scene } from './make';

const settled = (id: string, modifiedAt = '2026-03-02T15:00:00Z') =>
  invoice('tps', id, { balanceCents: ZERO, modifiedAt });

const counted = { tps: { invoice: '100', payment: '0' }, qbo: { invoice: '0', payment: '0' } };
const from = '@2026-03-01T00:00:00Z';
const uncounted = { tps: { invoice: from, payment: from }, qbo: { invoice: '0', payment: '0' } };

const at = (change: Partial<Scene>) => scene([], change);

describe('a document', () => {
  it('that was there at the first run is remembered, whatever its id', () => {
    const past = new Map([
      ['tps:invoice:7', 'past'],
      ['tps:invoice:900', 'past'],
    ] as const);
    const known = at({ cutoff: counted, past });
    expect(isLater(known, settled('900'))).toBe(false);
    expect(isLater(known, settled('7'))).toBe(false);
    expect(isLater(known, settled('101'))).toBe(true);
    expect(isLater(known, settled('3F2504E0'))).toBe(true);
    // By its number it must have been there, and it was not seen: that is asked about.
    expect(isLater(known, settled('8'))).toBe(false);
  });

  it('is told by its number in a browser that was not there, where the list is counted', () => {
    const joined = at({ cutoff: counted });
    expect(isLater(joined, settled('99'))).toBe(false);
    expect(isLater(joined, settled('101'))).toBe(true);
  });

  it('that was held then is ours to carry', () => {
    expect(isLater(at({ cutoff: counted, owed: new Set(['tps:invoice:5']) }), settled('5'))).toBe(
      true,
    );
  });

  it('is asked about where nobody can know', () => {
    const [tps, qbo] = [client('tps', '1'), client('qbo', '1')];
    const ends = { type: 'client', tpsId: '1', qboId: '1', base: { tps, qbo } } as const;
    const links = new LinkIndex([{ ...ends, id: linkId('client', '1', '1') }]);
    const holds = (doc: ReturnType<typeof settled>, cutoff: Scene['cutoff']) =>
      makePlan(scene([tps, qbo, doc], { cutoff, links })).holds.map(({ what }) => what.id);
    expect(holds(settled('~A3F1', '2026-03-01T00:00:01Z'), uncounted)).toEqual(['hold.before']);
    expect(holds(settled('~A3F1', '2026-02-28T23:59:59Z'), uncounted)).toEqual([]);
    expect(holds(settled('~A3F1'), counted)).toEqual(['hold.before']);
  });
});
