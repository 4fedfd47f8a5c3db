import { browser } from 'wxt/browser';

/** Saving a blob takes moments; a dialog of the browser may ask the user where to. */
const DOWNLOAD_MS_MAX = 10 * 60_000;
/** How often we look. Also keeps Chrome from ending the worker, whose patience is 30 s. */
const LOOK_MS = 250;

/**
 * Saves what the URL holds and answers with the file's name once it is complete on disk. Rejects
 * when the browser or the user broke it off.
 */
export async function download(url: string, fileName: string): Promise<string> {
  const id = await browser.downloads.download({
    url,
    filename: fileName,
    conflictAction: 'uniquify',
    saveAs: false,
  });
  const untilMs = Date.now() + DOWNLOAD_MS_MAX;
  while (Date.now() < untilMs) {
    const [item] = await browser.downloads.search({ id });
    if (item?.state === 'complete') return item.filename.split(/[\\/]/).at(-1) ?? fileName;
    if (!item || item.state === 'interrupted') {
      throw new Error(`The file was not saved (${item?.error ?? 'the download is gone'}).`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  await browser.downloads.cancel(id);
  throw new Error('The file was not saved in ten minutes.');
}
