/**
 * The way to where a test begins, by messages instead of screens: the set-up and the first sync as
 * somebody does them who trusts every suggestion. What the screens do is tested by the tests of
 * those screens.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { RunView, SetupView } from '../../../utils/views/views';
import { trustedChoices } from '../../simulation/world/choices';
import { ENDED, runBecomes } from './drive-sync';
import { askWorker } from './worker';

const CONNECT_MS_MAX = 60_000;
const LOOK_MS = 200;
/** A plan that changed while it was approved is shown, and approved, again. */
const APPROVALS_MAX = 3;

/** Sets up as suggested. `page` is one of ours in a tab; both systems are signed in. */
export async function setUpByMessages(page: Page): Promise<void> {
  const { firm, company } = await candidate(page);
  await askWorker(page, 'pair.confirm', { firmId: firm.id, realm: company.realm });
  const { clients } = await askWorker(page, 'setup.get', { reload: true });
  await askWorker(page, 'setup.saveClients', {
    decisions: clients.map(({ tps, qbo, decision }) => ({
      tpsId: tps?.id ?? null,
      qboId: qbo?.id ?? null,
      decision,
    })),
  });
  // Twice: the second look shows what the first answers left open.
  await acceptMappings(page);
  await acceptMappings(page);
  for (const step of ['connect', 'check', 'clients', 'codes', 'taxes', 'banks'] as const) {
    await askWorker(page, 'setup.stepDone', { step });
  }
  await askWorker(page, 'setup.finish', {});
}

/** The books that are open in this browser, once both sessions have been seen. */
async function candidate(page: Page): Promise<NonNullable<SetupView['candidate']>> {
  for (const untilMs = Date.now() + CONNECT_MS_MAX; Date.now() < untilMs; await sleep(LOOK_MS)) {
    const { candidate: found } = await askWorker(page, 'setup.get', { reload: false });
    if (found) return found;
    await askWorker(page, 'session.check', {});
  }
  const { systems } = await askWorker(page, 'setup.get', { reload: false });
  throw new Error(`No firm and company to pair: ${JSON.stringify(systems)}`);
}

async function acceptMappings(page: Page): Promise<void> {
  const setup = await askWorker(page, 'setup.get', { reload: false });
  await askWorker(page, 'setup.saveMappings', { choices: trustedChoices(setup) });
}

/** Syncs, brakes typed away. */
export async function syncByMessages(page: Page, description: string): Promise<RunView> {
  const { runId } = await askWorker(page, 'run.sync', { description });
  for (let i = 0; i < APPROVALS_MAX; i++) {
    const run = await runBecomes(page, null, [...ENDED, 'preview']);
    if (run.id !== runId || run.status !== 'preview' || run.plan === null) return run;
    const confirmed = run.plan.brakes.map(({ id }) => id);
    await askWorker(page, 'run.apply', { runId, planHash: run.plan.hash, confirmed });
    await runBecomes(page, null, [...ENDED, 'preview', 'applying']);
  }
  return runBecomes(page, null, ENDED);
}

/** Ends whatever run a failed test has left, so that the next test begins like the first. */
export async function atRest(page: Page): Promise<void> {
  const { run } = await askWorker(page, 'app.get', {});
  if (run && !ENDED.includes(run.status)) await askWorker(page, 'run.cancel', { runId: run.id });
}
