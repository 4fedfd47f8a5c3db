/** A press means what its screen showed, also when the run has moved on by the time it arrives. */
import { describe, expect, it } from 'vitest';
import { type Office, openOffice } from './office';

/** A run that the end of a session has parked. */
async function parkedOffice() {
  const office = await openOffice({ seed: 3, clients: 3, findings: 'none' });
  await office.setUp();
  await office.ask['run.preview']({ description: 'test' });
  await office.runner().then((runner) => runner.drive());
  const { run: shown } = await office.ask['app.get']({});
  if (!shown?.plan) throw new Error('no preview');
  const confirmed = shown.plan.brakes.map(({ id }) => id);
  office.sites.tps.mishap({ when: () => true, instead: signedOut, times: 1 });
  await office.ask['run.apply']({ runId: shown.id, planHash: shown.plan.hash, confirmed });
  const parked = await office.drive();
  expect(parked).toMatchObject({ status: 'paused', pausedBy: 'session' });
  return { office, runId: parked.id };
}

const signedOut = () => new Response('{}', { status: 401 });

const statusOf = async (office: Office) => (await office.ask['app.get']({})).run?.status;

describe('a press that comes too late', () => {
  it('does not hold a run that has gone on by itself since', async () => {
    const { office, runId } = await parkedOffice();
    const { run: onScreen } = await office.ask['app.get']({});
    await (await office.runner()).retryParked();
    // What stood on the screen was Resume; the finger came down on Pause, which took its place.
    await office.ask['run.pause']({ runId, turn: onScreen?.turn ?? -1 });
    expect(await statusOf(office)).toBe('working');
    const { run: now } = await office.ask['app.get']({});
    await office.ask['run.pause']({ runId, turn: now?.turn ?? -1 });
    expect(await statusOf(office)).toBe('paused');
  });

  it('does not let a run go on that was held since', async () => {
    const { office, runId } = await parkedOffice();
    const { run: onScreen } = await office.ask['app.get']({});
    const runner = await office.runner();
    await runner.retryParked();
    await runner.pause(runId, (onScreen?.turn ?? -1) + 1);
    await office.ask['run.resume']({ runId, turn: onScreen?.turn ?? -1 });
    expect(await statusOf(office)).toBe('paused');
    await office.ask['run.resume']({ runId, turn: (onScreen?.turn ?? -1) + 1 });
    expect((await office.drive()).status).toMatch(/success|preview/);
  });
});
