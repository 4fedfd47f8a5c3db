import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLimiter, type Limiter, type Turn } from '../../../utils/qbo/limiter';

function lane(stored: unknown = null) {
  let nowMs = 1_000_000;
  let value = stored;
  const waits: number[] = [];
  const people: number[] = [];
  const store = {
    get: async () => value,
    set: async (next: unknown) => {
      value = structuredClone(next);
    },
  };
  const make = () =>
    createLimiter({
      store,
      now: () => nowMs,
      sleep: async (ms) => {
        nowMs += ms;
      },
      people: () => people.splice(0),
      onWait: (untilMs) => waits.push(untilMs),
    });
  return {
    make,
    waits,
    /** Somebody opens a page of QuickBooks, which sends so much. */
    browse: (requests: number) => {
      for (let n = 0; n < requests; n += 1) people.push(nowMs);
    },
    now: () => nowMs,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

/** One request that is answered at once. */
async function sendBy(limiter: Limiter): Promise<void> {
  const turn = await limiter.acquire();
  await turn.answered();
}

/** Most events in any window of this length. */
function busiest(times: readonly number[], windowMs: number): number {
  return Math.max(
    0,
    ...times.map((at) => times.filter((one) => one >= at && one < at + windowMs).length),
  );
}

describe('limiter', () => {
  it('stays within 80 % of both limits, whatever the rhythm and however often it restarts', async () => {
    const pause = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_000 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(pause, fc.boolean()), { minLength: 1, maxLength: 500 }),
        async (steps) => {
          const { make, now, pass } = lane();
          let limiter = make();
          const times: number[] = [];
          for (const [pauseMs, restart] of steps) {
            pass(pauseMs);
            if (restart) limiter = make();
            await sendBy(limiter);
            times.push(now());
          }
          expect(busiest(times, 1_000)).toBeLessThanOrEqual(8);
          expect(busiest(times, 60_000)).toBeLessThanOrEqual(400);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('stays within both where QuickBooks hears each request late, by a busy computer', async () => {
    const one = fc.record({
      pauseMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_500 })),
      onTheWayMs: fc.integer({ min: 0, max: 500 }),
      workMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4_000 })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 20, maxLength: 120 }), async (requests) => {
        let nowMs = 1_000_000;
        let value: unknown = null;
        const store = {
          get: async () => value,
          set: async (next: unknown) => {
            value = next;
          },
        };
        let open: { atMs: number; turn: Turn }[] = [];
        /** Time passes, and answers come in their order. */
        const pass = async (ms: number) => {
          const endMs = nowMs + ms;
          for (;;) {
            const [next] = open.toSorted((a, b) => a.atMs - b.atMs);
            if (!next || next.atMs > endMs) break;
            open = open.filter((each) => each !== next);
            nowMs = next.atMs;
            await next.turn.answered();
          }
          nowMs = endMs;
        };
        const limiter = createLimiter({
          store,
          now: () => nowMs,
          sleep: pass,
        });
        const heard: number[] = [];
        for (const { pauseMs, onTheWayMs, workMs } of requests) {
          await pass(pauseMs);
          const turn = await limiter.acquire();
          heard.push(nowMs + onTheWayMs);
          open.push({ atMs: nowMs + onTheWayMs + workMs, turn });
        }
        expect(busiest(heard, 1_000)).toBeLessThanOrEqual(8);
        expect(busiest(heard, 60_000)).toBeLessThanOrEqual(400);
      }),
      { numRuns: 60 },
    );
  });

  it('uses all of its 80 %: 400 requests in a minute, the next one when the first is a minute old', async () => {
    const { make, now } = lane();
    const limiter = make();
    const startMs = now();
    for (let n = 0; n < 400; n += 1) await sendBy(limiter);
    expect(now() - startMs).toBe(49_000);
    await sendBy(limiter);
    expect(now() - startMs).toBe(60_000);
  });

  it('lets no more than 32 batches go in a minute, and says at once when there is no room', async () => {
    const { make, now, pass, waits } = lane();
    const startMs = now();
    const sendBatch = async (limiter: Limiter) => {
      const turn = await limiter.acquireBatch(25);
      await turn?.answered();
      return turn !== null;
    };
    const times: number[] = [];
    for (let n = 0; n < 32; n += 1) {
      // A quarter of them in a quarter of the minute.
      if (n > 0 && n % 8 === 0) {
        expect(await sendBatch(make())).toBe(false);
        pass(15_000);
      }
      expect(await sendBatch(make())).toBe(true);
      times.push(now());
    }
    const fullMs = now();
    expect(await sendBatch(make())).toBe(false);
    // Nobody has waited, and single requests go on.
    expect(now()).toBe(fullMs);
    await sendBy(make());
    expect(now() - fullMs).toBeLessThan(2_000);
    pass(startMs + 60_000 - now() - 100);
    for (let n = 0; n < 40; n += 1) {
      while (!(await sendBatch(make()))) pass(1_000);
      times.push(now());
    }
    expect(busiest(times, 60_000)).toBeLessThanOrEqual(32);
    expect(waits).toEqual([]);
  });

  it('leaves the batches of the minute their room, whatever goes one by one', async () => {
    const { make, now } = lane();
    const limiter = make();
    await (await limiter.acquireBatch(25))?.answered();
    let singles = 0;
    let lastMs = now();
    const startMs = lastMs;
    for (; now() - lastMs <= 2_000; singles += 1) {
      lastMs = now();
      await sendBy(limiter);
    }
    // The first of them that had to wait for the minute.
    expect(singles - 1).toBe(400 - 32);
    expect(now() - startMs).toBeGreaterThanOrEqual(60_000);
    const other = lane();
    const busy = other.make();
    await (await busy.acquireBatch(25))?.answered();
    for (let n = 0; n < 400 - 32; n += 1) await sendBy(busy);
    const fullMs = other.now();
    expect(await busy.acquireBatch(25)).not.toBeNull();
    expect(other.now() - fullMs).toBeLessThanOrEqual(1_000);
  });

  it.each([0.5, 0.65, 0.95])('keeps to the share that was chosen: %d', async (share) => {
    let nowMs = 1_000_000;
    let value: unknown = null;
    const limiter = createLimiter({
      store: {
        get: async () => value,
        set: async (next) => {
          value = next;
        },
      },
      now: () => nowMs,
      sleep: async (ms) => {
        nowMs += ms;
      },
      share: async () => share,
    });
    const startMs = nowMs;
    const times: number[] = [];
    const batches: number[] = [];
    while (nowMs - startMs < 150_000) {
      const batch = times.length % 20 === 0 ? await limiter.acquireBatch(25) : null;
      if (batch) batches.push(nowMs);
      const turn = batch ?? (await limiter.acquire());
      times.push(nowMs);
      await turn.answered();
    }
    expect(busiest(times, 1_000)).toBeLessThanOrEqual(10 * share);
    expect(busiest(times, 60_000)).toBeLessThanOrEqual(500 * share);
    expect(busiest(batches, 60_000)).toBeLessThanOrEqual(40 * share);
    // And uses it.
    expect(times.length).toBeGreaterThan(2.2 * 500 * share);
  });

  it('does not count what was not sent after all', async () => {
    const { make, now } = lane();
    const startMs = now();
    for (let n = 0; n < 40; n += 1) {
      await (await make().acquire()).giveBack();
      await (await make().acquireBatch(25))?.giveBack();
    }
    for (let n = 0; n < 8; n += 1) await (await make().acquireBatch(25))?.answered();
    expect(now()).toBe(startMs);
  });

  it('lets a small batch wait no longer than its items need one by one', async () => {
    const { make, now, pass } = lane();
    const startMs = now();
    for (let n = 0; n < 8; n += 1) await (await make().acquireBatch(25))?.answered();
    pass(11_000);
    expect(await make().acquireBatch(2)).toBeNull();
    expect(await make().acquireBatch(10)).toBeNull();
    expect(now() - startMs).toBe(11_000);
    expect(await make().acquireBatch(25)).not.toBeNull();
    expect(now() - startMs).toBe(15_000);
  });

  it('counts a batch as a request as well', async () => {
    const { make, now } = lane();
    const limiter = make();
    const startMs = now();
    for (let n = 0; n < 8; n += 1) await (await limiter.acquireBatch(25))?.answered();
    expect(now()).toBe(startMs);
    await sendBy(limiter);
    expect(now() - startMs).toBe(1_000);
  });

  it('keeps what it knows when a full minute ends between two looks at the clock', async () => {
    const sentMs = 1_000_000;
    const full = Array.from({ length: 400 }, () => sentMs);
    let value: unknown = { sentAtMs: full, holdUntilMs: 0, slowUntilMs: sentMs + 600_000 };
    const store = {
      get: async () => value,
      set: async (next: unknown) => {
        value = structuredClone(next);
      },
    };
    let nowMs = sentMs + 59_999;
    const sleep = async (ms: number) => {
      nowMs += ms;
    };
    // Each look is a millisecond later than the one before.
    const limiter = createLimiter({ store, now: () => nowMs++, sleep });
    await sendBy(limiter);
    await sendBy(limiter);
    expect(value).toMatchObject({ slowUntilMs: sentMs + 600_000 });
  });

  it('gives nothing away when the clock is set back', async () => {
    const { make, now, pass } = lane();
    const limiter = make();
    for (let n = 0; n < 8; n += 1) await sendBy(limiter);
    pass(-600_000);
    const startMs = now();
    await sendBy(limiter);
    // Nobody knows any more which of them were answered.
    expect(now() - startMs).toBe(1_500);
  });

  it('keeps a hold over a restart, says so, and goes on after it', async () => {
    const { make, waits, now } = lane();
    const untilMs = now() + 60_000;
    await make().hold(untilMs);
    await sendBy(make());
    expect(now()).toBe(untilMs);
    expect(waits).toEqual([untilMs, untilMs]);
  });

  it('halves its pace after a refusal: a colleague spends the same budget', async () => {
    const { make, now } = lane();
    const limiter = make();
    const lasts = async (requests: number) => {
      const startMs = now();
      for (let n = 0; n < requests; n += 1) await sendBy(limiter);
      return now() - startMs;
    };
    await lasts(20);
    const usualMs = await lasts(60);
    await limiter.hold(now() + 1_000);
    await lasts(20);
    expect(await lasts(60)).toBeGreaterThan(usualMs * 1.8);
  });

  it('lets an answer pass, even where it cannot be noted', async () => {
    let writes = 0;
    const store = {
      get: async () => null,
      set: async () => {
        if (++writes > 1) throw new Error('the store is gone');
      },
    };
    const limiter = createLimiter({ store, now: () => 1_000_000, sleep: async () => {} });
    const turn = await limiter.acquire();
    await expect(turn.answered()).resolves.toBeUndefined();
    await expect(turn.giveBack()).resolves.toBeUndefined();
  });

  it('does not speak of waits that are its pace', async () => {
    const { make, waits } = lane();
    const limiter = make();
    for (let n = 0; n < 20; n += 1) await sendBy(limiter);
    expect(waits).toEqual([]);
  });

  it.each([[{ holdUntilMs: 'x' }], ['text'], [undefined]])(
    'starts anew from a stored value that it cannot read: %j',
    async (stored) => {
      const { make, now } = lane(stored);
      const before = now();
      await sendBy(make());
      expect(now()).toBe(before);
    },
  );
});

describe('beside people who work in QuickBooks', () => {
  const inAMinute = async ({ make, now }: ReturnType<typeof lane>): Promise<number> => {
    const limiter = make();
    const startMs = now();
    let sent = 0;
    while (now() < startMs + 60_000) {
      await sendBy(limiter);
      if (now() < startMs + 60_000) sent += 1;
    }
    return sent;
  };

  it('gives up what they take beyond what our share leaves, so that all together stay within', async () => {
    const alone = await inAMinute(lane());
    const few = lane();
    few.browse(90);
    const many = lane();
    many.browse(250);
    expect(alone).toBe(400);
    expect(await inAMinute(few)).toBe(400);
    expect(await inAMinute(many)).toBe(250);
  });

  it('keeps half of its share, whatever their pages send', async () => {
    const office = lane();
    office.browse(5_000);
    expect(await inAMinute(office)).toBe(200);
  });

  it('forgets them after a minute, and knows of them in another worker', async () => {
    const office = lane();
    office.browse(250);
    await sendBy(office.make());
    expect(await inAMinute(office)).toBeLessThan(251);
    office.pass(60_000);
    expect(await inAMinute(office)).toBe(400);
  });
});
