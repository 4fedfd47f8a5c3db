import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../../utils/ledger/cents';
import { plainDate } from '../../../utils/ledger/plain-date';
import { type TieOutInput, tieOut } from '../../../utils/tieout/tie-out';
import { phrase } from '../../../utils/wording/phrase';
import { client, invoice, payment, scene } from '../sync/make';

const TODAY = plainDate('2026-12-31');
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
          today: TODAY,
          reported: {
            tps: { totalCents: cents(tpsReported), byClient: new Map([['1', cents(tpsReported)]]) },
            qbo: { totalCents: cents(qboReported), byClient: new Map([['2', cents(qboReported)]]) },
          },
          causeOfDocument: () => null,
          causeOfClient: () => null,
          causeOfRest: () => null,
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
      today: TODAY,
      reported: {
        tps: { totalCents: total, byClient: new Map([['1', total]]) },
        qbo: { totalCents: total, byClient: new Map([['2', total]]) },
      },
      causeOfDocument: () => phrase('cause.differs'),
      causeOfClient: () => null,
      causeOfRest: () => null,
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
      today: TODAY,
      reported: {
        tps: { totalCents: cents(42), byClient: new Map([['1', cents(42)]]) },
        qbo: { totalCents: cents(0), byClient: new Map() },
      },
      causeOfDocument: () => null,
      causeOfClient: () => null,
      causeOfRest: () => null,
      ownerOf: (_side, id) => id,
    });
    expect(result.unexplainedCents).toBe(42);
    expect(result.clients).toMatchObject([{ unexplainedCents: 42 }]);
  });
});

describe('documents that cancel each other out', () => {
  /** One client whose invoices 5 and 6 are linked, open as given on each side. */
  function twoInvoices(
    open: { tps: readonly [number, number]; qbo: readonly [number, number] },
    causes: Pick<TieOutInput, 'causeOfDocument' | 'causeOfClient' | 'causeOfRest'>,
  ) {
    const records = (['tps', 'qbo'] as const).flatMap((side) => [
      client(side, '1'),
      ...open[side].map((balance, at) =>
        invoice(side, String(5 + at), { clientId: '1', balanceCents: cents(balance) }),
      ),
    ]);
    const { now, links } = scene(records);
    const link = (type: 'client' | 'invoice', id: string) =>
      links.add({
        id: `${type}:${id}:${id}`,
        type,
        tpsId: id,
        qboId: id,
        base: { tps: client('tps', id), qbo: client('qbo', id) },
      });
    link('client', '1');
    link('invoice', '5');
    link('invoice', '6');
    const report = (side: 'tps' | 'qbo') => {
      const totalCents = cents(open[side][0] + open[side][1]);
      return { totalCents, byClient: new Map([['1', totalCents]]) };
    };
    return tieOut({
      now,
      links,
      today: TODAY,
      reported: { tps: report('tps'), qbo: report('qbo') },
      ownerOf: (_side, id) => id,
      ...causes,
    });
  }
  const unknown = {
    causeOfDocument: () => null,
    causeOfClient: () => null,
    causeOfRest: () => null,
  };

  it('are named one by one, with what is open of each', () => {
    const result = twoInvoices({ tps: [10_000, 7_000], qbo: [9_000, 8_000] }, unknown);
    expect(result.unexplainedCents).toBe(0);
    expect(result.named).toEqual([]);
    expect(result.offsets).toMatchObject([
      { name: 'Client 1', number: '5', tpsCents: 10_000, qboCents: 9_000, differenceCents: 1_000 },
      { name: 'Client 1', number: '6', tpsCents: 7_000, qboCents: 8_000, differenceCents: -1_000 },
    ]);
  });

  it('are named when the client differs by something else as well', () => {
    const result = twoInvoices({ tps: [10_000, 7_000], qbo: [9_000, 7_400] }, unknown);
    expect(result.named).toMatchObject([
      { differenceCents: 600, clients: [{ name: 'Client 1', differenceCents: 600 }] },
    ]);
    // 600 of the first is told by the total; what is left of it cancels the second out.
    expect(result.offsets.map(({ number, differenceCents }) => [number, differenceCents])).toEqual([
      ['6', -400],
      ['5', 400],
    ]);
  });

  it('leave a document whole to the total where that is its difference', () => {
    const result = twoInvoices({ tps: [10_000, 7_000], qbo: [9_000, 7_000] }, unknown);
    expect(result.named).toMatchObject([{ differenceCents: 1_000 }]);
    expect(result.offsets).toEqual([]);
  });

  it('show two causes that come to nothing together', () => {
    const result = twoInvoices(
      { tps: [10_000, 7_000], qbo: [9_000, 8_000] },
      {
        ...unknown,
        causeOfDocument: (_side, _kind, id) =>
          phrase(id === '5' ? 'cause.changedSince' : 'cause.undone'),
      },
    );
    expect(result.named).toEqual([]);
    expect(result.offsets).toMatchObject([
      { cause: { id: 'cause.changedSince' }, differenceCents: 1_000 },
      { cause: { id: 'cause.undone' }, differenceCents: -1_000 },
    ]);
  });

  it('are left to the client’s own cause where the whole client is not synced', () => {
    const result = twoInvoices(
      { tps: [10_000, 7_000], qbo: [9_000, 8_000] },
      { ...unknown, causeOfClient: () => phrase('cause.excluded', { why: 'ours' }) },
    );
    expect(result.offsets).toEqual([]);
    expect(result.clients).toEqual([]);
  });

  it('are none where every document agrees, whatever the amounts', () => {
    fc.assert(
      fc.property(amount, amount, (first, second) => {
        const open = [first, second] as const;
        expect(twoInvoices({ tps: open, qbo: open }, unknown).offsets).toEqual([]);
      }),
    );
  });

  it('never leave a difference unsaid: what the causes hide, the documents add up to', () => {
    fc.assert(
      fc.property(fc.tuple(amount, amount), fc.tuple(amount, amount), (tps, qbo) => {
        const { named, offsets } = twoInvoices({ tps, qbo }, unknown);
        const sum = (all: readonly { differenceCents: number }[]) =>
          all.reduce((total, { differenceCents }) => total + differenceCents, 0);
        expect(sum(offsets)).toBe(0);
        expect(sum(named)).toBe(tps[0] + tps[1] - qbo[0] - qbo[1]);
        const differences = [tps[0] - qbo[0], tps[1] - qbo[1]];
        expect(offsets.length > 0).toBe(
          differences.some((one) => one > 0) && differences.some((one) => one < 0),
        );
      }),
    );
  });
});
