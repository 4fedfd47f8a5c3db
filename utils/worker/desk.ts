/**
 * The worker's desk: everything that the request handlers share. One file per group of requests;
 * `handlers.ts` puts them together.
 */
import type { Both, Side } from '../ledger/side';
import type { ReadPolicy } from '../managed/policy';
import type { BooksPort, Pull } from '../port/books-port';
import type { SeatedNotes } from '../port/shared-notes';
import type { RunnerDeps } from '../runner/deps';
import type { Runner } from '../runner/runner';
import type { LedgerDatabase } from '../store/database';
import type { PairRow } from '../store/rows';
import type { SystemView } from '../views/views';

export interface Desk {
  readonly db: LedgerDatabase;
  readonly now: () => Date;
  readonly newId: () => string;
  /** What the firm has set in this browser, as it is now. */
  readonly policy: () => Promise<ReadPolicy>;
  /** Ports that ask whoever is signed in (before pairing), or only the paired books. */
  ports(pair: PairRow | null): Both<BooksPort>;
  /** What changed in QuickBooks since it was last read; null where only all of it would tell. */
  qboChanges(pair: PairRow, watermark: string): Promise<Pull | null>;
  /** The notes in the company that the session shows, paired or not. */
  notes(): SeatedNotes;
  runnerDeps(pair: PairRow): RunnerDeps;
  /** The runner of the confirmed pair. */
  runner(pair: PairRow): Runner;
  /** The set-up was changed here: the firm's other browsers are told; returns at once. */
  setupChanged?(): void;
  /** Starts to work on whatever run can go on; returns at once. */
  kick(): void;
  /** What was last known of both sessions. */
  systems(pair: PairRow | null): Promise<Both<SystemView>>;
  /** Asks both systems anew who is signed in. */
  checkSystems(pair: PairRow | null): Promise<Both<SystemView>>;
  /** The browser's own language, where there is a browser. */
  uiLanguage?(): string;
  /** Shows a page in a tab of ours; nobody's own tab is taken for it. */
  openTab(side: Side, url: string): Promise<void>;
  /** The same, but a tab in which somebody is signing in is only brought to the front. */
  openSignIn(side: Side, url: string): Promise<void>;
  openWorkspace(hash: string): Promise<void>;
  /** Builds the Excel file and downloads it; survives the popup. */
  exportHistory(): Promise<void>;
  exporting(): { state: 'idle' | 'working' | 'done' | 'failed'; fileName: string | null };
  onChange(): void;
}
