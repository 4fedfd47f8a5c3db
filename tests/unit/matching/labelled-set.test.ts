/** The goals of the matching on labelled sets, smaller than those of `npm run bench:matching`. */
import { describe, expect, it } from 'vitest';
import { measure, precision, recall, strongRecall, together } from '../../bench/matching/measure';
import { DIFFICULTIES, labelledClients } from '../../sandbox/firm/labelled';

describe('the labelled set', () => {
  const set = labelledClients({ seed: 7, clients: 900 });

  it('is the same for the same seed, and another for another', () => {
    expect(labelledClients({ seed: 7, clients: 900 })).toEqual(set);
    expect(labelledClients({ seed: 8, clients: 900 }).tps).not.toEqual(set.tps);
  });

  it('has twins that exist, one each', () => {
    const [tps, qbo] = [set.tps, set.qbo].map((side) => new Set(side.map(({ id }) => id)));
    expect([tps?.size, qbo?.size]).toEqual([set.tps.length, set.qbo.length]);
    expect(new Set(set.twins.values()).size).toBe(set.twins.size);
    for (const [tpsId, qboId] of set.twins) {
      expect([tps?.has(tpsId), qbo?.has(qboId)]).toEqual([true, true]);
    }
  });

  it('leaves clients without a twin on both sides', () => {
    expect(set.tps.length - set.twins.size).toBeGreaterThan(set.tps.length * 0.08);
    expect(set.qbo.length - set.twins.size).toBeGreaterThan(set.qbo.length * 0.05);
  });

  it('has no name twice in QuickBooks, as QuickBooks takes none', () => {
    const names = set.qbo.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  it('has every difficulty', () => {
    const there = new Set([...set.difficulties.values()].flat());
    expect(DIFFICULTIES.filter((one) => !there.has(one))).toEqual([]);
  });
});

describe('on three labelled sets', () => {
  const measures = [41, 42, 43].map((seed) => measure(labelledClients({ seed, clients: 700 })));
  const all = together(measures);

  it('at least 99.5 % of the pairs accepted unseen are right', () => {
    expect(all.strong).toBeGreaterThan(1_000);
    expect(precision(all)).toBeGreaterThanOrEqual(0.995);
  });

  it('at least 90 % of the true pairs are found, most of them for sure', () => {
    for (const one of measures) expect(recall(one)).toBeGreaterThanOrEqual(0.9);
    expect(strongRecall(all)).toBeGreaterThanOrEqual(0.8);
  });
});
