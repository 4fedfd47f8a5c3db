/**
 * Where a backup grows before the user saves it. Books can be larger than what a worker should
 * hold, so it lives on disk; tests keep it in memory.
 */
export interface ScratchFile {
  /** Written so far. */
  readonly bytes: number;
  append(chunk: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Takes back everything behind so many bytes. */
  cutTo(bytes: number): Promise<void>;
  /** Ends the writing; only from then on is there something to read. */
  close(): Promise<Blob>;
}

export interface Scratch {
  /** An empty file of this name, in place of an older one. */
  create(name: string): Promise<ScratchFile>;
  /** Removes every file: one that is still being written, and what an ended worker left behind, too. */
  clear(): Promise<void>;
}

export const BODY_FILE = 'body.jsonl';
export const BACKUP_FILE = 'backup.jsonl.gz';
