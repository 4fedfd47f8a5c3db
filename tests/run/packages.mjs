/** The packages of the lock file. Node's built-ins alone. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './process.mjs';
import { firstLine, Trouble } from './trouble.mjs';

const LOCK_FILE = join(ROOT, 'package-lock.json');
/** Says for which lock file node_modules was installed. */
const STAMP = join(ROOT, 'node_modules', '.ledger-bridge-stamp');
/** npm's own record, written when an installation is complete. */
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');

/** Whether node_modules is what the lock file says. */
export function hasPackages() {
  if (!existsSync(INSTALLED)) return false;
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === hashOfLockFile();
  return statSync(INSTALLED).mtimeMs >= statSync(LOCK_FILE).mtimeMs;
}

export async function ensurePackages({ ending, debug }) {
  if (hasPackages()) return;
  console.log('Installing packages with npm ci …');
  const { code, printed } = await npmCi({ ending, shown: debug });
  if (code !== 0) throw new Trouble(packagesTrouble(printed));
  writeFileSync(STAMP, hashOfLockFile());
}

async function npmCi(how) {
  // `error`: some packages ask for a newer Node than they need, and npm would warn of each.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args], how);
  try {
    return await run('npm', args, how);
  } catch (error) {
    if (error?.code !== 'ENOENT') throw error;
    throw new Trouble('npm is missing: install Node together with npm, and start again.');
  }
}

const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/** Why npm installed nothing, out of what it printed. */
export function packagesTrouble(printed) {
  if (UNREACHABLE.test(printed)) {
    const [host = 'the registry'] = /https?:\/\/[^\s/]+/.exec(printed) ?? [];
    return `The packages could not be installed, as ${host} cannot be reached: check the network, and npm's registry and proxy, and start again.`;
  }
  const [reason] = printed.split('\n').filter((line) => /^npm (error|ERR!) (?!code )/.test(line));
  const said = reason === undefined ? '' : ` npm says: ${firstLine(reason.slice(10).trim())}`;
  return `The packages could not be installed; npm ci shows all of it.${said}`;
}

function hashOfLockFile() {
  return createHash('sha256').update(readFileSync(LOCK_FILE)).digest('hex');
}
