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
