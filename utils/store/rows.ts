/** What each table of our database holds. Instants are ISO UTC, amounts cents. */
import type { Finding } from '../checks/finding';
import type { LedgerRecord, RecordKind } from '../ledger/entities';
import type { Link, Linkable } from '../ledger/link';
import type { Mapping } from '../ledger/mappings';
import type { Books, References } from '../ledger/references';
import type { Side } from '../ledger/side';
import type { ForeignWish } from '../sync/convert/convert-facts';
import type { Hold, Intent } from '../sync/intent';
import type { Brake } from '../sync/plan/brakes';
import type {
  EntryStatus,
  PlanGroup,
  RunCounts,
  RunStage,
  RunStatus,
  TieOutView,
  Verb,
} from '../sync/run-terms';
import type { ClientWish, Cutoff, Policies, Ruling } from '../sync/scene';
import type { CannotUndo } from '../sync/undo/undo';
import type { Phrase } from '../wording/phrase';
import type { BackupRecord } from './backup-record';

/** The confirmed pair of firm and company. One per browser profile for now. */
export interface PairRow {
  id: string;
  firm: { id: string; name: string };
  company: { realm: string; name: string };
  country: string;
  currency: string;
  confirmedAt: string;
  /** Set-up steps that the person has finished. */
  stepsDone: string[];
  ready: boolean;
  cutoff: Cutoff | null;
  /** Documents that were held at the first run (`recordKey`). */
  owed: string[];
  watermarks: { tps: string | null; qbo: string | null };
  /** Books and lists as last read, for screens that do not pull. */
  books: { tps: Books | null; qbo: Books | null };
  references: { tps: References | null; qbo: References | null };
  /** When `references` were read, by the local clock. */
  listsAt?: string;
  arCents: { tps: number; qbo: number };
  lastTieOut: TieOutView | null;
  /** Who wins where both sides changed the same; absent: a person is asked each time. */
  policies?: Policies;
  /** Up to when the books had been read for the last run that ended (servers' clocks). */
  readAt?: string;
  /** Invoices of QBO that our own writes have taken payments from since it was last read. */
  unsettled?: string[];
  /** Links whose base is older than it looks (`Scene.stale`). */
  stale?: string[];
  /** Fully paid documents that stand in both books are linked as well; absent: they are left out. */
  linkSettled?: boolean;
  /** Removed documents are deleted in the other system, too; absent: they are voided there. */
  removals?: 'delete';
  /** Tax may differ by this much before it counts as a failure; absent: two cents. */
  taxToleranceCents?: number;
  /** The newest backup of both books that is known; absent before the first. */
  backup?: BackupRecord;
  /** What the last whole run left open (`leftOpen`): a run that leaves no more is no news. */
  leftOpen?: string[];
  /** The company keeps no notes for us, so nothing guards against a second browser. */
  unguarded?: boolean;
  /** When a person typed that this browser may write all the same. */
  unguardedSince?: string;
  /** What others changed in the shared set-up since the last plan that was approved here. */
  setupNews?: SetupNews;
  /** When a person typed that this firm syncs a company that another firm's notes or tags claim. */
  tookOver?: string;
}

/** Answers of the set-up that others of the firm have changed, as rows of the shared set-up. */
export interface SetupNews {
  readonly changes: readonly {
    readonly key: string;
    /** Before and after; null where there was, or is, none. */
    readonly one: string | null;
    readonly other: string | null;
  }[];
  /** The browser that saved last. */
  readonly by: string;
}

/** The documents of one list that were there at the first run and are not ours to carry. */
export interface PastRow {
  key: string;
  pairId: string;
  side: Side;
  kind: 'invoice' | 'payment';
  ids: string[];
  /** What may be one of them by now: it could not be read then, or was another kind of document. */
  unsure: string[];
  /** How many there are of both: a row that was cut short is none. */
  count: number;
  /** The lines that were drawn then; where others drew an earlier one, that one counts. */
  cutoff: Readonly<Record<string, string>>;
}

/** One record of one side as last read. */
export interface MirrorRow {
  key: string;
  pairId: string;
  side: Side;
  kind: RecordKind;
  id: string;
  record: LedgerRecord;
  /** Under which `ROWS_CHECKED` it was checked when it was written. */
  checked?: number;
}

export interface LinkRow extends Link {
  key: string;
  pairId: string;
  tpsKey: string;
  qboKey: string;
  /** Under which `ROWS_CHECKED` it was checked when it was written. */
  checked?: number;
}

export interface MappingRowStored extends Mapping {
  key: string;
  pairId: string;
}

/** What a person decided about a client: `side:clientId`. */
export interface WishRow {
  key: string;
  pairId: string;
  side: Side;
  clientId: string;
  wish: ClientWish;
}

/** A document that a person removed from the sync. */
export interface IgnoreRow {
  key: string;
  pairId: string;
  recordKey: string;
  reason: string;
  at: string;
  effectCents: number;
}

/** What a person decided about one conflict or one document of a closed period. */
export interface RulingRow extends Ruling {
  key: string;
  pairId: string;
  recordKey: string;
  at: string;
  /**
   * Of two that were taken apart: the link that they had, so that it can be taken back. `elsewhere`:
   * in another browser of the firm, and never linked here.
   */
  lasting?: LinkRow | 'elsewhere';
}

/** How many rows were put into quarantine. */
export interface SetAside {
  links: number;
  /** Mappings, exclusions, removed documents, rulings. */
  decisions: number;
}

export interface RunRecord {
  id: string;
  pairId: string;
  description: string;
  status: RunStatus;
  stage: RunStage;
  startedAt: string;
  endedAt: string | null;
  /** True: go on to Apply without stopping, unless a brake is on. */
  oneStep: boolean;
  /** Who paused it: the person's pauses last until the person resumes. */
  pausedBy: 'person' | 'session' | 'lease' | 'network' | 'browser' | 'trouble' | null;
  /** How often it went on after a pause. Absent in what an earlier version stored: 0. */
  turn?: number;
  reason: Phrase | null;
  counts: RunCounts;
  doneCents: number;
  plannedCents: number;
  planHash: string | null;
  planMadeAt: string | null;
  /** The plan that the person approved, and the brakes typed away; null before. */
  sealed: { planHash: string; confirmed: string[] } | null;
  before: { tpsCents: number; qboCents: number };
  after: { tpsCents: number; qboCents: number };
  /** The plan in numbers, so that screens need not read the journal. */
  groups: PlanGroup[];
  /** What is being written at this moment. */
  current: Phrase | null;
  brakes: Brake[];
  rebase: string[];
  read: number;
  /** Set while a limit of the other system makes us wait. */
  waitingUntil: string | null;
  /** Only these documents (`recordKey`): a retry of chosen items. Null: everything. */
  only: string[] | null;
  applyStartedAt: string | null;
  /** Pairs of clients that were found again by their markers. */
  rejoined?: number;
  /** Rows of our own database that this run could not read. */
  setAside?: SetAside;
  /** What this run links again without knowing it from before; null when it is nothing. */
  rebuilt?: { clients: number; documents: number; differing: number } | null;
  /** Instant by the servers' clocks up to which the books were read for the plan. */
  readAt?: string | null;
  /** When both books had been read for the plan, by the local clock. */
  booksReadAt?: string;
  /** Made a second time, the plan holds nothing that it did not hold before. */
  goesOn?: boolean;
  /** Until then another browser may have written (server's clock), and we know. */
  othersUntil?: string;
  /** This run has the right to write, or had it when it was cut off. */
  leased?: boolean;
  /** A run that waits for another browser, or the network, asks again at this instant (local clock). */
  retryAt?: string;
  /** How often it has asked since it last got on. */
  triesInVain?: number;
  tieOut: TieOutView | null;
  requests: { tps: number; qbo: number; writes: number };
  technical: string | null;
  /** This run takes back what that run wrote. */
  undoOf?: string;
  /** This run replaces that document of QBO by an adjustment in TPS, and does nothing else. */
  convert?: ForeignWish;
  /** Of an undo: what it cannot take back, and why. */
  cannot?: CannotUndo[];
  /** It was over for too long to be undone: its journal is gone. */
  isPruned?: true;
  /** That undo has begun to write. */
  undone?: { at: string; by: string };
}

/** What a run held back, and what it found in the books, as of its last plan. */
export interface HeldRow {
  runId: string;
  pairId: string;
  holds: Hold[];
  findings: Finding[];
}

export type JournalState =
  | 'planned'
  | 'pending'
  | 'sent'
  | 'done'
  | 'failed'
  | 'skipped'
  | 'notAttempted';

/** One intent of a run and what became of it. Written before anything is sent. */
export interface JournalRow {
  key: string;
  runId: string;
  pairId: string;
  seq: number;
  intent: Intent;
  state: JournalState;
  /** Counts confirmed deletes, so that a new try is a new request for the other system. */
  generation: number;
  attempts: number;
  message: Phrase | null;
  warning: boolean;
  technical: string | null;
  at: string;
  /** What the other system had after the write; null after a delete. For undoing it. */
  result?: Linkable | null;
  /** What both sides agreed on before; null for what was not linked. */
  baseBefore?: Link['base'] | null;
}

/** One line of history. */
export interface EntryRecord {
  id: string;
  runId: string;
  pairId: string;
  status: EntryStatus;
  to: Side;
  verb: Verb;
  type: Intent['type'];
  /** The document that it is about, on the side it came from. */
  recordKey: string;
  clientSide: Side;
  clientId: string;
  number: string;
  clientName: string;
  date: string | null;
  amountCents: number;
  effectCents: number;
  message: Phrase;
  /** The document that it may be the same as (`recordKey`). */
  otherKey?: string;
  technical: string | null;
  at: string;
  /** A later entry about the same document took over. */
  superseded: boolean;
}

/** Tables that a plan is made from: each row is looked at before (`sound-rows.ts`). */
export type CheckedTable =
  | 'mirror'
  | 'links'
  | 'mappings'
  | 'wishes'
  | 'ignores'
  | 'rulings'
  | 'past';

/** Tables that no plan is made from: their rows are looked at where they are read (`kept-rows.ts`). */
export type KeptTable =
  | 'pairs'
  | 'runs'
  | 'held'
  | 'journal'
  | 'entries'
  | 'settings'
  | 'quarantine';

/** A row that could not be read: kept as it was, out of everybody's way. */
export interface QuarantineRow {
  key: string;
  /** Its key in that table. */
  rowKey: string;
  pairId: string;
  table: CheckedTable | KeptTable;
  row: unknown;
  /** Which field does not fit, for whoever helps. */
  why: string;
  at: string;
  /** A person has been told, and has let a plan be applied without it. */
  accepted: boolean;
}

export interface SettingRow {
  key: string;
  value: unknown;
}
