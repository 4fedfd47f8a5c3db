import { browser } from 'wxt/browser';
import { appView } from './app-view';
import type { BrowserDesk } from './browser-desk';

const EVERY_MS = 500;
const AMBER = '#b45309';
const TEAL = '#0f766e';

/**
 * Tells the screens that something changed, at most twice a second, and keeps the toolbar
 * badge: the number of things that need a person; amber while a run is paused.
 */
export function announcer(desk: () => BrowserDesk | null): () => void {
  let pending = false;
  return () => {
    if (pending) return;
    pending = true;
    setTimeout(() => {
      pending = false;
      // Nobody listens when no screen is open; that is no error.
      browser.runtime.sendMessage({ name: 'changed' }).catch(() => {});
      const open = desk();
      if (open) void badge(open);
    }, EVERY_MS);
  };
}

async function badge(desk: BrowserDesk): Promise<void> {
  const { needs, run } = await appView(desk);
  const paused = run?.status === 'paused';
  await browser.action.setBadgeText({
    text: needs.length > 0 ? String(Math.min(needs.length, 99)) : paused ? '!' : '',
  });
  await browser.action.setBadgeBackgroundColor({ color: paused ? AMBER : TEAL });
}
