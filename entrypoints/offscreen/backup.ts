/** A blob address of a packed backup. The browser reads it from disk; nothing is held here. */
import type { ScratchUrlRequest } from '../../utils/backup/offscreen-request';
import { scratchFileNamed } from '../../utils/backup/opfs-scratch';
import type { BuildReply } from '../../utils/export/offscreen-messages';

const GZIP = 'application/gzip';

export async function answerBackup({ file }: ScratchUrlRequest): Promise<BuildReply> {
  try {
    const packed = new Blob([await scratchFileNamed(file)], { type: GZIP });
    return { ok: true, url: URL.createObjectURL(packed) };
  } catch (error) {
    return { ok: false, error: String(error) };
  }
}
