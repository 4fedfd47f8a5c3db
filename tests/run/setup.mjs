/**
 * Makes sure of what everything else needs: Node, the packages of the lock file, Chromium. Runs by
 * itself (`node tests/run/setup.mjs`) or as `setUp()`. Node's built-ins alone.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.mjs';
import { ROOT, run } from './process.mjs';

const NODE_MIN = [20, 19];
const LOCK = join(ROOT, 'package-lock.json');
/** Says for which lock file node_modules was installed. */
const STAMP = join(ROOT, 'node_modules', '.ledger-bridge-stamp');
/** npm's own record, written when an installation is complete. */
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');

/** Sets up, or prints what is missing and ends the process. Tells children where Chromium is. */
export function setUp() {
  try {
    checkNode();
    ensurePackages();
    process.env.CHROMIUM_PATH = ensureChromium();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [majorMin, minorMin] = NODE_MIN;
  if (major > majorMin || (major === majorMin && minor >= minorMin)) return;
  throw new Error(
    `Node ${NODE_MIN.join('.')} or newer is needed; this is ${process.versions.node}.`,
  );
}

function ensurePackages() {
  const lock = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (!isInstalled(lock)) {
    console.log('Installing packages with npm ci …');
    // `error`: some packages ask for a newer Node than they need, and npm would warn of each.
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env.npm_execpath;
    if (npm?.endsWith('.js')) run(process.execPath, [npm, ...args]);
    else run('npm', args);
  }
  writeFileSync(STAMP, lock);
}

function isInstalled(lock) {
  if (!existsSync(INSTALLED)) return false;
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === lock;
  return statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp();
