import type { RawEntity, Shelf } from '../port/raw-entities';

/** How many rows of each entity, by shelf. */
export type BackupCounts = Record<Shelf, Record<string, number>>;

/** What is known of the newest backup of a pair, kept on the pair. */
export type BackupRecord = SavedBackup | StatedBackup;

/** We made it: a file in the user's downloads, read again and found whole before it was saved. */
export interface SavedBackup {
  how: 'file';
  /** Instant at which it was saved. */
  at: string;
  fileName: string;
  bytes: number;
  /** Of the file, in hexadecimal. */
  sha256: string;
  counts: BackupCounts;
}

/** A person says that another tool has one. */
export interface StatedBackup {
  how: 'stated';
  /** Instant at which it was said. */
  at: string;
  tool: string;
  /** Plain date of that backup. */
  madeOn: string;
}

/** How far a backup is. `rows` are those of the list that is being read, `rowsTotal` all so far. */
export interface BackupProgress {
  readonly stage: 'reading' | 'packing' | 'saving';
  readonly shelf: Shelf;
  readonly entity: RawEntity;
  /** Which list of how many, from 1. */
  readonly list: number;
  readonly lists: number;
  readonly rows: number;
  readonly rowsTotal: number;
}
