/** Two people of one firm, each with a browser of their own. */
import { Browser } from './world/browser';
import { approve, driveOn, type Ran, setUp } from './world/drive';
import { openSites, type Sites } from './world/sites';

const APPROVALS_MAX = 3;

export interface Firm {
  readonly world: Sites;
  readonly anna: Browser;
  readonly ben: Browser;
}

/** Both have finished the set-up; nothing is synced yet. */
export async function firm(seed = 3): Promise<Firm> {
  const world = await openSites({ seed, clients: 6, findings: 'none' });
  const [anna, ben] = [new Browser(0, world), new Browser(1, world)];
  for (const browser of [anna, ben]) {
    await browser.signIn();
    await setUp(browser);
  }
  world.clock.advance(60_000);
  return { world, anna, ben };
}

/** Presses Sync, and Apply where a brake asks. */
export async function sync(browser: Browser): Promise<Ran> {
  await browser.ask['run.sync']({ description: '' });
  return approved(browser, await driveOn(browser));
}

/** A plan that changes while it is approved is shown, and approved, again. */
export async function approved(browser: Browser, shown: Ran): Promise<Ran> {
  let run = shown;
  for (let i = 0; i < APPROVALS_MAX && run.status === 'preview'; i++) {
    run = await approve(browser, run);
  }
  return run;
}
