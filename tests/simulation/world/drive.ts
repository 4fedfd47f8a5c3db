/** What a person does in the extension, as whole moves: set up, start, look, approve. */

import type { LedgerDatabase } from '../../../utils/store/database';
import { heldBy } from '../../../utils/store/held';
import type { HeldRow, PairRow, RunRecord } from '../../../utils/store/rows';
import type { Browser } from './browser';
import { trustedChoices } from './choices';

/** A run with what it held back and found. */
export type Ran = RunRecord & Pick<HeldRow, 'holds' | 'findings'>;

export async function mustPair(db: LedgerDatabase): Promise<PairRow> {
  const pair = await db.pairs.toCollection().first();
  if (!pair) throw new Error('not paired');
  return pair;
}

/** Confirms the pair, accepts every suggestion, finishes the set-up. */
export async function setUp(browser: Browser): Promise<void> {
  const { ask } = browser;
  const { candidate } = await ask['setup.get']({ reload: true });
  if (candidate) {
    await ask['pair.confirm']({ firmId: candidate.firm.id, realm: candidate.company.realm });
  }
  await acceptClients(browser);
  // Twice: the second table shows what the first answers left open.
  await acceptMappings(browser);
  await acceptMappings(browser);
  await ask['setup.finish']({});
}

/** Takes every suggestion of the client table as it stands. */
export async function acceptClients({ ask }: Browser): Promise<void> {
  const view = await ask['setup.get']({ reload: true });
  await ask['setup.saveClients']({
    decisions: view.clients.map((row) => ({
      tpsId: row.tps?.id ?? null,
      qboId: row.qbo?.id ?? null,
      decision: row.decision,
    })),
  });
}

export async function acceptMappings({ ask }: Browser): Promise<void> {
  const setup = await ask['setup.get']({ reload: false });
  await ask['setup.saveMappings']({ choices: trustedChoices(setup) });
}

/** Work that lasts longer than this, in real time, waits for something that never comes. */
const DRIVE_MS_MAX = 50_000;

/** Thrown by a run that does not end; says what it waits for. */
export class Stuck extends Error {
  constructor(msMax: number, run: RunRecord | undefined) {
    const { id, status, stage, reason, retryAt, technical } = run ?? {};
    const waits = JSON.stringify({ id, status, stage, reason, retryAt, technical });
    super(`after ${msMax / 1000} s this run still goes on: ${waits}`);
    this.name = 'Stuck';
  }
}

/** Drives the runs of a browser's worker until nothing goes on; throws when that does not come. */
export async function driveWorker(browser: Browser, msMax = DRIVE_MS_MAX): Promise<void> {
  const { db, desk } = browser.worker;
  let timer: NodeJS.Timeout | undefined;
  const stuck = new Promise<never>((_, reject) => {
    const say = () => lastRun(browser).then((run) => reject(new Stuck(msMax, run)), reject);
    timer = setTimeout(say, msMax);
  });
  try {
    await Promise.race([desk.runner(await mustPair(db)).drive(), stuck]);
  } finally {
    clearTimeout(timer);
  }
}

/** Works on whatever can go on; gives the last run as it stands. */
export async function driveOn(browser: Browser, msMax?: number): Promise<Ran> {
  await driveWorker(browser, msMax);
  const run = await lastRun(browser);
  if (!run) throw new Error('no run');
  return run;
}

export async function lastRun({ db }: Browser): Promise<Ran | undefined> {
  const runs = await db.runs.toArray();
  // Two runs may start in the same millisecond of a clock that stands still: ids count upwards.
  const run = runs.sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
  return run && { ...run, ...(await heldBy(db, run.id, run.startedAt)) };
}

/** The history of a run, or of all. */
export async function entriesOf({ ask }: Pick<Browser, 'ask'>, runId: string | null) {
  return (await ask['run.entries']({ runId, newest: 10_000 })).rows;
}

/** Approves the plan that is shown, brakes typed away. */
export async function approve(browser: Browser, run: Ran, msMax?: number): Promise<Ran> {
  const confirmed = run.brakes.map((brake) => brake.id);
  await browser.ask['run.apply']({ runId: run.id, planHash: run.planHash ?? '', confirmed });
  return driveOn(browser, msMax);
}
