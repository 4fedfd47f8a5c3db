import { beforeEach, describe, expect, it } from 'vitest';
import { noSeatThere } from '../../../utils/platform/meeting';
import type { SeatedNotes } from '../../../utils/port/shared-notes';
import { Lease } from '../../../utils/runner/lease';
import { LEASE_NAME } from '../../../utils/runner/lease-note';
import { seenNotes } from '../../../utils/runner/seen-notes';
import { type Clock, MemoryNotes } from './memory-notes';

let clock: Clock;
let stored: MemoryNotes;
let looks: string[];
let notes: SeatedNotes;

beforeEach(() => {
  clock = { ms: Date.parse('2026-03-02T15:00:00Z') };
  stored = new MemoryNotes(clock);
  looks = [];
  const counted = {
    find: (name: string) => {
      looks.push(name);
      return stored.find(name);
    },
    create: (text: string) => stored.create(text),
    replace: stored.replace.bind(stored),
    remove: stored.remove.bind(stored),
  };
  notes = seenNotes({ ...counted, at: noSeatThere }, () => clock.ms);
});

const lease = (owner: string, over: SeatedNotes | MemoryNotes) =>
  new Lease(over, { owner, label: owner, run: `run-${owner}` }, () => clock.ms);

describe('notes of who syncs that were seen a moment ago', () => {
  it('are not asked for again, but when they are old or have to be as they are now', async () => {
    await notes.find(LEASE_NAME);
    await notes.find(LEASE_NAME);
    expect(looks).toHaveLength(1);
    await notes.find(LEASE_NAME, 'afresh');
    expect(looks).toHaveLength(2);
    clock.ms += 10_001;
    await notes.find(LEASE_NAME);
    expect(looks).toHaveLength(3);
    // A clock that was set back makes nothing young.
    clock.ms -= 3_600_000;
    await notes.find(LEASE_NAME);
    expect(looks).toHaveLength(4);
  });

  it('are the only ones that are kept', async () => {
    await notes.find('Ledger Bridge set-up');
    await notes.find('Ledger Bridge set-up');
    expect(looks).toHaveLength(2);
  });

  it('are old once anything is written', async () => {
    const { id, version } = await notes.create(`${LEASE_NAME} x`);
    await notes.find(LEASE_NAME);
    await notes.replace({ id, version }, `${LEASE_NAME} y`);
    expect((await notes.find(LEASE_NAME)).notes).toMatchObject([{ text: `${LEASE_NAME} y` }]);
  });

  it('give nobody the right to write that another browser took meanwhile', async () => {
    await lease('a', stored).take();
    clock.ms += 3_600_000;
    await notes.find(LEASE_NAME);
    clock.ms += 2_000;
    expect(await lease('b', stored).take()).toMatchObject({ kind: 'held' });
    expect(await lease('a', notes).take()).toMatchObject({ kind: 'other', who: 'b' });
  });

  it('keep nobody waiting for one who has given it back meanwhile', async () => {
    const other = lease('a', stored);
    await other.take();
    await notes.find(LEASE_NAME);
    await other.release();
    expect(await lease('b', notes).take()).toMatchObject({ kind: 'held' });
  });
});
