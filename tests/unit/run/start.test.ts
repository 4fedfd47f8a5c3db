/** What `npm start` says before it opens anything: the real program, in a process of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { USAGE } from '../../run/options.mjs';
import { ROOT } from '../../run/process.mjs';

const START = join(ROOT, 'tests/run/start.mjs');
const START_MS_MAX = 15_000;
let temp: string;
let env: NodeJS.ProcessEnv;

beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'ledger-bridge-start-'));
  env = { ...process.env, TMPDIR: temp, DISPLAY: '', WAYLAND_DISPLAY: '', CHROMIUM_PATH: '/none' };
});
afterEach(() => rmSync(temp, { recursive: true, force: true }));

function start(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [START, ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm start', () => {
  test('answers an option that it does not know with the usage', () => {
    const stderr = `Unknown option '--nope'.\n\n${USAGE}\n`;
    expect(start('--nope')).toEqual({ status: 2, stdout: '', stderr });
  });

  test('prints the usage on request', () => {
    expect(start('--help')).toEqual({ status: 0, stdout: `${USAGE}\n`, stderr: '' });
  });

  test('says in one sentence that there is no browser, and leaves nothing behind', () => {
    const { status, stderr } = start('--out', join(temp, 'a/b'));
    expect(stderr).toBe(
      'CHROMIUM_PATH is /none, and there is no program there: correct it, or unset it.\n',
    );
    expect(status).toBe(1);
    expect(readdirSync(temp)).toEqual([]);
  });

  test('says where it went wrong with --debug', () => {
    const { status, stderr } = start('--debug', '--out', join(temp, 'a'));
    expect(stderr).toMatch(/\n {4}at \w+/);
    expect(status).toBe(1);
  });

  test('says in one line that there is no display, and where the pictures go', () => {
    const { stdout } = start();
    expect(stdout).toMatch(/^There is no display here: .* pictures in out(-\d+)?\/ .*\n/);
  });

  test('refuses a folder that cannot be written, and one without recorded responses', () => {
    const file = join(temp, 'file');
    writeFileSync(file, '');
    expect(start('--out', join(file, 'out'))).toMatchObject({
      status: 1,
      stderr: `Nothing can be written to ${file}/out (ENOTDIR): name another folder with --out.\n`,
    });
    const none = start('--qbo-samples', temp);
    expect(none.status).toBe(1);
    expect(none.stderr).toMatch(/^There are no recorded responses in .*\n$/);
  });
});

/** Processes that have the temporary folder of this test among their arguments. */
function running(): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(temp);
    } catch {
      return false;
    }
  });
}

describe.skipIf(process.platform !== 'linux')('npm start, told to end', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)(
    'by %s while it builds, leaves no process and no file behind',
    async (signal, code) => {
      const child = spawn(process.execPath, [START, '--out', join(temp, 'out')], {
        env: { ...env, CHROMIUM_PATH: process.execPath },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const ended = new Promise((resolve) => child.once('close', resolve));
      await vi.waitUntil(() => running().length === 2, { timeout: START_MS_MAX });
      child.kill(signal);
      child.kill(signal);
      expect(await ended).toBe(code);
      expect(running()).toEqual([]);
      expect(readdirSync(temp)).toEqual([]);
    },
  );
});
