/**
 * Makes sure of what everything else needs: Node, the packages of the lock file, Chromium. Runs by
 * itself (`node tests/run/setup.mjs`), as `setUp()`, or as a part of a start. Node's built-ins alone.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromiumHere, ensureChromium } from './chromium.mjs';
import { exitCodeOf, toldToEnd } from './ending.mjs';
import { lockFor, waitForLock } from './lock.mjs';
import { nodeTrouble } from './node-version.mjs';
import { ensurePackages, hasPackages } from './packages.mjs';
import { ROOT } from './process.mjs';
import { complain, Trouble } from './trouble.mjs';

const THIS = fileURLToPath(import.meta.url);

/** Sets up, or prints what is missing and ends the process. Tells children where Chromium is. */
export function setUp() {
  // A process of its own can be told to end while it waits for npm.
  const { status } = spawnSync(process.execPath, [THIS], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  process.env.CHROMIUM_PATH = chromiumHere();
}

/** The same within a process that is told to end by `ending`; throws what is missing. */
export async function prepare({ ending, debug }) {
  const trouble = nodeTrouble(process.versions.node);
  if (trouble) throw new Trouble(trouble);
  if (!chromiumHere() || !hasPackages()) await install({ ending, debug });
  process.env.CHROMIUM_PATH = chromiumHere();
}

/** One at a time: npm and apt-get would each get in their own way. */
async function install(how) {
  const release = await waitForLock(lockFor('setup', ROOT), how.ending, (holder) =>
    console.log(`Waiting for process ${holder}, which is setting up here already …`),
  );
  try {
    await ensureChromium(how);
    await ensurePackages(how);
  } finally {
    release();
  }
}

async function main() {
  const ending = toldToEnd();
  const debug = process.argv.includes('--debug');
  try {
    await prepare({ ending, debug });
    return 0;
  } catch (error) {
    if (ending.aborted) return exitCodeOf(ending.reason);
    complain(error, debug);
    return 1;
  }
}

if (process.argv[1] === THIS) process.exit(await main());
