import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { SandboxOptions } from '../../sandbox/server';
import { setUpByMessages, syncByMessages } from './by-messages';
import { type KeptScene, SceneShelf } from './kept-scenes';
import type { LaunchOptions } from './launch';
import { type Scene, startScene } from './scene';
import { openWorkspace } from './screens';
import { arriveSignedIn } from './sign-in';
import { askWorker } from './worker';

const LOOK_MS = 100;
const SAVED_MS_MAX = 60_000;

export interface Prepared extends Scene {
  tps: Page;
  qbo: Page;
  workspace: Page;
}

/** What several files begin with: their scenes are prepared once. Others would be kept for nobody. */
export const SMALL_FIRM: SandboxOptions = { clients: 6, findings: 'none', seed: 12 };
export const FIRM_WITH_FINDINGS: SandboxOptions = { clients: 8, findings: 'all', seed: 13 };
const SHARED: readonly SandboxOptions[] = [SMALL_FIRM, FIRM_WITH_FINDINGS];

/** How far a scene has come; each is what the one before it is, and more. */
type Begins = 'set up' | 'synced';

/** Signed in to both, set up as suggested, and synced once: where a working day begins. */
export function preparedScene(
  sandbox: SandboxOptions,
  browser: Omit<LaunchOptions, 'httpsPort'> = {},
): Promise<Prepared> {
  return sceneThat('synced', sandbox, browser);
}

/** Signed in to both and set up as suggested; nothing was synced yet. */
export function setUpScene(
  sandbox: SandboxOptions,
  browser: Omit<LaunchOptions, 'httpsPort'> = {},
): Promise<Prepared> {
  return sceneThat('set up', sandbox, browser);
}

async function sceneThat(
  begins: Begins,
  sandbox: SandboxOptions,
  browser: Omit<LaunchOptions, 'httpsPort'>,
): Promise<Prepared> {
  const shelf = new SceneShelf(sandbox, begins);
  const kept = shelf.take();
  if (kept) return arrive(sandbox, browser, kept);
  const scene = await arrive(sandbox, browser);
  try {
    await setUpByMessages(scene.workspace);
    if (begins === 'synced') {
      const { status } = await syncByMessages(scene.workspace, 'First sync');
      if (status !== 'success') throw new Error(`The first sync ended ${status}`);
    }
    if (!SHARED.includes(sandbox) || !shelf.claim()) return scene;
    await allIsSaved(scene);
    const books = scene.sandbox.kept();
    await scene.browser.close(() => shelf.keep(books, scene.browser.profile));
    await scene.sandbox.stop();
  } catch (error) {
    await scene.end();
    throw error;
  }
  return sceneThat(begins, sandbox, browser);
}

/** Signed in to both, our workspace open. */
async function arrive(
  sandbox: SandboxOptions,
  browser: Omit<LaunchOptions, 'httpsPort'>,
  kept?: KeptScene,
): Promise<Prepared> {
  const scene = kept
    ? await startScene({ ...sandbox, kept: kept.books }, { ...browser, profile: kept.profile })
    : await startScene(sandbox, browser);
  try {
    const { tps, qbo } = await arriveSignedIn(scene.browser.context, scene.sandbox);
    const workspace = await openWorkspace(scene.browser, 'history');
    return { ...scene, tps, qbo, workspace };
  } catch (error) {
    await scene.end();
    throw error;
  }
}

/** Until the set-up is shared, and the right to write is given back. */
async function allIsSaved({ sandbox, workspace }: Prepared): Promise<void> {
  const company = sandbox.qbo.company(sandbox.realm);
  const leases = "select * from Attachable where Note like 'Ledger Bridge sync lease%'";
  for (const untilMs = Date.now() + SAVED_MS_MAX; Date.now() < untilMs; await sleep(LOOK_MS)) {
    const isHeld = JSON.stringify(company.query(leases)).includes('\\"free\\":false');
    const { shared } = await askWorker(workspace, 'shared.get', {});
    if (!isHeld && shared !== null) return;
  }
  throw new Error('The set-up was not shared, or the right to write not given back.');
}
