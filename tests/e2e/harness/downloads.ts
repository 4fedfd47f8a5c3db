import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 200;

/** Waits until a file of this name is complete in the folder; answers with its path. */
export async function waitForFile(folder: string, name: string, msMax = 60_000): Promise<string> {
  const path = join(folder, name);
  for (const untilMs = Date.now() + msMax; Date.now() < untilMs; await sleep(LOOK_MS)) {
    const isWorking = readdirSync(folder).some((file) => file.endsWith('.crdownload'));
    if (existsSync(path) && !isWorking) return path;
  }
  throw new Error(`${name} was not saved; there is only: ${readdirSync(folder).join(', ')}`);
}

/** The same for a file whose name is not known: the one that was not there before. */
export async function waitForNewFile(
  folder: string,
  name: RegExp,
  before: ReadonlySet<string>,
  msMax = 60_000,
): Promise<string> {
  for (const untilMs = Date.now() + msMax; Date.now() < untilMs; await sleep(LOOK_MS)) {
    const files = readdirSync(folder);
    const made = files.find((file) => name.test(file) && !before.has(file));
    if (made && !files.some((file) => file.endsWith('.crdownload'))) return join(folder, made);
  }
  throw new Error(`No ${name} was saved; there is only: ${readdirSync(folder).join(', ')}`);
}
