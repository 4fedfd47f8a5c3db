/** What a step does with a browser, whatever becomes of its worker. */

import { RunStop } from '../../../utils/runner/stop';
import { canTurnBack, LastMove } from '../../../utils/runner/turn-back';
import { DeskRefusal } from '../../../utils/worker/refusal';
import { shareWithFirm } from '../../../utils/worker/shared-setup';
import type { Browser } from '../world/browser';
import { driveWorker, lastRun, type Ran, Stuck, setUp } from '../world/drive';
import type { World } from '../world/world';

/** A worker that is killed more often than this in one step is left dead. */
const LIVES_MAX = 30;
/** A plan that changes while it is approved is shown, and approved, again. */
const APPROVALS_MAX = 4;

/** The browser, set up: that is done in calm, before anything else. */
export async function ready(world: World, index: number): Promise<Browser> {
  const browser = await world.browser(index);
  const pair = await browser.db.pairs.toCollection().first();
  if (pair?.ready) return browser;
  await world.mendSessions();
  world.storm(browser, []);
  world.reads(browser);
  await setUp(browser);
  if (browser.isShared) await shareWithFirm(browser.desk);
  return browser;
}

/** Asks for a run; null when our product refuses, or when the worker died over it. */
export async function started(
  browser: Browser,
  how: 'run.preview' | 'run.sync',
): Promise<string | null> {
  return outlive(browser, async () => (await browser.ask[how]({ description: '' })).runId);
}

/** Works until nothing goes on; a killed worker is started again and goes on from the database. */
export async function driveThrough(browser: Browser): Promise<void> {
  for (let life = 0; life < LIVES_MAX; life++) {
    const { worker } = browser;
    await outlive(browser, () => driveWorker(browser));
    if (!worker.alive) continue;
    await share(browser);
    return;
  }
}

/** What the firm's other browsers have shared. */
export async function takeIn(browser: Browser): Promise<void> {
  await outlive(browser, () => browser.ask['shared.look']({}));
}

/** The firm's other browsers hear of the clients that a run has paired, and where it drew the line. */
async function share(browser: Browser): Promise<void> {
  if (!browser.isShared) return;
  const run = await lastRun(browser);
  if (run?.endedAt) await outlive(browser, () => shareWithFirm(browser.desk));
}

/** A person looks at the plan and says yes, brakes typed away. */
export async function approveShown(world: World, browser: Browser): Promise<void> {
  for (let i = 0; i < APPROVALS_MAX; i++) {
    const run = await lastRun(browser);
    if (run?.status !== 'preview' || run.planHash === null) return;
    const { id: runId, planHash } = run;
    const rows = await browser.db.journal
      .where('[runId+seq]')
      .between([runId, 0], [runId, Number.POSITIVE_INFINITY])
      .toArray();
    world.approved.set(runId, { planHash, keys: new Set(rows.map(({ intent }) => intent.key)) });
    world.reads(browser);
    const confirmed = run.brakes.map((brake) => brake.id);
    const { worker: pressed } = browser;
    await outlive(browser, () => browser.ask['run.apply']({ runId, planHash, confirmed }));
    const { worker } = browser;
    const asked = await lastRun(browser);
    // Refused: the plan has grown too old. The person starts anew. (A worker that died over it
    // answered nothing: the person presses again.)
    if (asked?.status === 'preview' && asked.sealed === null && worker === pressed) {
      await outlive(browser, () => browser.ask['run.cancel']({ runId }));
      return;
    }
    await driveThrough(browser);
  }
}

/** What was stopped goes on; what waits to be seen is approved. */
export async function goOn(world: World, browser: Browser): Promise<void> {
  const run = await lastRun(browser);
  if (run?.status === 'paused') {
    if (run.stage === 'pull' || (await readsAgain(browser, run))) world.reads(browser);
    await outlive(browser, () => browser.ask['run.resume']({ runId: run.id, turn: run.turn ?? 0 }));
  }
  await driveThrough(browser);
  await approveShown(world, browser);
}

/** Null when it was refused, or came to nothing because the worker or its database did. */
async function outlive<T>(browser: Browser, act: () => Promise<T>): Promise<T | null> {
  const { worker } = browser;
  try {
    return await act();
  } catch (error) {
    if (error instanceof Stuck) throw error;
    if (error instanceof DeskRefusal || error instanceof RunStop) return null;
    // A worker whose own database fails is as good as dead: Chrome starts another one.
    if (worker.alive) browser.kill();
    return null;
  }
}

/** A plan that waited too long goes back to reading both books. */
async function readsAgain({ db, desk }: Browser, run: Ran): Promise<boolean> {
  const rows = await db.journal.where('[runId+seq]').between([run.id, 0], [run.id, 1e9]).toArray();
  return canTurnBack(run, rows) && new LastMove(desk.now, run, rows).isLongAgo;
}
