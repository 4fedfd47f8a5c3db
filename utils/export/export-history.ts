import { browser } from 'wxt/browser';
import { download } from './download';
import type { HistoryExport } from './history-export';
import { type BuildRequest, buildReply, OFFSCREEN } from './offscreen-messages';
import { withOffscreenPage } from './offscreen-page';

const FILE_NAME = 'sync-history.xlsx';

/** Below the 30 s after which Chrome ends a worker in which nothing happens. */
const AWAKE_MS = 20_000;

let last: Promise<unknown> = Promise.resolve();

/**
 * Builds the Excel file of the history and saves it through the browser's downloads, for the
 * background worker. Exports queue up, one at a time. Rejects with an Error that says why.
 *
 * @example const { fileName } = await exportHistory({ runs, entries, headings });
 */
export function exportHistory(input: HistoryExport): Promise<{ fileName: string }> {
  const mine = last.then(() => withOffscreenPage(() => buildAndSave(input)));
  last = mine.catch(() => undefined);
  return mine;
}

async function buildAndSave(input: HistoryExport): Promise<{ fileName: string }> {
  const request: BuildRequest = { target: OFFSCREEN, name: 'history.build', input };
  const awake = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_MS);
  try {
    const reply = buildReply.parse(await browser.runtime.sendMessage(request));
    if (!reply.ok) throw new Error(reply.error);
    return { fileName: await download(reply.url, FILE_NAME) };
  } finally {
    clearInterval(awake);
  }
}
