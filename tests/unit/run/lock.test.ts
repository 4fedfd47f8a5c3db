import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tryLock, waitForLock } from '../../run/lock.mjs';
import { claimOut } from '../../run/out-folder.mjs';

let temp: string;
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'ledger-bridge-lock-'));
});
afterEach(() => rmSync(temp, { recursive: true, force: true }));

function heldBy(pid: number): string {
  const lock = join(temp, 'lock');
  mkdirSync(lock);
  writeFileSync(join(lock, String(pid)), '');
  return lock;
}

describe('a lock between processes', () => {
  test('is held once, until it is given back', () => {
    const lock = join(temp, 'lock');
    const release = tryLock(lock);
    expect(tryLock(lock)).toBeNull();
    release?.();
    expect(existsSync(lock)).toBe(false);
    expect(tryLock(lock)).not.toBeNull();
  });

  test('is void when its holder is gone, or never came to write its name', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    const lock = heldBy(pid);
    const release = tryLock(lock);
    expect(readdirSync(lock)).toEqual([String(process.pid)]);
    release?.();
    mkdirSync(lock);
    expect(tryLock(lock)).not.toBeNull();
  });

  test('is waited for, and whoever waits says for whom', async () => {
    const lock = heldBy(process.ppid);
    const waitedFor: (string | undefined)[] = [];
    const taken = waitForLock(lock, new AbortController().signal, (one) => {
      waitedFor.push(one);
      rmSync(lock, { recursive: true });
    });
    (await taken)();
    expect(waitedFor).toEqual([String(process.ppid)]);
  });

  test('is not waited for by a process that is told to end', async () => {
    const lock = heldBy(process.ppid);
    const ending = new AbortController();
    const taken = waitForLock(lock, ending.signal, () => ending.abort());
    await expect(taken).rejects.toThrow();
    expect(readdirSync(lock)).toEqual([String(process.ppid)]);
  });
});

describe('the folder of a report', () => {
  test('is another one while a tour reports there', () => {
    const out = join(temp, 'out');
    const [first, second] = [claimOut(out), claimOut(out)];
    expect([first.out, second.out]).toEqual([out, `${out}-2`]);
    first.release();
    const third = claimOut(out);
    expect(third.out).toBe(out);
    for (const claim of [second, third]) claim.release();
  });

  test('goes as it came when no report was made, and stays when one was', () => {
    const out = join(temp, 'a', 'b');
    claimOut(out).release();
    expect(existsSync(join(temp, 'a'))).toBe(false);
    const claim = claimOut(out);
    writeFileSync(join(out, 'summary.json'), '');
    claim.release();
    expect(readdirSync(out)).toEqual(['summary.json']);
  });
});
