import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../../utils/ledger/cents';
import { tieOut } from '../../../utils/tieout/tie-out';
import { phrase } from '../../../utils/wording/phrase';
import { client, invoice, payment, scene } from '../sync/make';

const amount = fc.integer({ min: -50_000, max: 50_000 });

describe('the tie-out', () => {
  it('always adds up: named and unexplained are the whole difference', () => {
    fc.assert(
      fc.property(amount, amount, amount, amount, (tps, qbo, tpsReported, qboReported) => {
        const { now, links } = scene([
          client('tps', '1'),
          client('qbo', '2'),
          invoice('tps', '5', { clientId: '1', balanceCents: cents(tps) }),
          payment('qbo', '6', { clientId: '2', unappliedCents: cents(qbo) }),
        ]);
        const result = tieOut({
          now,
          links,
          reported: {
            tps: { totalCents: cents(tpsReported), byClient: new Map([['1', cents(tpsReported)]]) },
            qbo: { totalCents: cents(qboReported), byClient: new Map([['2', cents(qboReported)]]) },
          },
          causeOfDocument: () => null,
          causeOfClient: () => null,
          ownerOf: (_side, id) => id,
        });
        const named = result.named.reduce((sum, { differenceCents }) => sum + differenceCents, 0);
        expect(named + result.unexplainedCents).toBe(tpsReported - qboReported);
        expect(result.unexplainedCents).toBe(tpsReported - qboReported - (tps + qbo));
      }),
    );
  });

  it('is empty when both sides agree', () => {
    const { now, links } = scene([client('tps', '1'), invoice('tps', '5', { clientId: '1' })]);
    links.add({
      id: 'client:1:2',
      type: 'client',
      tpsId: '1',
      qboId: '2',
      base: { tps: client('tps', '1'), qbo: client('qbo', '2') },
    });
    const qbo = scene([client('qbo', '2'), invoice('qbo', '7', { clientId: '2' })]).now.qbo;
    links.add({
      id: 'invoice:5:7',
      type: 'invoice',
      tpsId: '5',
      qboId: '7',
      base: { tps: invoice('tps', '5'), qbo: invoice('qbo', '7') },
    });
    const total = cents(10_000);
    const result = tieOut({
      now: { tps: now.tps, qbo },
      links,
      reported: {
        tps: { totalCents: total, byClient: new Map([['1', total]]) },
        qbo: { totalCents: total, byClient: new Map([['2', total]]) },
      },
      causeOfDocument: () => phrase('cause.differs'),
      causeOfClient: () => null,
      ownerOf: (_side, id) => id,
    });
    expect(result).toMatchObject({
      named: [],
      clients: [],
      unexplainedCents: 0,
      clientsCompared: 1,
    });
  });

  it('shows a balance that no document explains', () => {
    const { now, links } = scene([client('tps', '1')]);
    const result = tieOut({
      now,
      links,
      reported: {
        tps: { totalCents: cents(42), byClient: new Map([['1', cents(42)]]) },
        qbo: { totalCents: cents(0), byClient: new Map() },
      },
      causeOfDocument: () => null,
      causeOfClient: () => null,
      ownerOf: (_side, id) => id,
    });
    expect(result.unexplainedCents).toBe(42);
    expect(result.clients).toMatchObject([{ unexplainedCents: 42 }]);
  });
});
