/** Checks that no other test names: what each finds, and its neighbour in which it finds nothing. */
import { describe, expect, it } from 'vitest';
import { cents, ZERO } from '../../../utils/ledger/cents';
import { LinkIndex, linkId } from '../../../utils/ledger/link';
import { makePlan } from '../../../utils/sync/plan/plan';
import type { Scene } from '../../../utils/sync/scene';
import { client, scene } from '../sync/make';

const rulesOf = (of: Scene) => makePlan(of).findings.map(({ rule }) => rule);

describe('currencyOfBooks', () => {
  const inBooks = (currency: string) => {
    const { now, ...rest } = scene([]);
    const qbo = { ...now.qbo, books: { ...now.qbo.books, currency } };
    return { ...rest, now: { ...now, qbo } };
  };

  it('stops everything where firm and company keep their books in two currencies', () => {
    expect(makePlan(inBooks('USD')).findings).toMatchObject([
      { rule: 'currencyOfBooks', severity: 'block', client: null },
    ]);
    expect(rulesOf(inBooks('CAD'))).toEqual([]);
  });
});

describe('deletedClient', () => {
  const pair = (status: 'deleted' | 'active', balanceCents: number) => {
    const tps = client('tps', '1', { status });
    const qbo = client('qbo', '7', { balanceCents: cents(balanceCents) });
    const base = { tps: { ...tps, status: 'active' as const }, qbo };
    const ends = { type: 'client', tpsId: '1', qboId: '7', base } as const;
    return scene([tps, qbo], {
      links: new LinkIndex([{ ...ends, id: linkId('client', '1', '7') }]),
    });
  };

  it('tells of a client that is gone in TPS while QuickBooks says it owes', () => {
    expect(makePlan(pair('deleted', 5_000)).findings).toMatchObject([
      { rule: 'deletedClient', client: { tpsId: '1', qboId: '7' }, amountCents: 5_000 },
    ]);
    expect(rulesOf(pair('deleted', ZERO))).toEqual([]);
    expect(rulesOf(pair('active', 5_000))).toEqual([]);
  });
});
