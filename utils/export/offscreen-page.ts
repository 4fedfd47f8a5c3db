import { browser } from 'wxt/browser';

import { Queue } from '../platform/queue';

const PAGE = '/offscreen.html';

const pages = new Queue();

/** One after the other: whoever is done closes the page. */
export function withOffscreenPage<T>(work: () => Promise<T>): Promise<T> {
  return pages.add(() => withPage(work));
}

/**
 * Runs `work` while the offscreen page is open, and closes the page afterwards, which also revokes
 * the blob URLs it made. Chrome allows one such page per extension; one that a killed worker left
 * behind is used.
 */
async function withPage<T>(work: () => Promise<T>): Promise<T> {
  const open = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (open.length === 0) {
    await browser.offscreen.createDocument({
      url: PAGE,
      reasons: ['BLOBS', 'WORKERS'],
      justification: 'Builds Excel files and backups of the books in a worker, for download.',
    });
  }
  try {
    return await work();
  } finally {
    // A page that is gone already has nothing left to close.
    await browser.offscreen.closeDocument().catch(() => undefined);
  }
}
