import type { Page } from 'playwright-core';
import type { SandboxOptions } from '../../sandbox/server';
import { setUpByMessages, syncByMessages } from './by-messages';
import type { LaunchOptions } from './launch';
import { type Scene, startScene } from './scene';
import { openWorkspace } from './screens';
import { arriveSignedIn } from './sign-in';

export interface Prepared extends Scene {
  tps: Page;
  qbo: Page;
  workspace: Page;
}

/** Signed in to both, set up as suggested, and synced once: where a working day begins. */
export async function preparedScene(
  sandbox: SandboxOptions,
  browser: Omit<LaunchOptions, 'httpsPort'> = {},
): Promise<Prepared> {
  const scene = await setUpScene(sandbox, browser);
  const run = await syncByMessages(scene.workspace, 'First sync');
  if (run.status !== 'success') {
    await scene.end();
    throw new Error(`The first sync ended ${run.status}`);
  }
  return scene;
}

/** Signed in to both and set up as suggested; nothing was synced yet. */
export async function setUpScene(
  sandbox: SandboxOptions,
  browser: Omit<LaunchOptions, 'httpsPort'> = {},
): Promise<Prepared> {
  const scene = await startScene(sandbox, browser);
  try {
    const { tps, qbo } = await arriveSignedIn(scene.browser.context, scene.sandbox);
    const workspace = await openWorkspace(scene.browser, 'history');
    await setUpByMessages(workspace);
    return { ...scene, tps, qbo, workspace };
  } catch (error) {
    await scene.end();
    throw error;
  }
}
