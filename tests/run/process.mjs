/** Runs other programs. Node's built-ins alone. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a program to its end, output as it comes; throws an Error when it fails. */
export function run(program, args, options = {}) {
  const shell = process.platform === 'win32' && !program.endsWith('.exe');
  const { status, error } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell,
    ...options,
  });
  if (error) throw new Error(`${program} did not start: ${error.message}`);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}`);
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
