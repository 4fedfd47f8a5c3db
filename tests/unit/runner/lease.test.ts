import { beforeEach, describe, expect, it } from 'vitest';
import type { SharedNotes } from '../../../utils/port/shared-notes';
import { NOTE_LENGTH_MAX } from '../../../utils/port/shared-notes';
import { LEASE_RENEW_MS, Lease } from '../../../utils/runner/lease';
import { LEASE_MS, LEASE_NAME, seenLease } from '../../../utils/runner/lease-note';
import { type Clock, MemoryNotes, portError } from './memory-notes';

const START_MS = Date.parse('2026-03-02T15:00:00.400Z');

let clock: Clock;
let notes: MemoryNotes;

beforeEach(() => {
  clock = { ms: START_MS };
  notes = new MemoryNotes(clock);
});

/** A browser's clock may be wrong by any amount; only the server's counts. */
function browser(owner: string, skewMs = 0, shared: SharedNotes = notes): Lease {
  const me = { owner, label: `Chrome of ${owner}`, run: `run-${owner}` };
  return new Lease(shared, me, () => clock.ms + skewMs);
}

describe('the lease', () => {
  it('goes to whoever comes first; the other hears who and since when', async () => {
    const [a, b] = [browser('a'), browser('b', 3_600_000)];
    expect(await a.take()).toEqual({ kind: 'held', othersUntil: null });
    expect(a.isFresh).toBe(true);
    clock.ms += 30_000;
    expect(await b.take()).toEqual({
      kind: 'other',
      who: 'Chrome of a',
      since: '2026-03-02T15:00:00.400Z',
    });
    expect(b.isFresh).toBe(false);
  });

  it('is renewed after a third of its time, and not before', async () => {
    const a = browser('a');
    await a.take();
    const version = () => notes.stored[0]?.version;
    const before = version();
    clock.ms += LEASE_RENEW_MS - 1;
    await a.renew();
    expect(version()).toBe(before);
    clock.ms += 1;
    expect(a.isFresh).toBe(false);
    await a.renew();
    expect(version()).not.toBe(before);
    expect(a.isFresh).toBe(true);
    clock.ms += LEASE_MS - 2_000;
    expect((await browser('b').take()).kind).toBe('other');
  });

  it('given back, can be had at once, and says until when others wrote', async () => {
    const [a, b] = [browser('a'), browser('b')];
    await a.take();
    clock.ms += 10_000;
    await a.release();
    expect(a.isFresh).toBe(false);
    expect(await b.take()).toEqual({ kind: 'held', othersUntil: '2026-03-02T15:00:10.000Z' });
  });

  it('is taken over when it ran out, and the first owner hears of it before its next write', async () => {
    const [a, b] = [browser('a'), browser('b')];
    await a.take();
    clock.ms += LEASE_MS;
    expect(await b.take()).toEqual({ kind: 'held', othersUntil: '2026-03-02T15:02:00.000Z' });
    expect(await a.renew()).toMatchObject({ kind: 'other', who: 'Chrome of b' });
    clock.ms += 5_000;
    await b.release();
    expect(await a.take()).toEqual({ kind: 'held', othersUntil: '2026-03-02T15:02:05.000Z' });
  });

  it('is resumed at once by a worker of the same browser, which still knows of the others', async () => {
    const b = browser('b');
    await b.take();
    await b.release();
    const [a, again] = [browser('a'), browser('a')];
    const first = await a.take();
    clock.ms += 20_000;
    expect(await again.take()).toEqual(first);
    await again.release();
    expect(await browser('a').take()).toEqual(first);
  });

  it('is given back by a worker that forgot that it held it; never by another browser', async () => {
    await browser('a').take();
    await browser('b').release();
    expect((await browser('b').take()).kind).toBe('other');
    await browser('a').release();
    expect((await browser('b').take()).kind).toBe('held');
  });

  it('made twice at the same moment: the lower id counts, the other is removed by its maker', async () => {
    const [a, b] = [browser('a'), browser('b')];
    const both = await Promise.all([a.take(), b.take()]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['held', 'other']);
    expect(notes.stored.map(({ id }) => id)).toEqual(['1']);
    expect([a.isFresh, b.isFresh].filter(Boolean)).toHaveLength(1);
  });

  for (const lost of ['create', 'replace'] as const) {
    it(`does not get stuck when the answer to a ${lost} is lost`, async () => {
      let times = 1;
      const lossy: SharedNotes = {
        find: (name) => notes.find(name),
        create: async (text) => lose('create', await notes.create(text)),
        replace: async (note, text) => lose('replace', await notes.replace(note, text)),
        remove: (note) => notes.remove(note),
      };
      const lose = <T>(what: string, answer: T): T => {
        if (what === lost && times-- > 0) throw portError('outcomeUnknown');
        return answer;
      };
      const a = browser('a', 0, lossy);
      expect((await a.take()).kind).toBe('held');
      expect(notes.stored).toHaveLength(1);
      clock.ms += LEASE_RENEW_MS;
      times = 1;
      expect((await a.renew()).kind).toBe('held');
    });
  }

  it('believes nothing when the answers never come', async () => {
    const silent: SharedNotes = {
      ...{ find: (name: string) => notes.find(name), remove: async () => {} },
      create: async () => Promise.reject(portError('outcomeUnknown')),
      replace: async () => Promise.reject(portError('outcomeUnknown')),
    };
    const a = browser('a', 0, silent);
    expect(await a.take()).toEqual({ kind: 'unclear' });
    expect(a.isFresh).toBe(false);
  });

  it('is no obstacle where the company keeps no notes', async () => {
    const none: SharedNotes = {
      find: (name) => notes.find(name),
      create: async () => Promise.reject(portError('refused')),
      replace: async () => Promise.reject(portError('refused')),
      remove: async () => {},
    };
    const a = browser('a', 0, none);
    expect(await a.take()).toEqual({ kind: 'unguarded' });
    expect(a.isFresh).toBe(true);
  });

  it('lets a sign-out pass: that pauses the run', async () => {
    notes.find = async () => Promise.reject(portError('signedOut'));
    await expect(browser('a').take()).rejects.toMatchObject({ kind: 'signedOut' });
  });

  it('changed by hand counts as held by nobody knows whom, until it runs out', async () => {
    await browser('a').take();
    const [note] = notes.stored;
    if (!note) throw new Error('no note');
    await notes.replace(note, `${LEASE_NAME} please do not sync on Fridays`);
    expect(await browser('b').take()).toMatchObject({ kind: 'other', who: '' });
    clock.ms += LEASE_MS + 1_000;
    expect((await browser('b').take()).kind).toBe('held');
  });

  it('an answer that took too long is asked for again', async () => {
    let slow = 1;
    const late: SharedNotes = {
      find: (name) => notes.find(name),
      create: (text) => notes.create(text),
      replace: async (note, text) => {
        const answer = await notes.replace(note, text);
        if (slow-- > 0) clock.ms += LEASE_RENEW_MS;
        return answer;
      },
      remove: (note) => notes.remove(note),
    };
    const a = browser('a', 0, late);
    await a.take();
    expect(a.isFresh).toBe(true);
  });

  it('fits into a note whatever the browser is called', async () => {
    const me = { owner: 'x'.repeat(100), label: '“Ü”'.repeat(500), run: 'r'.repeat(100) };
    await new Lease(notes, me, () => clock.ms).take();
    const [note] = notes.stored;
    expect(note?.text.length).toBeLessThan(NOTE_LENGTH_MAX);
    expect(note && seenLease(note).body?.owner).toBe(me.owner);
  });
});
