/**
 * Notes which requests the screens send, so that none is without a test that presses its button.
 * With PRESSES_DIR set, each browser leaves its list there; `tests/run/presses.ts` reads them all.
 */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

/** In a message of `askWorker`: a test asks, no screen. */
export const BY_TEST = 'byTest';

interface Page {
  notePress(name: string): void;
  chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
}

/** Answers with what ends the noting. */
export async function notePresses(context: BrowserContext): Promise<() => void> {
  const folder = process.env.PRESSES_DIR;
  if (folder === undefined) return () => {};
  const pressed = new Set<string>();
  await context.exposeBinding('notePress', (_source, name: string) => {
    pressed.add(name);
  });
  await context.addInitScript((byTest) => {
    if (location.protocol !== 'chrome-extension:') return;
    const page = globalThis as unknown as Page;
    const { runtime } = page.chrome;
    const send = runtime.sendMessage.bind(runtime);
    runtime.sendMessage = (...all: [unknown]) => {
      const [message] = all;
      if (typeof message === 'object' && message !== null && 'name' in message) {
        if (!(byTest in message)) page.notePress(String(message.name));
      }
      return send(...all);
    };
  }, BY_TEST);
  return () => writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify([...pressed]));
}
