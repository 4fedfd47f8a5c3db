/**
 * An undo is cut off at every single effect of its Apply: each request before it is sent, each
 * answer after the other system has committed. Going on must end like an uninterrupted undo.
 */

import { describe, expect, it } from 'vitest';
import { applyStage } from '../../utils/runner/apply-stage';
import { shownVerbOf } from '../../utils/sync/shown-type';
import { duplicatesIn, picture } from './ledgers';
import type { Office } from './office';
import { officeSetUp } from './prepared';

class Killed extends Error {}

interface Approved {
  readonly office: Office;
  /** The books before the run that is taken back. */
  readonly before: unknown;
  readonly undoId: string;
}

/** An undo that was approved, just before its first effect. */
async function approvedUndo(): Promise<Approved> {
  const office = await officeSetUp({ seed: 2, clients: 3, findings: 'none' });
  const before = picture(office);
  const first = await office.sync();
  if (first.counts.done !== first.counts.planned) throw new Error('the first sync failed');
  office.clock.advance(60_000);
  const { runId: undoId } = await office.ask['run.undo']({ runId: first.id, description: '' });
  await office.drive();
  // As the runner leaves it when the approved plan was found unchanged.
  await office.db.runs.update(undoId, { status: 'applying', stage: 'apply' });
  return { office, before, undoId };
}

/** Applies; the n-th effect and every later one throws, as a killed worker does nothing more. */
async function applyUntil(office: Office, undoId: string, n: number): Promise<number> {
  let effects = 0;
  const strike = () => {
    effects += 1;
    if (effects > n) throw new Killed('killed');
  };
  for (const site of [office.sites.tps, office.sites.qbo]) {
    site.mishap({
      when: () => true,
      times: Number.POSITIVE_INFINITY,
      before: strike,
      after: (response) => {
        strike();
        return response;
      },
    });
  }
  const pair = await office.db.pairs.toCollection().first();
  const run = await office.db.runs.get(undoId);
  if (!pair || !run) throw new Error('no run');
  await applyStage(office.desk.runnerDeps(pair), run, 'money').catch((error: unknown) => {
    if (effects <= n) throw error;
  });
  office.sites.tps.clearMishaps();
  office.sites.qbo.clearMishaps();
  return effects;
}

describe('a worker that is killed in the middle of an undo', () => {
  it('ends like an uninterrupted undo, whatever the moment', { timeout: 180_000 }, async () => {
    const prepared = await approvedUndo();
    const { before, undoId } = prepared;
    const whole = await prepared.office.copy();
    const rows = await whole.db.journal.where('runId').equals(undoId).toArray();
    const kinds = rows.map(({ intent }) => `${intent.to} ${shownVerbOf(intent)} ${intent.type}`);
    expect(kinds).toEqual(expect.arrayContaining(['tps delete client', 'qbo deactivate client']));
    const effects = await applyUntil(whole, undoId, Number.POSITIVE_INFINITY);
    expect(effects).toBeGreaterThan(20);
    for (let at = 0; at < effects; at++) {
      const office = await prepared.office.copy();
      await applyUntil(office, undoId, at);
      office.clock.advance(60_000);
      const run = await office.drive();
      const entries = await office.db.entries.where('runId').equals(undoId).toArray();
      const bad = entries.filter(({ status }) => status !== 'successful');
      expect(bad, `killed at effect ${at}`).toEqual([]);
      expect(run.counts.done, `killed at effect ${at}`).toBe(run.counts.planned);
      expect(picture(office), `killed at effect ${at}`).toEqual(before);
      expect(duplicatesIn(office), `killed at effect ${at}`).toEqual([]);
    }
  });
});
