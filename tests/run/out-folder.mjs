/** The folder that a headless tour reports to, for this process alone. Node's built-ins alone. */
import { accessSync, constants, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { lockFor, tryLock } from './lock.mjs';
import { Trouble } from './trouble.mjs';

/**
 * The wanted folder, or `…-2` and so on while another tour reports there. `release` gives it back,
 * and takes away what was made for a report that never came.
 */
export function claimOut(wanted) {
  for (let number = 1; ; number++) {
    const out = number === 1 ? wanted : `${wanted}-${number}`;
    const unlock = tryLock(lockFor('out', out));
    if (!unlock) continue;
    try {
      const made = makeWritable(out);
      const release = () => {
        if (made) removeEmpty(out, made);
        unlock();
      };
      return { out, release };
    } catch (error) {
      unlock();
      throw error;
    }
  }
}

function makeWritable(out) {
  try {
    const made = makeFolder(out);
    accessSync(out, constants.W_OK | constants.X_OK);
    return made;
  } catch (error) {
    throw new Trouble(
      `Nothing can be written to ${out} (${error.code}): name another folder with --out.`,
      { cause: error },
    );
  }
}

/**
 * Makes it and what is above it; answers with the first that was missing. With `recursive`, Node
 * tries for ever where nothing can be made, as in /proc.
 */
function makeFolder(at) {
  try {
    mkdirSync(at);
    return at;
  } catch (error) {
    if (error.code === 'EEXIST' && statSync(at).isDirectory()) return undefined;
    if (error.code !== 'ENOENT') throw error;
  }
  const made = makeFolder(dirname(at));
  mkdirSync(at);
  return made ?? at;
}

/** From `out` up to the first folder that was made, as far as they are empty. */
function removeEmpty(out, made) {
  try {
    for (let at = out; at.length >= made.length; at = dirname(at)) rmdirSync(at);
  } catch {
    // There is something in it.
  }
}
