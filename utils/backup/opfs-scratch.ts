/**
 * Scratch files in the origin private file system, which worker and offscreen page share. What was
 * not closed when Chrome ends the worker was never there (`createWritable` writes to a copy:
 * https://fs.spec.whatwg.org/#api-filesystemfilehandle-createwritable).
 */
import type { Scratch, ScratchFile } from './scratch';

const FOLDER = 'backup';

export function opfsScratch(): Scratch {
  // What is still being written locks its file, and could not be removed.
  const open = new Set<FileSystemWritableFileStream>();
  return {
    async create(name) {
      const handle = await (await folder()).getFileHandle(name, { create: true });
      const writable = await handle.createWritable();
      open.add(writable);
      return scratchFile(handle, writable, () => open.delete(writable));
    },
    async clear() {
      // One that has failed already cannot be aborted, and holds no lock any more.
      await Promise.allSettled([...open].map((writable) => writable.abort()));
      open.clear();
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

function scratchFile(
  handle: FileSystemFileHandle,
  writable: FileSystemWritableFileStream,
  onClosed: () => void,
): ScratchFile {
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
      onClosed();
      return handle.getFile();
    },
  };
}
