/**
 * A tab of our own for each system, in which links open and which later links use again. A tab that
 * is somebody else's, or in which somebody has typed since it was loaded, is never navigated.
 */
import { type Browser, browser } from 'wxt/browser';
import { z } from 'zod/mini';
import type { Side } from '../ledger/side';
import { WAS_TYPED_IN } from '../messages/typed-in';

/** Outlives the worker, and ends with the tabs that it names. */
const KEY = 'tabs.own';

const ownTabs = z.object({ tps: z.optional(z.int()), qbo: z.optional(z.int()) });
type Tab = Browser.tabs.Tab;

export async function openInOwnTab(side: Side, url: string): Promise<void> {
  const tab = await ownTab(side);
  if (tab?.id !== undefined && (await isUntouched(tab.id))) await show(tab, { url });
  else await create(side, url);
}

/** Where the page is not one of that system, it is its sign-in: what is typed there must stay. */
export async function openSignIn(side: Side, url: string): Promise<void> {
  const tab = await ownTab(side);
  if (tab && tab.url === undefined) await show(tab, {});
  else await openInOwnTab(side, url);
}

async function ownTab(side: Side): Promise<Tab | null> {
  const id = (await remembered())[side];
  if (id === undefined) return null;
  return browser.tabs.get(id).catch(() => null);
}

async function create(side: Side, url: string): Promise<void> {
  const { id, windowId } = await browser.tabs.create({ url });
  await browser.storage.session.set({ [KEY]: { ...(await remembered()), [side]: id } });
  await browser.windows.update(windowId, { focused: true });
}

async function show({ id, windowId }: Tab, change: { url?: string }): Promise<void> {
  if (id === undefined) return;
  await browser.tabs.update(id, { active: true, ...change });
  await browser.windows.update(windowId, { focused: true });
}

async function remembered(): Promise<z.infer<typeof ownTabs>> {
  const stored = (await browser.storage.session.get(KEY))[KEY];
  const parsed = z.safeParse(ownTabs, stored);
  return parsed.success ? parsed.data : {};
}

/** Our guest in that tab says so. One that does not answer knows nothing: better a tab too many. */
async function isUntouched(tabId: number): Promise<boolean> {
  const answer: unknown = await browser.tabs
    .sendMessage(tabId, { name: WAS_TYPED_IN })
    .catch(() => null);
  return answer === false;
}
