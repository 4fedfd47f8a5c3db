/** Runs other programs. Node's built-ins alone. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const isWindows = process.platform === 'win32';

/** How long a program that was told to end may take before it is ended. */
const ENDING_MS_MAX = 8_000;

/**
 * Runs a program to its end and answers with its exit code and what it printed: nothing where it
 * was `shown` as it came. It has a process group of its own, which ends as a whole when `ending`
 * says so: only then the promise rejects, with that reason.
 */
export function run(program, args, { ending, shown = false, env = process.env, ipc = false }) {
  return new Promise((resolve, reject) => {
    ending.throwIfAborted();
    const output = shown ? 'inherit' : 'pipe';
    const child = spawn(program, args, {
      cwd: ROOT,
      env,
      stdio: ['ignore', output, output, ...(ipc ? ['ipc'] : [])],
      detached: !isWindows,
      shell: isWindows && !program.endsWith('.exe'),
    });
    const printed = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part) => printed.push(part));
    let patience;
    const end = () => {
      signalGroup(child, 'SIGTERM');
      patience = setTimeout(() => signalGroup(child, 'SIGKILL'), ENDING_MS_MAX);
    };
    ending.addEventListener('abort', end);
    const settle = (done) => {
      ending.removeEventListener('abort', end);
      clearTimeout(patience);
      if (!ending.aborted) return done();
      // What it started may have outlived it.
      signalGroup(child, 'SIGKILL');
      reject(ending.reason);
    };
    child.once('error', (error) => settle(() => reject(error)));
    child.once('close', (code) =>
      settle(() => resolve({ code: code ?? 1, printed: Buffer.concat(printed).toString() })),
    );
  });
}

function signalGroup(child, signal) {
  if (isWindows || child.pid === undefined) {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** The script behind a package's command, so that neither npx nor a shell stands between. */
export function scriptOf(packageName, command = packageName) {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs a Node script and answers with its exit code. Passes signals on. Shows its output as it
 * comes; with `quiet`, only when the script fails (for one that draws spinners into a log).
 */
export function runScript(script, args, { quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, stdio });
    const held = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part) => held.push(part));
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      if (code !== 0) for (const part of held) process.stderr.write(part);
      resolve(code ?? 1);
    });
  });
}
