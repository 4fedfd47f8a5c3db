import { describe, expect, it } from 'vitest';
import { added, countsOf, newsBetween } from '../../../utils/shared-setup/news';
import type { SetupNews } from '../../../utils/store/rows';

const rows = (entries: Record<string, string>) => new Map(Object.entries(entries));

describe('what others changed in the set-up', () => {
  it('are the rows that came, went or say something else; the line to the past is none', () => {
    const before = rows({ 'mapping:code:tps:1': 'a', 'pair:tps:7': 'x', 'cutoff:all': '1' });
    const after = rows({ 'mapping:code:tps:1': 'b', 'wish:tps:9': '{"kind":"exclude"}' });
    expect(newsBetween(before, after, 'Anna')).toEqual({
      by: 'Anna',
      changes: [
        { key: 'mapping:code:tps:1', one: 'a', other: 'b' },
        { key: 'pair:tps:7', one: 'x', other: null },
        { key: 'wish:tps:9', one: null, other: '{"kind":"exclude"}' },
      ],
    });
    expect(newsBetween(before, before, 'Anna')).toBeNull();
  });

  it('add up while nobody has looked: from what it was to what it is', () => {
    const first: SetupNews = { by: 'Anna', changes: [{ key: 'pair:1', one: 'a', other: 'b' }] };
    const then: SetupNews = { by: 'Ben', changes: [{ key: 'pair:1', one: 'b', other: 'c' }] };
    expect(added(first, then)).toEqual({
      by: 'Ben',
      changes: [{ key: 'pair:1', one: 'a', other: 'c' }],
    });
  });

  it('are none any more once everything is as it was', () => {
    const there: SetupNews = { by: 'Anna', changes: [{ key: 'pair:1', one: 'a', other: 'b' }] };
    const back: SetupNews = { by: 'Anna', changes: [{ key: 'pair:1', one: 'b', other: 'a' }] };
    expect(added(there, back)).toBeNull();
  });

  it('that an earlier version stored as counts alone make room for those that say what', () => {
    const old = { mappings: 2, clients: 0, excluded: 0, documents: 0, by: 'Anna' };
    const news: SetupNews = { by: 'Ben', changes: [{ key: 'pair:1', one: 'a', other: 'b' }] };
    expect(added(old as unknown as SetupNews, news)).toEqual(news);
  });

  it('are counted by what they are about', () => {
    const keys = ['mapping:code:tps:1', 'pair:tps:7', 'ignore:tps:3', 'policy:invoice'];
    const changes = keys.map((key) => ({ key, one: 'a', other: 'b' }));
    changes.push({ key: 'wish:tps:9', one: 'a', other: '{"kind":"exclude"}' });
    expect(countsOf({ by: 'Anna', changes })).toEqual({
      mappings: 1,
      clients: 2,
      excluded: 1,
      documents: 1,
      rules: 1,
    });
  });
});
