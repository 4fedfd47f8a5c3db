/** The page that outlives the popup: builds Excel files, in a Worker of its own. */
import { browser } from 'wxt/browser';
import { scratchUrlRequest } from '../../utils/backup/offscreen-request';
import { mappingsRequest, type ReadReply } from '../../utils/export/mappings-messages';
import {
  type BuildReply,
  type BuildRequest,
  buildRequest,
  OFFSCREEN,
} from '../../utils/export/offscreen-messages';
import { answerBackup } from './backup';
import { fileFrom } from './in-worker';
import { answerMappings } from './mappings';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Reply = BuildReply | ReadReply;

browser.runtime.onMessage.addListener((message: unknown): Promise<Reply> | undefined => {
  if (!isForUs(message)) return undefined;
  const mappings = mappingsRequest.safeParse(message);
  if (mappings.success) return answerMappings(mappings.data);
  const backup = scratchUrlRequest.safeParse(message);
  if (backup.success) return answerBackup(backup.data);
  const request = buildRequest.safeParse(message);
  if (!request.success) {
    return Promise.resolve({ ok: false, error: `The history is malformed: ${request.error}` });
  }
  return build(request.data.input).then(
    (file) => ({ ok: true, url: URL.createObjectURL(new Blob([file], { type: XLSX })) }),
    (error) => ({ ok: false, error: String(error) }),
  );
});

function isForUs(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'target' in message &&
    message.target === OFFSCREEN
  );
}

function build(input: BuildRequest['input']): Promise<ArrayBuffer> {
  // In one expression: so the bundler knows it for a worker.
  const worker = new Worker(new URL('./history.worker.ts', import.meta.url), { type: 'module' });
  return fileFrom(worker, input);
}
