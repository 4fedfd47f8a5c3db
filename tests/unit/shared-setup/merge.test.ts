import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSetups, sameRows } from '../../../utils/shared-setup/merge';
import type { SetupRows } from '../../../utils/shared-setup/rows';

const rows = (of: Record<string, string>): SetupRows => new Map(Object.entries(of));
const A = 'mapping:code:tps:1';
const B = 'mapping:code:tps:2';

describe('two changes to one set-up', () => {
  it('of different rows are both kept', () => {
    const merged = mergeSetups(
      rows({ [A]: '1' }),
      rows({ [A]: '2' }),
      rows({ [A]: '1', [B]: '9' }),
    );
    expect(merged.conflicts).toEqual([]);
    expect(Object.fromEntries(merged.rows)).toEqual({ [A]: '2', [B]: '9' });
  });

  it('of the same row that agree are one change', () => {
    const merged = mergeSetups(rows({ [A]: '1' }), rows({ [A]: '2' }), rows({ [A]: '2' }));
    expect(merged).toEqual({ rows: rows({ [A]: '2' }), conflicts: [] });
  });

  it('of the same row that differ wait for a person', () => {
    const [base, mine, theirs] = [rows({ [A]: '1' }), rows({ [A]: '2' }), rows({ [A]: '3' })];
    const merged = mergeSetups(base, mine, theirs);
    expect(merged.conflicts).toEqual([{ key: A, mine: '2', theirs: '3' }]);
    for (const [take, text] of [
      ['mine', '2'],
      ['theirs', '3'],
    ] as const) {
      const chosen = mergeSetups(base, mine, theirs, new Map([[A, take]]));
      expect(chosen).toEqual({ rows: rows({ [A]: text }), conflicts: [] });
    }
  });

  it('taken out here and changed there is a conflict; taken out on both sides is not', () => {
    expect(mergeSetups(rows({ [A]: '1' }), rows({}), rows({ [A]: '3' })).conflicts).toEqual([
      { key: A, mine: null, theirs: '3' },
    ]);
    expect(mergeSetups(rows({ [A]: '1' }), rows({}), rows({}))).toEqual({
      rows: rows({}),
      conflicts: [],
    });
    const gone = mergeSetups(
      rows({ [A]: '1' }),
      rows({ [A]: '2' }),
      rows({}),
      new Map([[A, 'theirs']]),
    );
    expect(gone.rows.size).toBe(0);
  });

  it('never asks a person where the sync began: the earlier line counts', () => {
    const key = 'cutoff:qbo:invoice';
    const merged = mergeSetups(rows({}), rows({ [key]: '187' }), rows({ [key]: '99' }));
    expect(merged).toEqual({ rows: rows({ [key]: '99' }), conflicts: [] });
    const [early, late] = ['@2026-03-02T15:00:00Z', '@2026-03-03T15:00:00Z'];
    for (const [a, b] of [
      [early, late],
      [early, '99'],
    ] as const) {
      const both = [mergeSetups(rows({}), rows({ [key]: a }), rows({ [key]: b }))];
      both.push(mergeSetups(rows({}), rows({ [key]: b }), rows({ [key]: a })));
      for (const one of both) expect(one).toEqual({ rows: rows({ [key]: early }), conflicts: [] });
    }
  });

  it('that pair one customer with two clients wait for a person', () => {
    const mine = rows({ 'pair:1': '50' });
    const theirs = rows({ 'pair:2': '50' });
    const merged = mergeSetups(rows({}), mine, theirs);
    expect(merged.conflicts).toEqual([{ key: 'pair:1', mine: '50', theirs: null }]);
    const take = (what: 'mine' | 'theirs') =>
      Object.fromEntries(mergeSetups(rows({}), mine, theirs, new Map([['pair:1', what]])).rows);
    expect(take('mine')).toEqual({ 'pair:1': '50' });
    expect(take('theirs')).toEqual({ 'pair:2': '50' });
  });

  const some = fc
    .dictionary(fc.constantFrom(A, B, 'tolerance', 'wish:qbo:1'), fc.constantFrom('1', '2', '3'))
    .map(rows);

  it('come to the same whoever merges, as long as nobody has to choose', () => {
    fc.assert(
      fc.property(some, some, some, (base, mine, theirs) => {
        const here = mergeSetups(base, mine, theirs);
        const there = mergeSetups(base, theirs, mine);
        expect(here.conflicts.length).toBe(there.conflicts.length);
        if (here.conflicts.length === 0) expect(sameRows(here.rows, there.rows)).toBe(true);
      }),
    );
  });

  it('lose nothing: a row that only one of them touched is as that one left it', () => {
    fc.assert(
      fc.property(some, some, some, (base, mine, theirs) => {
        const { rows: merged } = mergeSetups(base, mine, theirs);
        for (const key of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
          if (theirs.get(key) === base.get(key)) expect(merged.get(key)).toBe(mine.get(key));
          else if (mine.get(key) === base.get(key)) expect(merged.get(key)).toBe(theirs.get(key));
        }
      }),
    );
  });
});
