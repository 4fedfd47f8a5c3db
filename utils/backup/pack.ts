import type { BackupHead } from './format';
import type { ScratchFile } from './scratch';

/** Head and body, compressed, into `file`; gives the file, closed. Nothing is held whole. */
export async function pack(head: BackupHead, body: Blob, file: ScratchFile): Promise<Blob> {
  const whole = new Blob([`${JSON.stringify(head)}\n`, body]);
  const packed = whole.stream().pipeThrough(new CompressionStream('gzip')).getReader();
  for (;;) {
    const { done, value } = await packed.read();
    if (done) return file.close();
    await file.append(value);
  }
}
