import type { Scratch } from '../../../utils/backup/scratch';

export interface MemoryScratch extends Scratch {
  /** Names of the files that are there, closed or not. */
  names(): readonly string[];
  /** A closed file; fails the test when there is none. */
  file(name: string): Blob;
}

/** Scratch files that live as long as the test. */
export function memoryScratch(): MemoryScratch {
  const files = new Map<string, Blob | null>();
  return {
    names: () => [...files.keys()],
    file(name) {
      const file = files.get(name);
      if (!file) throw new Error(`no closed file ${name}`);
      return file;
    },
    async create(name) {
      files.set(name, null);
      let held = new Uint8Array();
      return {
        get bytes() {
          return held.byteLength;
        },
        async append(chunk) {
          const longer = new Uint8Array(held.byteLength + chunk.byteLength);
          longer.set(held);
          longer.set(chunk, held.byteLength);
          held = longer;
        },
        async cutTo(bytes) {
          held = held.slice(0, bytes);
        },
        async close() {
          const file = new Blob([held]);
          files.set(name, file);
          return file;
        },
      };
    },
    async clear() {
      files.clear();
    },
  };
}
