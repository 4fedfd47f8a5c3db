/** Chrome does not answer, or cuts our own database off: the run is left to the next worker. */
import { describe, expect, it } from 'vitest';
import { ChromeSilent } from '../../utils/platform/from-chrome';
import { outstanding, payFifty, prepared } from './firm-day';

const MINUTES = 60_000;

describe('a run that Chrome fails for a moment', () => {
  const lost = (name: string) => () => new DOMException('the connection was lost', name);
  it.each([
    ['its own database is cut off', lost('AbortError'), 'run.storeFailed'],
    ['its own database cannot be read', lost('UnknownError'), 'run.storeFailed'],
    ['the worker is about to be ended', () => new ChromeSilent('No SW'), 'run.chromeSilent'],
  ] as const)('goes on by itself, at once: %s', async (_what, failure, reason) => {
    const office = await prepared({ idleSignOut: false });
    const { model } = outstanding(office);
    payFifty(office, model.clientId);
    let failures = 1;
    office.db.journal.hook('updating', (changes) => {
      if (failures === 0 || !('state' in changes)) return undefined;
      failures -= 1;
      throw failure();
    });
    const run = await office.sync();
    expect(run).toMatchObject({ status: 'paused', counts: { done: 0, failed: 0 } });
    expect(run.reason?.id).toBe(reason);
    const pair = await office.db.pairs.toCollection().first();
    if (!pair) throw new Error('not paired');
    await office.desk.runner(pair).retryParked();
    expect(await office.drive()).toMatchObject({ status: 'success', counts: { done: 1 } });
  });

  it('asks less and less often where that does not end', async () => {
    const office = await prepared({ idleSignOut: false });
    const { model } = outstanding(office);
    payFifty(office, model.clientId);
    office.db.journal.hook('updating', () => {
      throw new ChromeSilent('No SW');
    });
    const pair = await office.db.pairs.toCollection().first();
    if (!pair) throw new Error('not paired');
    let run = await office.sync();
    const waits: number[] = [];
    for (let i = 0; i < 3; i++) {
      const nowMs = office.clock.now().getTime();
      waits.push(Math.round((Date.parse(run.retryAt ?? '') - nowMs) / MINUTES));
      office.clock.advance(Date.parse(run.retryAt ?? '') - nowMs);
      await office.desk.runner(pair).retryParked();
      run = await office.drive();
      expect(run).toMatchObject({ status: 'paused', pausedBy: 'browser' });
    }
    expect(waits).toEqual([0, 2, 4]);
  });
});
