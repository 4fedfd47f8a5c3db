/** Mappings files in a Worker of their own, which ends with each file. */
import { workbookTexts } from '../../utils/export/mappings-book';
import { fromBase64 } from '../../utils/export/mappings-bytes';
import type { MappingsRequest, ReadReply } from '../../utils/export/mappings-messages';
import type { BuildReply } from '../../utils/export/offscreen-messages';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function answerMappings(request: MappingsRequest): Promise<BuildReply | ReadReply> {
  try {
    if (request.name === 'mappings.read') {
      const texts = workbookTexts.parse(await inWorker(fromBase64(request.file)));
      return { ok: true, texts };
    }
    const file = await inWorker(request.input);
    if (!(file instanceof ArrayBuffer)) throw new Error(String(file));
    return { ok: true, url: URL.createObjectURL(new Blob([file], { type: XLSX })) };
  } catch (error) {
    return { ok: false, error: String(error) };
  }
}

function inWorker(input: unknown): Promise<unknown> {
  const worker = new Worker(new URL('./mappings.worker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<unknown>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<unknown>) =>
      typeof data === 'string' ? reject(new Error(data)) : resolve(data);
    worker.onerror = (event) => reject(new Error(event.message || 'The worker did not start.'));
  });
  worker.postMessage(input);
  return answer.finally(() => worker.terminate());
}
