/**
 * A run is cut off at every single effect: each database commit, each request before it is sent,
 * each answer after the other system has committed. Whatever the point, going on must end like an
 * uninterrupted run: no document twice, none missing, a second run with nothing to do.
 */
import { describe, expect, it } from 'vitest';
import { duplicatesIn, picture } from './ledgers';
import { type Office, openOffice } from './office';

class Killed extends Error {}

/** Throws at the n-th effect and at every later one, as a killed worker does nothing more. */
class Killer {
  effects = 0;
  at = Number.POSITIVE_INFINITY;
  strike(): void {
    this.effects += 1;
    if (this.effects > this.at) throw new Killed('killed');
  }
}

async function prepared(): Promise<Office> {
  const office = await openOffice({ seed: 5, clients: 4, findings: 'none' });
  await office.setUp();
  return office;
}

/** Makes the sites' fetch strike before sending and after the answer was committed there. */
function arm(office: Office, killer: Killer): void {
  for (const site of [office.sites.tps, office.sites.qbo]) {
    site.mishap({
      when: () => true,
      times: Number.POSITIVE_INFINITY,
      before: () => killer.strike(),
      after: (response) => {
        killer.strike();
        return response;
      },
    });
  }
}

function disarm(office: Office): void {
  office.sites.tps.clearMishaps();
  office.sites.qbo.clearMishaps();
}

/** Applies under the killer; the killed promise never comes back to life, the database stays. */
async function applyUntilKilled(office: Office, killer: Killer): Promise<void> {
  const run = await startedRun(office);
  arm(office, killer);
  const { applyStage } = await import('../../utils/runner/apply-stage');
  const pair = await office.db.pairs.toCollection().first();
  const stored = await office.db.runs.get(run.id);
  if (!pair || !stored) throw new Error('no run');
  await applyStage(office.desk.runnerDeps(pair), stored).catch((error: unknown) => {
    if (killer.effects <= killer.at) throw error;
  });
  disarm(office);
}

async function startedRun(office: Office) {
  await office.ask['run.preview']({ description: 'crash' });
  const run = await office.drive();
  if (run.status !== 'preview') throw new Error(`not in preview: ${run.status}`);
  // As the runner leaves it when the approved plan was found unchanged.
  await office.db.runs.update(run.id, { status: 'applying', stage: 'apply' });
  return run;
}

describe('a worker that is killed in the middle of Apply', () => {
  it('ends like an uninterrupted run, whatever the moment', { timeout: 180_000 }, async () => {
    const whole = await prepared();
    const count = new Killer();
    await applyUntilKilled(whole, count);
    await whole.drive();
    const expected = picture(whole);
    expect(count.effects).toBeGreaterThan(20);
    for (let at = 0; at < count.effects; at++) {
      const office = await prepared();
      const killer = new Killer();
      killer.at = at;
      await applyUntilKilled(office, killer);
      office.clock.advance(60_000);
      const run = await office.drive();
      expect(run.status, `killed at effect ${at}`).toBe('success');
      expect(run.counts.done, `killed at effect ${at}`).toBe(run.counts.planned);
      expect(duplicatesIn(office), `killed at effect ${at}`).toEqual([]);
      expect(picture(office), `killed at effect ${at}`).toEqual(expected);
      expect((await office.sync()).counts.planned, `killed at effect ${at}`).toBe(0);
    }
  });
});
