/**
 * A lock between processes: a folder with one file in it, named by the process that holds it. It is
 * void once that process is gone. A folder can only be removed while it is empty, so that whoever
 * clears a void lock cannot remove the one that another has taken meanwhile. Node's built-ins alone.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_AGAIN_MS = 300;

/** Where the lock of something that has a path stands: beside it, it would be installed over. */
export function lockFor(purpose, path) {
  const name = createHash('sha256').update(path).digest('hex').slice(0, 12);
  return join(tmpdir(), `ledger-bridge-${purpose}-${name}`);
}

/** Takes the lock; answers with what gives it back, or null while another process has it. */
export function tryLock(lock) {
  for (;;) {
    if (take(lock)) return () => clear(lock, String(process.pid));
    const holder = holderOf(lock);
    if (holder && isAlive(Number(holder))) return null;
    clear(lock, holder);
  }
}

/** Takes the lock as soon as it is free. `onWait` hears once who has it. */
export async function waitForLock(lock, ending, onWait) {
  let told = false;
  for (;;) {
    const release = tryLock(lock);
    if (release) return release;
    if (!told) onWait(holderOf(lock));
    told = true;
    await sleep(LOOK_AGAIN_MS, undefined, { signal: ending });
  }
}

function take(lock) {
  const mine = String(process.pid);
  if (unless(['EEXIST'], () => mkdirSync(lock))) return false;
  // Another may have found the folder empty, removed it, and made its own.
  if (unless(['ENOENT', 'EEXIST'], () => writeFileSync(join(lock, mine), '', { flag: 'wx' })))
    return false;
  if (readdirSync(lock).every((name) => name === mine)) return true;
  rmSync(join(lock, mine), { force: true });
  return false;
}

function holderOf(lock) {
  let holders = [];
  unless(['ENOENT'], () => {
    holders = readdirSync(lock);
  });
  return holders[0];
}

function clear(lock, holder) {
  if (holder) rmSync(join(lock, holder), { force: true });
  unless(['ENOENT', 'ENOTEMPTY', 'EEXIST'], () => rmdirSync(lock));
}

function isAlive(pid) {
  if (!Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Does it; answers whether one of the named errors came in the way. */
function unless(codes, work) {
  try {
    work();
    return false;
  } catch (error) {
    if (codes.includes(error.code)) return true;
    throw error;
  }
}
