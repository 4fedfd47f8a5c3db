/**
 * Scratch files in the origin private file system, which worker and offscreen page share. What was
 * not closed when Chrome ends the worker was never there (`createWritable` writes to a copy:
 * https://fs.spec.whatwg.org/#api-filesystemfilehandle-createwritable).
 */
import type { Scratch, ScratchFile } from './scratch';

const FOLDER = 'backup';

export function opfsScratch(): Scratch {
  return {
    async create(name) {
      const handle = await (await folder()).getFileHandle(name, { create: true });
      return scratchFile(handle);
    },
    async clear() {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry(FOLDER, { recursive: true }).catch((error: unknown) => {
        const isNone = error instanceof DOMException && error.name === 'NotFoundError';
        if (!isNone) throw error;
      });
    },
  };
}

/** A scratch file that was closed. Rejects when there is none. */
export async function scratchFileNamed(name: string): Promise<File> {
  return (await (await folder()).getFileHandle(name)).getFile();
}

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

async function scratchFile(handle: FileSystemFileHandle): Promise<ScratchFile> {
  const writable = await handle.createWritable();
  let bytes = 0;
  return {
    get bytes() {
      return bytes;
    },
    async append(chunk) {
      await writable.write(chunk);
      bytes += chunk.byteLength;
    },
    async cutTo(kept) {
      await writable.truncate(kept);
      await writable.seek(kept);
      bytes = kept;
    },
    async close() {
      await writable.close();
      return handle.getFile();
    },
  };
}
