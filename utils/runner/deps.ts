import type { Both } from '../ledger/side';
import type { BooksPort } from '../port/books-port';
import type { SeatedNotes } from '../port/shared-notes';
import type { LedgerDatabase } from '../store/database';
import type { WriteGate } from './write-gate';

/** Everything that the runner needs of the world, so that tests can give it another one. */
export interface RunnerDeps {
  readonly db: LedgerDatabase;
  readonly ports: Both<BooksPort>;
  /** Notes in the paired company that every browser of the firm sees. */
  readonly notes: SeatedNotes;
  /** In front of the writes of both ports. */
  readonly gate: WriteGate;
  /** What this browser is called there: "Chrome on Windows". */
  readonly browserName: string;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly sha256: (text: string) => Promise<string>;
  readonly sleep: (ms: number) => Promise<void>;
  /** Requests sent since it was last asked, for the counts of a run. */
  readonly takeRequests: () => { tps: number; qbo: number; writes: number };
  /** Called after every change that a screen could show. */
  readonly onChange: () => void;
}
