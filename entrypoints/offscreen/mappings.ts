/** Mappings files in a Worker of their own, which ends with each file. */
import { workbookTexts } from '../../utils/export/mappings-book';
import { fromBase64 } from '../../utils/export/mappings-bytes';
import type { MappingsRequest, ReadReply } from '../../utils/export/mappings-messages';
import type { BuildReply } from '../../utils/export/offscreen-messages';
import { fileFrom, inWorker } from './in-worker';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function answerMappings(request: MappingsRequest): Promise<BuildReply | ReadReply> {
  try {
    if (request.name === 'mappings.read') {
      const texts = workbookTexts.parse(await inWorker(worker(), fromBase64(request.file)));
      return { ok: true, texts };
    }
    const file = await fileFrom(worker(), request.input);
    return { ok: true, url: URL.createObjectURL(new Blob([file], { type: XLSX })) };
  } catch (error) {
    return { ok: false, error: String(error) };
  }
}

const worker = () =>
  new Worker(new URL('./mappings.worker.ts', import.meta.url), { type: 'module' });
