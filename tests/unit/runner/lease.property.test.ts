/**
 * Any interleaving of browsers that want to write, with lost requests, lost answers, killed workers
 * and clocks that are wrong: at no moment may two of them write.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PortError } from '../../../utils/port/port-error';
import type { SharedNotes } from '../../../utils/port/shared-notes';
import { Lease } from '../../../utils/runner/lease';
import { LEASE_MS } from '../../../utils/runner/lease-note';
import { type Clock, MemoryNotes, portError } from './memory-notes';

/** The longest that one write can last; the transport gives up after it. */
const WRITE_MS_MAX = 60_000;
/** Enough for another browser to look, take the lease and begin. */
const WRITE_STEPS = 6;
const BROWSERS = ['a', 'b', 'c'];

/** What happens around one request. */
interface Luck {
  readonly waitMs: number;
  readonly fate: 'arrives' | 'requestLost' | 'answerLost';
}

const luck = fc.record<Luck>({
  waitMs: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 3_000 }) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: LEASE_MS }) },
  ),
  fate: fc.oneof(
    { weight: 8, arbitrary: fc.constant('arrives' as const) },
    { weight: 1, arbitrary: fc.constant('requestLost' as const) },
    { weight: 1, arbitrary: fc.constant('answerLost' as const) },
  ),
});

const browserPlan = fc.record({
  skewMs: fc.integer({ min: -7_200_000, max: 7_200_000 }),
  /** Each life of its worker: how many writes it does, and whether it is killed before it releases. */
  lives: fc.array(fc.record({ writes: fc.integer({ min: 0, max: 4 }), killed: fc.boolean() }), {
    maxLength: 4,
  }),
  luck: fc.infiniteStream(luck),
});

/** When each browser's present write began; it may go on for `WRITE_MS_MAX`. */
class Writers {
  readonly #began = new Map<string, number>();
  readonly clashes: string[] = [];
  total = 0;

  begin(owner: string, clock: Clock): void {
    for (const [other, at] of this.#began) {
      if (other !== owner && clock.ms - at <= WRITE_MS_MAX) this.clashes.push(`${other} ${owner}`);
    }
    this.#began.set(owner, clock.ms);
    this.total += 1;
  }

  end(owner: string): void {
    this.#began.delete(owner);
  }
}

function unreliable(notes: MemoryNotes, scheduler: fc.Scheduler, next: () => Luck): SharedNotes {
  const through = async <T>(write: boolean, act: () => Promise<T>): Promise<T> => {
    const { waitMs, fate } = next();
    await scheduler.schedule(Promise.resolve());
    notes.clock.ms += waitMs;
    if (fate === 'requestLost') throw portError(write ? 'outcomeUnknown' : 'unreachable');
    const answer = await act();
    await scheduler.schedule(Promise.resolve());
    if (fate === 'answerLost') throw portError(write ? 'outcomeUnknown' : 'unreachable');
    return answer;
  };
  return {
    find: (name) => through(false, () => notes.find(name)),
    create: (text) => through(true, () => notes.create(text)),
    replace: (note, text) => through(true, () => notes.replace(note, text)),
    remove: (note) => through(true, () => notes.remove(note)),
  };
}

async function live(
  owner: string,
  plan: { skewMs: number; lives: { writes: number; killed: boolean }[] },
  shared: SharedNotes,
  world: { clock: Clock; scheduler: fc.Scheduler; writers: Writers },
): Promise<void> {
  const { clock, scheduler, writers } = world;
  for (const [index, { writes, killed }] of plan.lives.entries()) {
    const me = { owner, label: owner, run: `${owner}${index}` };
    const lease = new Lease(shared, me, () => clock.ms + plan.skewMs);
    try {
      if ((await lease.take()).kind !== 'held') continue;
      for (let i = 0; i < writes; i++) {
        if ((await lease.renew()).kind !== 'held') break;
        writers.begin(owner, clock);
        for (let step = 0; step < WRITE_STEPS; step++) await scheduler.schedule(Promise.resolve());
        writers.end(owner);
      }
      if (!killed) await lease.release();
    } catch (error) {
      if (!(error instanceof PortError)) throw error;
    }
  }
}

describe('two browsers', () => {
  it('never write at the same time, whatever happens on the way', async () => {
    let total = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.tuple(browserPlan, browserPlan, browserPlan),
        async (scheduler, plans) => {
          const clock = { ms: Date.parse('2026-03-02T15:00:00.700Z') };
          const notes = new MemoryNotes(clock);
          const writers = new Writers();
          const all = Promise.all(
            plans.map((plan, index) => {
              const owner = BROWSERS[index] ?? '';
              const next = () => plan.luck.next().value;
              const shared = unreliable(notes, scheduler, next);
              return live(owner, plan, shared, { clock, scheduler, writers });
            }),
          );
          await scheduler.waitFor(all);
          total += writers.total;
          expect(writers.clashes).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
    // The property would say nothing of browsers that never write.
    expect(total).toBeGreaterThan(500);
  });

  it('one of them always gets it in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), browserPlan, async (scheduler, plan) => {
        const clock = { ms: Date.parse('2026-03-02T15:00:00.700Z') };
        const notes = new MemoryNotes(clock);
        const writers = new Writers();
        const next = () => plan.luck.next().value;
        const shared = unreliable(notes, scheduler, next);
        const world = { clock, scheduler, writers };
        await scheduler.waitFor(live('a', plan, shared, world));
        clock.ms += LEASE_MS + 1_000;
        const last = new Lease(notes, { owner: 'z', label: 'z', run: 'z' }, () => clock.ms);
        expect((await last.take()).kind).toBe('held');
      }),
      { numRuns: 200 },
    );
  });
});
