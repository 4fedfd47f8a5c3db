/**
 * A conversion is cut off at every single effect of its Apply: each request before it is sent, each
 * answer after the other system has committed. Going on must end like an uninterrupted one.
 */
import { describe, expect, it } from 'vitest';
import { applyStage } from '../../utils/runner/apply-stage';
import { apply, creditMemo, entry, openInvoice, previewed, type Type } from './converting';
import { picture } from './ledgers';
import type { Office } from './office';
import { officeSetUp } from './prepared';

class Killed extends Error {}

/** A conversion that was approved, just before its first effect: partly applied, so of three steps. */
async function approved(type: Type): Promise<{ office: Office; runId: string }> {
  const office = await officeSetUp({ seed: 5, clients: 3, findings: 'none' });
  await office.sync();
  office.switches.removeLinked = 'refuse';
  const open = await openInvoice(office);
  const id =
    type === 'creditMemo' ? creditMemo(office, open).id : entry(office, open, 'Debit', 'Income');
  if (type === 'creditMemo') apply(office, open, 'CreditMemo', id, 25);
  await office.sync();
  const { id: runId } = await previewed(office, type, id);
  // As the runner leaves it when the approved plan was found unchanged.
  await office.db.runs.update(runId, { status: 'applying', stage: 'apply' });
  return { office, runId };
}

/** Applies; the n-th effect and every later one throws, as a killed worker does nothing more. */
async function applyUntil(
  office: Office,
  runId: string,
  n: number,
  struck: 'every request' | 'writes',
): Promise<number> {
  let effects = 0;
  const strike = () => {
    effects += 1;
    if (effects > n) throw new Killed('killed');
  };
  for (const site of [office.sites.tps, office.sites.qbo]) {
    site.mishap({
      when: ({ method }) => struck === 'every request' || method !== 'GET',
      times: Number.POSITIVE_INFINITY,
      before: strike,
      after: (response) => {
        strike();
        return response;
      },
    });
  }
  const pair = await office.db.pairs.toCollection().first();
  const run = await office.db.runs.get(runId);
  if (!pair || !run) throw new Error('no run');
  await applyStage(office.desk.runnerDeps(pair), run, 'money').catch((error: unknown) => {
    if (effects <= n) throw error;
  });
  office.sites.tps.clearMishaps();
  office.sites.qbo.clearMishaps();
  return effects;
}

describe.each([
  ['creditMemo', 'every request', 10],
  ['journalEntry', 'writes', 3],
] as const)('a worker killed while it converts a %s, at %s', (type, struck, least) => {
  it('ends like an uninterrupted one, whatever the moment', { timeout: 180_000 }, async () => {
    const { office: prepared, runId } = await approved(type);
    const whole = await prepared.copy();
    const effects = await applyUntil(whole, runId, Number.POSITIVE_INFINITY, struck);
    await whole.drive();
    const expected = picture(whole);
    expect(effects).toBeGreaterThan(least);
    for (let at = 0; at < effects; at++) {
      const office = await prepared.copy();
      await applyUntil(office, runId, at, struck);
      office.clock.advance(60_000);
      await office.drive();
      const run = await office.db.runs.get(runId);
      expect(run?.status, `killed at effect ${at}`).toBe('success');
      expect(run?.counts.done, `killed at effect ${at}`).toBe(run?.counts.planned);
      expect(picture(office), `killed at effect ${at}`).toEqual(expected);
      const next = await office.sync();
      expect(next, `killed at effect ${at}`).toMatchObject({ status: 'success' });
      expect(next.tieOut?.named, `killed at effect ${at}`).toEqual([]);
    }
  });
});
