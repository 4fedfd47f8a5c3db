/**
 * Two people of the firm sync the same books, each from a browser of their own. Only one writes at
 * a time; the other waits, looks again and finds what the first has done.
 */
import { describe, expect, it } from 'vitest';
import { LEASE_MS } from '../../utils/runner/lease-note';
import { duplicatesIn, picture } from './ledgers';
import { approved, firm, sync } from './two-people';
import type { Browser } from './world/browser';
import { approve, driveOn, lastRun, type Ran } from './world/drive';
import { NOTHING_HAPPENS } from './world/effects';
import type { WireRequest } from './world/wire-request';

/** As the 30 s alarm does it: parked runs may go on. */
async function wake(browser: Browser): Promise<Ran> {
  const pair = await browser.db.pairs.toCollection().first();
  if (!pair) throw new Error('not paired');
  await browser.desk.runner(pair).retryParked();
  return driveOn(browser);
}

/** What an undisturbed sync by one of them leads to. */
async function undisturbed(): Promise<unknown> {
  const { world, anna } = await firm();
  expect((await sync(anna)).status).toBe('success');
  return picture(world);
}

const isNote = ({ path }: WireRequest) => path.includes('/attachable');
const isDocument = (request: WireRequest) => request.write && !isNote(request);

const UNSUPPORTED = {
  Fault: {
    Error: [
      { Message: 'Unsupported Operation', Detail: 'Operation is not supported.', code: '500' },
    ],
    type: 'ValidationFault',
  },
};

/** How many requests of a kind a whole sync sends. */
async function count(browser: Browser, which: (request: WireRequest) => boolean): Promise<number> {
  let seen = 0;
  browser.effects = {
    ...NOTHING_HAPPENS,
    sending: async (request) => {
      if (which(request)) seen += 1;
      return null;
    },
  };
  await sync(browser);
  return seen;
}

/** Something that happens to a browser at its n-th request of a kind, before it leaves. */
function at(
  browser: Browser,
  which: (request: WireRequest) => boolean,
  n: number,
  act: () => Promise<void>,
): void {
  let seen = 0;
  browser.effects = {
    ...NOTHING_HAPPENS,
    sending: async (request) => {
      if (which(request) && ++seen === n) await act();
      return null;
    },
  };
}

describe('two browsers', () => {
  it('that press Sync at once: one applies, the other waits and then has nothing to do', async () => {
    const { world, anna, ben } = await firm();
    // Together they send too much, and a minute of waiting would be the half minute of below.
    world.qbo.switches.rateLimit = false;
    const both = await Promise.all([sync(anna), sync(ben)]);
    const [first, second] = both[0].status === 'success' ? [anna, ben] : [ben, anna];
    expect(await lastRun(first)).toMatchObject({ status: 'success' });
    const waiting = await lastRun(second);
    expect(waiting).toMatchObject({ status: 'paused', pausedBy: 'lease' });
    expect(waiting?.reason).toMatchObject({
      id: 'run.leaseHeld',
      values: { who: 'Chrome on Linux' },
    });
    expect(waiting?.counts.done).toBe(0);
    // Pages that are browsed meanwhile wake the worker often; the other is asked each half minute.
    second.sites.qbo.sent.length = 0;
    await wake(second);
    expect(second.sites.qbo.sent).toEqual([]);
    world.clock.advance(30_000);
    const after = await wake(second);
    expect(after).toMatchObject({ status: 'success', counts: { failed: 0 } });
    expect(after.requests.writes).toBe(0);
    expect(duplicatesIn(world)).toEqual([]);
    expect(picture(world)).toEqual(await undisturbed());
  });

  it('lets the other take over when a laptop slept, and makes nothing twice', async () => {
    const { world, anna, ben } = await firm();
    // After some writes, at a read: the lid is closed for longer than the lease lasts.
    let writes = 0;
    const afterSome = (request: WireRequest) => {
      if (isDocument(request)) writes += 1;
      return writes >= 4 && !request.write;
    };
    let bens: Ran | null = null;
    at(anna, afterSome, 1, async () => {
      world.clock.advance(LEASE_MS + 1_000);
      bens = await sync(ben);
    });
    const asleep = await sync(anna);
    expect(bens).toMatchObject({ status: 'success' });
    // Both books are read again, and what the other one has done is not done twice.
    expect(asleep).toMatchObject({ status: 'success', counts: { failed: 0, notAttempted: 0 } });
    expect(asleep.counts.done).toBeGreaterThan(0);
    expect(duplicatesIn(world)).toEqual([]);
    expect(picture(world)).toEqual(await undisturbed());
    expect((await sync(ben)).requests.writes).toBe(0);
    expect((await sync(anna)).requests.writes).toBe(0);
  });

  it('a worker that died goes on at once; another browser waits until its time is over', async () => {
    const { world, anna, ben } = await firm();
    at(anna, isDocument, 3, async () => {
      throw anna.kill();
    });
    await sync(anna).catch(() => {});
    anna.effects = NOTHING_HAPPENS;
    expect(await sync(ben)).toMatchObject({ status: 'paused', pausedBy: 'lease' });
    expect(await driveOn(anna)).toMatchObject({ status: 'success', counts: { failed: 0 } });
    world.clock.advance(30_000);
    expect(await wake(ben)).toMatchObject({ status: 'success', requests: { writes: 0 } });
    expect(picture(world)).toEqual(await undisturbed());
  });

  it('a browser that never comes back is waited for no longer than its lease lasts', async () => {
    const { world, anna, ben } = await firm();
    at(anna, isDocument, 3, async () => {
      throw anna.kill();
    });
    await sync(anna).catch(() => {});
    expect((await sync(ben)).status).toBe('paused');
    for (let waited = 0; waited < LEASE_MS; waited += 30_000) {
      world.clock.advance(30_000);
      await wake(ben);
    }
    world.clock.advance(1_000);
    const turn = await wake(ben);
    // What is left is another plan than the one that he saw.
    expect(await approved(ben, turn)).toMatchObject({ status: 'success', counts: { failed: 0 } });
    expect(duplicatesIn(world)).toEqual([]);
    expect(picture(world)).toEqual(await undisturbed());
  });

  it('a person who pauses or stops lets the other begin at once', async () => {
    const { world, anna, ben } = await firm();
    at(anna, isDocument, 1, async () => {
      const run = await lastRun(anna);
      await anna.ask['run.pause']({ runId: run?.id ?? '', turn: run?.turn ?? 0 });
    });
    const paused = await sync(anna);
    expect(paused).toMatchObject({ status: 'paused', pausedBy: 'person', leased: false });
    world.clock.advance(1_000);
    expect(await sync(ben)).toMatchObject({ status: 'success' });
    await anna.ask['run.resume']({ runId: paused.id, turn: paused.turn ?? 0 });
    expect(await driveOn(anna)).toMatchObject({ status: 'success', counts: { failed: 0 } });
    expect(picture(world)).toEqual(await undisturbed());
  });

  it('a run that is stopped while it waits for a sign-in gives its turn back', async () => {
    const { anna, ben } = await firm();
    at(anna, isDocument, 3, async () => {
      await anna.db.runs.toCollection().modify({ status: 'paused', pausedBy: 'session' });
    });
    const run = await sync(anna);
    expect(run.leased).toBe(true);
    await anna.ask['run.cancel']({ runId: run.id });
    expect((await sync(ben)).status).toBe('success');
  });

  for (const when of ['request', 'answer'] as const) {
    it(`a lost ${when} while the lease is asked for does not stop the sync`, async () => {
      const { world, anna } = await firm();
      const asked = await count(anna, isNote);
      expect(asked).toBeGreaterThan(2);
      const whole = await undisturbed();
      expect(picture(world)).toEqual(whole);
      for (let n = 1; n <= asked; n++) {
        const again = await firm();
        let seen = 0;
        const lose = (request: WireRequest) => {
          if (isNote(request) && ++seen === n) throw new TypeError('connection lost');
        };
        again.anna.effects = {
          ...NOTHING_HAPPENS,
          ...(when === 'request'
            ? {
                sending: async (request) => {
                  lose(request);
                  return null;
                },
              }
            : {
                answered: async (request, response) => {
                  lose(request);
                  return response;
                },
              }),
        };
        expect(await sync(again.anna), `lost ${n}`).toMatchObject({ status: 'success' });
        expect(picture(again.world), `lost ${n}`).toEqual(whole);
        again.world.clock.advance(1_000);
        expect((await sync(again.ben)).status, `lost ${n}`).toBe('success');
      }
    });
  }

  it('a company that keeps no notes is synced once a person typed the word, and the screens warn', async () => {
    const { world, anna } = await firm();
    const refuse = async (request: WireRequest) =>
      isNote(request) ? Response.json(UNSUPPORTED, { status: 400 }) : null;
    anna.effects = { ...NOTHING_HAPPENS, sending: refuse };
    expect((await anna.ask['app.get']({})).unguarded).toBe(false);
    await anna.ask['run.sync']({ description: '' });
    const asked = await driveOn(anna);
    expect(asked.brakes.map(({ id }) => id)).toEqual(['backup']);
    // The notes can be read; that none can be kept shows when the first is to be written.
    const again = await approve(anna, asked);
    expect(again.status).toBe('preview');
    expect(again.brakes.map(({ id }) => id)).toContain('unguarded');
    expect(await approved(anna, again)).toMatchObject({ status: 'success' });
    expect((await anna.ask['app.get']({})).unguarded).toBe(true);
    expect(picture(world)).toEqual(await undisturbed());
  });
});
