/**
 * Gives `input` to a worker made for it, and its answer back; the worker ends with that. A text is the
 * answer where it failed: rejects with it.
 */
export function inWorker(worker: Worker, input: unknown): Promise<unknown> {
  const answer = new Promise<unknown>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<unknown>) =>
      typeof data === 'string' ? reject(new Error(data)) : resolve(data);
    worker.onerror = (event) => reject(new Error(event.message || 'The worker did not start.'));
  });
  worker.postMessage(input);
  return answer.finally(() => worker.terminate());
}

/** An answer that has to be a file. */
export async function fileFrom(worker: Worker, input: unknown): Promise<ArrayBuffer> {
  const file = await inWorker(worker, input);
  if (file instanceof ArrayBuffer) return file;
  throw new Error(String(file));
}
