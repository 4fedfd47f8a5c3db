import type { Page } from 'playwright-core';
import type { Envelope } from '../../../utils/messages/ask';
import type { Reply, RequestName, RequestOf } from '../../../utils/messages/requests';
import { builtExtension } from './extension';
import type { Browser } from './launch';
import { BY_TEST } from './presses';

/** What an extension page has, where `askWorker` runs its one line. */
declare const chrome: { runtime: { sendMessage<Answer>(message: unknown): Promise<Answer> } };

/** Ends the background worker the way Chrome does, at once and without a word. */
export async function killWorker({ cdp }: Browser): Promise<void> {
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
}

/**
 * Asks the worker from one of our extension pages, as its screens do. For looking at what a screen
 * shows in words, and for the way to where a test begins.
 */
export async function askWorker<N extends RequestName>(
  page: Page,
  name: N,
  request: RequestOf<N>,
): Promise<Reply<N>> {
  const answer = await page.evaluate(
    (message) => chrome.runtime.sendMessage<Envelope<Reply<N>>>(message),
    { name, request, [BY_TEST]: true },
  );
  if (answer.ok) return answer.value;
  throw new Error(`The worker refused ${name}: ${JSON.stringify(answer.error)}`);
}

/** Loads the same build again, which Chrome treats as an update: the old guests are cut off. */
export async function updateExtension({ context }: Browser): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This browser has no session of its own.');
  await session.send('Extensions.loadUnpacked', { path: builtExtension() });
  await session.detach();
}
