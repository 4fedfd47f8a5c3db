/** Which room may import which, who may touch the world, and that none hangs on another in a circle. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { picture } from './picture';
import { LOOKS, MAY_TOUCH, ROOMS, type Room } from './rooms';
import { allSources, type Effect, type Source, sourceOf } from './sources';

const README_LINES = { min: 3, max: 6 };

const sources = allSources();

/** The deepest room that holds a file. */
function roomOf(file: string): Room | undefined {
  return ROOMS.filter(({ at }) => file.startsWith(`${at}/`)).sort(
    (a, b) => b.at.length - a.at.length,
  )[0];
}

/** Every import that its room does not allow, in words. */
function wrongImports({ file, imports }: Source): string[] {
  const room = roomOf(file);
  if (!room) return [`${file} lies in no room`];
  return imports.flatMap(({ to, own, typeOnly }) => {
    if (LOOKS.test(to)) return [];
    if (!own) return room.packages?.includes(to) ? [] : [`${file} imports the package ${to}`];
    const there = roomOf(to)?.at;
    if (there === room.at || (there && room.rooms.includes(there))) return [];
    if (typeOnly && there && room.types?.includes(there)) return [];
    return [`${file} imports ${to}`];
  });
}

function wrongEffects({ file, effects }: Source): string[] {
  const may = (place: string) => (place.endsWith('/') ? file.startsWith(place) : file === place);
  return [...effects].filter((one) => !MAY_TOUCH[one].some(may)).map((one) => `${file}: ${one}`);
}

/** The first circle that is found, as the way round it; null where there is none. */
function circle(to: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (one: string): string[] | null => {
    const again = way.indexOf(one);
    if (again >= 0) return [...way.slice(again), one];
    if (done.has(one)) return null;
    way.push(one);
    for (const next of to.get(one) ?? []) {
      const found = visit(next);
      if (found) return found;
    }
    way.pop();
    done.add(one);
    return null;
  };
  for (const one of to.keys()) {
    const found = visit(one);
    if (found) return found;
  }
  return null;
}

function filesByImport(all: readonly Source[]): Map<string, Set<string>> {
  const own = ({ imports }: Source) => imports.filter((one) => one.own).map(({ to }) => to);
  return new Map(all.map((source) => [source.file, new Set(own(source))]));
}

describe('the house', () => {
  it('imports only what each room may', () => {
    expect(sources.flatMap(wrongImports)).toEqual([]);
  });

  it('touches the world only where it may', () => {
    expect(sources.flatMap(wrongEffects)).toEqual([]);
  });

  it('has no circle of files', () => {
    expect(circle(filesByImport(sources))).toBeNull();
  });

  it('has no circle of rooms', () => {
    const below = ROOMS.map(
      ({ at, rooms, types = [] }) => [at, new Set([...rooms, ...types])] as const,
    );
    expect(circle(new Map(below))).toBeNull();
  });

  it('permits nothing that nobody needs', () => {
    const needed = new Set(
      sources.flatMap(({ file, imports }) =>
        imports.map(({ to, own }) => `${roomOf(file)?.at} > ${own ? roomOf(to)?.at : to}`),
      ),
    );
    // Screens share what they are made of, whether each needs all of it or not.
    const idle = ROOMS.filter(({ at }) => !at.startsWith('components/'))
      .flatMap(({ at, rooms, types = [], packages = [] }) =>
        [...rooms, ...types, ...packages].map((one) => `${at} > ${one}`),
      )
      .filter((one) => !needed.has(one));
    const touched = (effect: Effect, place: string) =>
      sources.some(
        ({ file, effects }) =>
          effects.has(effect) && (place.endsWith('/') ? file.startsWith(place) : file === place),
      );
    const unused = Object.entries(MAY_TOUCH).flatMap(([effect, places]) =>
      places.filter((one) => !touched(effect as Effect, one)).map((one) => `${one}: ${effect}`),
    );
    expect([...idle, ...unused]).toEqual([]);
  });
});

describe('the picture in docs/architecture.md', () => {
  it('is that of the house', () => {
    expect(readFileSync('docs/architecture.md', 'utf8')).toContain(picture(ROOMS));
  });

  it('puts each room above what it imports', () => {
    const rooms = [
      { at: 'utils/low', rooms: [] },
      { at: 'utils/high', rooms: ['utils/low'] },
      { at: 'top', rooms: [], types: ['utils/high'] },
    ];
    expect(picture(rooms)).toBe(' 2  top\n 1  high\n 0  low');
  });
});

describe('a room', () => {
  it.each(ROOMS.filter(({ at }) => at.includes('/')).map(({ at }) => at))(
    '%s says in a few lines what it is for',
    (at) => {
      const file = `${at}/README.md`;
      expect(existsSync(file)).toBe(true);
      const lines = readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '' && !line.startsWith('#'));
      expect(lines.length).toBeGreaterThanOrEqual(README_LINES.min);
      expect(lines.length).toBeLessThanOrEqual(README_LINES.max);
    },
  );
});

describe('what is planted', () => {
  const known = new Set(['utils/store/database.ts', 'utils/qbo/port.ts', 'utils/ledger/cents.ts']);
  const planted = (file: string, text: string) => sourceOf(file, text, known);

  it.each([
    ['utils/sync/plan/x.ts', "import { LedgerDatabase } from '../../store/database';"],
    ['utils/ledger/x.ts', "import Dexie from 'dexie';"],
    ['utils/runner/x.ts', "export * from '../qbo/port';"],
    ['utils/views/x.ts', "import { LedgerDatabase } from '../store/database';"],
    ['components/ui/x.tsx', "const port = await import('../../utils/qbo/port');"],
    ['utils/ledger/x.ts', "type Port = typeof import('../qbo/port');"],
    ['utils/nowhere/x.ts', ''],
  ])('in %s as an import is caught: %s', (file, text) => {
    expect(wrongImports(planted(file, text))).toHaveLength(1);
  });

  it('as a type is caught only where types are not allowed', () => {
    const type = "import type { LedgerDatabase } from '../store/database';";
    expect(wrongImports(planted('utils/views/x.ts', type))).toEqual([]);
    expect(wrongImports(planted('utils/tieout/x.ts', type))).toHaveLength(1);
  });

  it.each<[Effect, string]>([
    ['clock', 'export const at = Date.now();'],
    ['clock', 'export const at = () => new Date();'],
    ['clock', 'const started = performance.now();'],
    ['random', 'const id = "a" + Math.random();'],
    ['random', 'const id = crypto.randomUUID();'],
    ['digest', 'const key = await crypto.subtle.digest("SHA-256", bytes);'],
    ['network', 'export const get = (url: string) => fetch(url);'],
    ['timer', 'setTimeout(() => {}, 5);'],
    ['console', 'console.log(1);'],
    ['process', 'const home = process.env.HOME;'],
    ['dom', 'const isMac = navigator.platform;'],
    ['dom', 'document.title = "x";'],
    ['language', 'names.sort((a, b) => a.localeCompare(b));'],
    ['language', 'const text = amount.toLocaleString();'],
  ])('as an effect (%s) is caught: %s', (effect, text) => {
    const wrong = wrongEffects(planted('utils/sync/plan/x.ts', text));
    expect(wrong).toEqual([`utils/sync/plan/x.ts: ${effect}`]);
  });

  it.each([
    'const day = new Date(text);',
    'const at = deps.now();',
    'names.sort((a, b) => a.localeCompare(b, locale));',
    'for (const document of documents) use(document.title);',
    'const { process } = deps; process(1);',
    'const said = "console.log(1)"; // fetch(url)',
    'interface Page { document: string; fetch(): void }',
  ])('and only looks like an effect is not: %s', (text) => {
    expect([...planted('utils/sync/plan/x.ts', text).effects]).toEqual([]);
  });

  it('as a circle is found with its way', () => {
    const round = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c', 'd'])],
      ['c', new Set(['b'])],
      ['d', new Set<string>()],
    ]);
    expect(circle(round)).toEqual(['b', 'c', 'b']);
    expect(circle(new Map([['a', new Set(['b'])]]))).toBeNull();
  });
});
