import { browser } from 'wxt/browser';
import { awake } from '../platform/awake';
import { Queue } from '../platform/queue';
import { download } from './download';
import type { HistoryExport } from './history-export';
import { type BuildRequest, buildReply, OFFSCREEN } from './offscreen-messages';
import { withOffscreenPage } from './offscreen-page';

const FILE_NAME = 'sync-history.xlsx';

const exports = new Queue();

/**
 * Builds the Excel file of the history and saves it through the browser's downloads, for the
 * background worker. Exports queue up, one at a time. Rejects with an Error that says why.
 *
 * @example const { fileName } = await exportHistory({ runs, entries, headings });
 */
export function exportHistory(input: HistoryExport): Promise<{ fileName: string }> {
  return exports.add(() => withOffscreenPage(() => awake(() => buildAndSave(input))));
}

async function buildAndSave(input: HistoryExport): Promise<{ fileName: string }> {
  const request: BuildRequest = { target: OFFSCREEN, name: 'history.build', input };
  const reply = buildReply.parse(await browser.runtime.sendMessage(request));
  if (!reply.ok) throw new Error(reply.error);
  return { fileName: await download(reply.url, FILE_NAME) };
}
