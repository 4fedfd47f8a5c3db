import { browser } from 'wxt/browser';
import { z } from 'zod';
import { TRAITS } from '../ledger/traits';
import { EXTRA_HEADERS } from './session';

const OBSERVED_URLS = [`${TRAITS.qbo.origin}/api/*`];
const STORAGE_KEY = 'qbo.observedHeaders';

const NAMES: ReadonlySet<string> = new Set([
  'authorization',
  'intuit-company-id',
  'csrftoken',
  'x-csrf-token',
  ...EXTRA_HEADERS,
]);

const stored = z.record(z.string(), z.string());

interface SentHeader {
  readonly name: string;
  readonly value?: string | undefined;
}

/**
 * Keeps the headers that QBO's own pages send, in `storage.session` alone (memory; never on disk,
 * never in a log). To be called in the worker's first turn: the listener registers synchronously.
 * Requests of this extension have no tab and are not listened to.
 */
export function observeQboSession(onChange?: () => void, onPageRequest?: () => void): void {
  let last = '';
  browser.webRequest.onSendHeaders.addListener(
    (details) => {
      if (details.tabId < 0) return;
      onPageRequest?.();
      const headers = sessionHeadersOf(details.requestHeaders ?? []);
      if (headers.authorization === undefined) return;
      const text = JSON.stringify(Object.entries(headers).sort());
      if (text === last) return;
      last = text;
      void keep(headers).then(onChange);
    },
    { urls: OBSERVED_URLS },
    ['requestHeaders', 'extraHeaders'],
  );
}

/** The headers seen last; null before the first. Survives the worker, not the browser. */
export async function observedHeaders(): Promise<Readonly<Record<string, string>> | null> {
  const found = await browser.storage.session.get(STORAGE_KEY);
  const parsed = stored.safeParse(found[STORAGE_KEY]);
  return parsed.success ? parsed.data : null;
}

/** Forgets the session, for instance when the pair is removed. */
export async function forgetObservedHeaders(): Promise<void> {
  await browser.storage.session.remove(STORAGE_KEY);
}

/** Of all headers of a request, those that make up the session; names in lower case. */
function sessionHeadersOf(sent: readonly SentHeader[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { name, value } of sent) {
    const key = name.toLowerCase();
    if (value !== undefined && value !== '' && NAMES.has(key)) headers[key] = value;
  }
  return headers;
}

/** A read lacks csrf tokens: those seen before stay, unless the company or key changed. */
async function keep(seen: Readonly<Record<string, string>>): Promise<void> {
  const before = await observedHeaders();
  const same =
    before?.authorization === seen.authorization &&
    before?.['intuit-company-id'] === seen['intuit-company-id'];
  const next = same ? { ...before, ...seen } : seen;
  if (JSON.stringify(next) === JSON.stringify(before)) return;
  await browser.storage.session.set({ [STORAGE_KEY]: next });
}
