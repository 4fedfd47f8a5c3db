/** Mappings files, for the background worker: built and read by the offscreen page. */
import { browser } from 'wxt/browser';
import { awake } from '../platform/awake';
import { Queue } from '../platform/queue';
import { download } from './download';
import type { MappingsBook, WorkbookTexts } from './mappings-book';
import { type MappingsRequest, readReply } from './mappings-messages';
import { buildReply, OFFSCREEN } from './offscreen-messages';
import { withOffscreenPage } from './offscreen-page';

/** How mappings files come and go; tests put another one in its place. */
export interface MappingsTransfer {
  /** Builds the file and saves it; answers with the name that it was saved under. */
  save(book: MappingsBook, fileName: string): Promise<string>;
  /** `file` is base64. */
  read(file: string): Promise<WorkbookTexts>;
}

/** Rejects with an Error that says why. */
export const offscreenTransfer: MappingsTransfer = {
  save: (book, fileName) =>
    onPage(async () => {
      const reply = buildReply.parse(
        await send({ target: OFFSCREEN, name: 'mappings.build', input: book }),
      );
      if (!reply.ok) throw new Error(reply.error);
      return download(reply.url, fileName);
    }),
  read: (file) =>
    onPage(async () => {
      const reply = readReply.parse(await send({ target: OFFSCREEN, name: 'mappings.read', file }));
      if (!reply.ok) throw new Error(reply.error);
      return reply.texts;
    }),
};

const files = new Queue();

/** One file at a time: the page is closed after each, with whatever it was doing. */
function onPage<T>(work: () => Promise<T>): Promise<T> {
  return files.add(() => awake(() => withOffscreenPage(work)));
}

function send(request: MappingsRequest): Promise<unknown> {
  return browser.runtime.sendMessage(request);
}
