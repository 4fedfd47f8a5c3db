import { beforeEach, describe, expect, it } from 'vitest';
import { NOTE_LENGTH_MAX, type SharedNotes } from '../../../utils/port/shared-notes';
import { PARTS_MAX, packRows, unpackRows } from '../../../utils/shared-setup/pack';
import type { SetupRows } from '../../../utils/shared-setup/rows';
import { readSetup, writeSetup } from '../../../utils/shared-setup/stored-setup';
import { type Clock, MemoryNotes, portError } from '../runner/memory-notes';

let clock: Clock;
let notes: MemoryNotes;
let docs = 0;

beforeEach(() => {
  clock = { ms: Date.parse('2026-03-02T15:00:00Z') };
  notes = new MemoryNotes(clock);
});

/** Texts that do not shrink much, so that they take several parts. */
function setup(count: number, mark = ''): SetupRows {
  return new Map(
    Array.from({ length: count }, (_, i) => [
      `mapping:code:tps:${i}`,
      `${mark}${Math.imul(i + 1, 2654435761) >>> 0}`,
    ]),
  );
}

async function write(rows: SetupRows, shared: SharedNotes = notes) {
  const over = await readSetup(shared, '4711');
  const generation = over.state === 'whole' ? over.head.generation + 1 : 1;
  const doc = `doc-${++docs}`;
  return writeSetup(shared, '4711', over, { rows, generation, doc, savedBy: 'Chrome on Mac' });
}

describe('the set-up in notes', () => {
  it('is read as it was written, in as many parts as it takes', async () => {
    const rows = setup(2_000);
    expect(await readSetup(notes, '4711')).toMatchObject({ state: 'none' });
    expect(await write(rows)).toMatchObject({ generation: 1, savedBy: 'Chrome on Mac' });
    const found = await readSetup(notes, '4711');
    expect(found).toMatchObject({
      state: 'whole',
      head: { counts: { mappings: 2_000, pairs: 0, excluded: 0, ignored: 0 } },
    });
    expect(found.state === 'whole' && [...found.rows].sort()).toEqual([...rows].sort());
    expect(notes.stored.length).toBeGreaterThan(3);
    for (const { text } of notes.stored) expect(text.length).toBeLessThanOrEqual(NOTE_LENGTH_MAX);
  });

  it('of another firm with the same company is another one', async () => {
    await write(setup(3));
    expect((await readSetup(notes, '471')).state).toBe('none');
    expect((await readSetup(notes, '47110')).state).toBe('none');
  });

  it('replaced, leaves nothing of the old one behind', async () => {
    await write(setup(2_000));
    await write(setup(3, 'x'));
    expect(notes.stored).toHaveLength(2);
    expect(await readSetup(notes, '4711')).toMatchObject({
      state: 'whole',
      head: { generation: 2, counts: { mappings: 3 } },
    });
  });

  it('written by two at once is that of one of them, whole, and the other hears of it', async () => {
    for (const before of [[], [setup(5)]]) {
      notes.stored.length = 0;
      for (const rows of before) await write(rows);
      const heads = await Promise.all([write(setup(900, 'a')), write(setup(900, 'b'))]);
      expect(heads.filter((head) => head === null)).toHaveLength(1);
      const found = await readSetup(notes, '4711');
      expect(found.state).toBe('whole');
      const winner = heads[0] === null ? 'b' : 'a';
      expect(found.state === 'whole' && found.rows.get('mapping:code:tps:0')?.[0]).toBe(winner);
      expect(notes.stored).toHaveLength(found.state === 'whole' ? found.head.parts + 1 : -1);
    }
  });

  for (const what of ['changed', 'missing', 'swapped', 'head'] as const) {
    it(`damaged (${what}) is told, and nothing is read of it`, async () => {
      await write(setup(2_000));
      const [first, second] = notes.stored.filter(({ text }) => text.includes(' part '));
      const head = notes.stored.find(({ text }) => text.includes(' head'));
      if (!first || !second || !head) throw new Error('not enough notes');
      if (what === 'changed') await notes.replace(first, `${first.text.slice(0, -4)}AAAA`);
      if (what === 'missing') await notes.remove(second);
      if (what === 'head') await notes.replace(head, `${head.text.slice(0, 150)} oops`);
      if (what === 'swapped') {
        const content = (text: string) => text.slice(text.lastIndexOf(' '));
        const start = (text: string) => text.slice(0, text.lastIndexOf(' '));
        await notes.replace(first, `${start(first.text)}${content(second.text)}`);
        await notes.replace(second, `${start(second.text)}${content(first.text)}`);
      }
      const found = await readSetup(notes, '4711');
      expect(found).toMatchObject({ state: 'damaged' });
      expect('rows' in found).toBe(false);
      // A browser that is told to may put a whole one in its place.
      const over = { rows: setup(4), generation: 9, doc: 'again', savedBy: 'x' };
      expect(await writeSetup(notes, '4711', found, over)).toMatchObject({ generation: 9 });
      expect((await readSetup(notes, '4711')).state).toBe('whole');
      expect(notes.stored).toHaveLength(2);
    });
  }

  it('whose part was exchanged for another whole one is told, too', async () => {
    await write(setup(3, 'a'));
    const [part] = notes.stored.filter(({ text }) => text.includes(' part '));
    const [other] = (await packRows(setup(3, 'b'))).parts;
    if (!part || !other) throw new Error('no part');
    await notes.replace(part, `${part.text.slice(0, part.text.lastIndexOf(' '))} ${other}`);
    expect(await readSetup(notes, '4711')).toMatchObject({ state: 'damaged' });
  });

  it('of a newer version is left alone', async () => {
    await write(setup(3));
    const head = notes.stored.find(({ text }) => text.includes(' head'));
    if (!head) throw new Error('no head');
    await notes.replace(head, head.text.replace('"v":1', '"v":2'));
    expect(await readSetup(notes, '4711')).toMatchObject({ state: 'newer' });
  });

  for (let n = 1; n <= 6; n++) {
    it(`is one whole set-up or the other when the ${n}. answer to a write is lost`, async () => {
      await write(setup(700, 'a'));
      let seen = 0;
      const lose = <T>(answer: T): T => {
        if (++seen === n) throw portError('outcomeUnknown');
        return answer;
      };
      const lossy: SharedNotes = {
        find: (name) => notes.find(name),
        create: async (text) => lose(await notes.create(text)),
        replace: async (note, text) => lose(await notes.replace(note, text)),
        remove: async (note) => lose(await notes.remove(note)),
      };
      for (let tries = 0; tries < 3; tries++) {
        if (await write(setup(700, 'b'), lossy)) break;
        expect(await readSetup(notes, '4711')).toMatchObject({ state: 'whole' });
      }
      const found = await readSetup(notes, '4711');
      expect(found.state === 'whole' && found.rows.get('mapping:code:tps:0')?.[0]).toBe('b');
    });
  }
});

describe('packed rows', () => {
  it('are refused when they are more than fits', async () => {
    const noise = new Map(
      Array.from({ length: 20_000 }, (_, i) => [`pair:${i}`, `${Math.sin(i)}${Math.cos(i)}`]),
    );
    await expect(packRows(noise)).rejects.toThrow(RangeError);
    const { parts } = await packRows(setup(10_000));
    expect(parts.length).toBeLessThan(PARTS_MAX);
  });

  it('that unpack to more than any set-up are refused', async () => {
    const bomb = await packRows(new Map([['wish:tps:1', 'x'.repeat(9_000_000)]]));
    await expect(unpackRows(bomb)).rejects.toThrow(RangeError);
  });

  it('of 5,000 clients and 300 mappings take no more than half of the room', async () => {
    const firm = new Map([
      ...Array.from({ length: 5_000 }, (_, i) => [`pair:${1_000 + i}`, `${50 + i * 3}`] as const),
      ...setup(300),
    ]);
    expect((await packRows(firm)).parts.length).toBeLessThan(PARTS_MAX / 2);
  });

  it.each([
    ['future:row', 'of a later version'],
    ['tolerance', '250000'],
    ['cutoff:qbo:invoice', 'all of them'],
  ])('a row that nobody can have decided is damage: %s', async (key, text) => {
    await write(new Map([[key, text]]));
    expect(await readSetup(notes, '4711')).toMatchObject({ state: 'damaged' });
  });
});
