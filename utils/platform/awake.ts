import { browser } from 'wxt/browser';

/** Below the 30 s after which Chrome ends a worker in which nothing happens. */
const AWAKE_MS = 20_000;

/** Keeps Chrome from ending the background worker while `work` waits for somebody else. */
export async function awake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
