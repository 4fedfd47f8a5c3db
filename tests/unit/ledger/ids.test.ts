/** The ids of the two systems: the compiler refuses one where the other is meant. */
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { ClientOn } from '../../../utils/ledger/entities';
import { endsOf, type IdOn, type OwnId, type QboId, type TpsId } from '../../../utils/ledger/ids';
import { type LinkIndex, linkId, linkOf } from '../../../utils/ledger/link';
import { client } from '../sync/make';

describe('ids', () => {
  it('of one system are not taken for those of the other', () => {
    expectTypeOf<TpsId>().not.toExtend<QboId>();
    expectTypeOf<QboId>().not.toExtend<TpsId>();
    expectTypeOf<OwnId>().not.toExtend<TpsId>();
    expectTypeOf<ClientOn<'tps'>>().not.toExtend<ClientOn<'qbo'>>();
    expectTypeOf(linkId).parameters.toEqualTypeOf<
      ['client' | 'invoice' | 'payment', IdOn<'tps'>, IdOn<'qbo'>]
    >();
    expectTypeOf<ReturnType<LinkIndex['twin']>>().not.toExtend<TpsId>();
  });

  it('stand under the name of their system, whichever end is known', () => {
    expect(endsOf('tps', '118', '7')).toEqual({ tpsId: '118', qboId: '7' });
    expect(endsOf('qbo', '7', null)).toEqual({ tpsId: null, qboId: '7' });
  });

  it('of a link are those of its twins; a twin on the wrong side is refused', () => {
    const [tps, qbo] = [client('tps', '118'), client('qbo', '7')];
    expect(linkOf({ type: 'client', base: { tps, qbo } })).toMatchObject({
      id: 'client:118:7',
      tpsId: '118',
      qboId: '7',
    });
    expect(() => linkOf({ type: 'client', base: { tps: qbo, qbo: tps } })).toThrow('wrong side');
  });
});
