import { browser } from 'wxt/browser';
import { download } from '../export/download';
import { buildReply, OFFSCREEN } from '../export/offscreen-messages';
import { withOffscreenPage } from '../export/offscreen-page';
import type { ScratchUrlRequest } from './offscreen-request';

/**
 * Saves a scratch file through the browser's downloads, for the background worker; gives the name
 * that it got. A worker has no `URL.createObjectURL`, so the offscreen page makes the address.
 * Rejects with an Error that says why.
 */
export function saveScratchFile(scratchName: string, fileName: string): Promise<string> {
  return withOffscreenPage(async () => {
    const request: ScratchUrlRequest = { target: OFFSCREEN, name: 'backup.url', file: scratchName };
    const reply = buildReply.parse(await browser.runtime.sendMessage(request));
    if (!reply.ok) throw new Error(reply.error);
    return download(reply.url, fileName);
  });
}
