/** A run as the screens see it: sessions, tie-out, plan, entries. */
import type { Cents } from '../../ledger/cents';
import type { PlainDate } from '../../ledger/plain-date';
import type { Side } from '../../ledger/side';
import type { Brake } from '../../sync/brakes';
import type { Phrase } from '../../wording/phrase';

export type SessionState =
  | 'unknown'
  | 'signedIn'
  | 'signedOut'
  | 'wrongCompany'
  | 'noPermission'
  | 'unreachable';

export interface SystemView {
  state: SessionState;
  /** Firm or company as the session shows it now; null before anything is known. */
  name: string | null;
  /** What is wrong and what to do; null when signed in to the right place. */
  problem: Phrase | null;
}

export interface PairView {
  id: string;
  firm: { id: string; name: string };
  company: { realm: string; name: string };
  country: string;
  currency: string;
  /** True once every set-up step was accepted. */
  ready: boolean;
}

export interface NamedDifference {
  cause: Phrase;
  /** TPS minus QuickBooks. */
  differenceCents: Cents;
  clients: { name: string; differenceCents: Cents }[];
}

/** A document that differs while the sums agree; open amounts, TPS minus QuickBooks. */
export interface OffsetView {
  type: DocumentType;
  number: string;
  clientName: string;
  cause: Phrase;
  tpsCents: Cents;
  qboCents: Cents;
  differenceCents: Cents;
}

export interface TieOutView {
  at: string;
  tpsCents: Cents;
  qboCents: Cents;
  named: NamedDifference[];
  /** What no document explains. Zero, or shown loudly. */
  unexplainedCents: Cents;
  /** The same by client, added up without signs: two mistakes do not make a tie-out. */
  clientsUnexplainedCents: Cents;
  clientsCompared: number;
  /**
   * Documents that differ and cancel each other out, the largest ones first, at most OFFSETS_MAX.
   * Absent in what an earlier version stored.
   */
  offsets?: OffsetView[];
  /** How many more of them there are. */
  offsetsLeftOut?: number;
}

export type RunStatus =
  | 'working' // pulling, checking, planning
  | 'preview' // plan is made, waits for the person
  | 'applying'
  | 'paused'
  | 'success'
  | 'waiting' // ended: only what had waited before still waits
  | 'warning'
  | 'failed'
  | 'cancelled';

/** A run of these has ended. */
export const ENDED: readonly RunStatus[] = ['success', 'waiting', 'warning', 'failed', 'cancelled'];

export const RUN_STAGES = ['pull', 'check', 'plan', 'preview', 'apply', 'verify', 'done'] as const;

export type RunStage = (typeof RUN_STAGES)[number];

export interface RunCounts {
  planned: number;
  done: number;
  /** Of `done`: those that carry a warning. */
  warnings: number;
  skipped: number;
  failed: number;
  notAttempted: number;
}

export interface RunRow {
  id: string;
  description: string;
  status: RunStatus;
  startedAt: string;
  endedAt: string | null;
  counts: RunCounts;
  /** Sum of the amounts of what was done. */
  doneCents: Cents;
  tieOut: TieOutView | null;
  /** The run that this one takes back; null for an ordinary one. */
  undoOf: string | null;
  /** How much of it an undo cannot take back. */
  cannotCount: number;
  /** When an undo of it began to write; null when none did. */
  undoneAt: string | null;
}

/** A line of the history's list of runs. */
export interface RunListRow extends RunRow {
  canUndo: boolean;
}

export interface PlanGroup {
  to: Side;
  verb: Verb;
  type: DocumentType;
  count: number;
  amountCents: Cents;
}

export const VERBS = [
  'create',
  'link',
  'update',
  'void',
  'delete',
  'activate',
  'deactivate',
  'topLevel',
  'paymentLink',
  'tag',
  'freeNumber',
] as const;

export type Verb = (typeof VERBS)[number];

/** `foreign`: a credit memo or a journal entry of QuickBooks that an adjustment replaces. */
export type DocumentType = 'client' | 'invoice' | 'payment' | 'adjustment' | 'foreign';

/** A change to one record: where to, what, and which record. */
interface Change {
  to: Side;
  verb: Verb;
  type: DocumentType;
  number: string;
  clientName: string;
  date: PlainDate | null;
  amountCents: Cents;
}

export interface PlanRow extends Change {
  key: string;
  why: Phrase;
}

export interface PlanView {
  hash: string;
  changes: number;
  amountCents: Cents;
  groups: PlanGroup[];
  before: { tpsCents: Cents; qboCents: Cents };
  after: { tpsCents: Cents; qboCents: Cents };
  /** Each stops the plan until the person types the word that `confirm` asks for. */
  brakes: readonly Brake[];
  /** What an earlier sync wrote and this browser found again by its markers; null when nothing. */
  rebuilt: Phrase | null;
  /** What this browser had stored and could not read; null when nothing. */
  setAside: Phrase | null;
}

export interface RunView extends RunRow {
  /** How often it went on after a pause: what was pressed on an older one means something else. */
  turn: number;
  stage: RunStage;
  /** Amount of everything planned. */
  plannedCents: Cents;
  /** What is being worked on now, for people. */
  current: Phrase | null;
  /** Records read so far while pulling. */
  read: number;
  secondsLeft: number | null;
  perMinute: number | null;
  /** Why the run is paused, or why it failed as a whole. */
  reason: Phrase | null;
  /** Set while a limit of the other system makes us wait: instant at which we go on. */
  waitingUntil: string | null;
  /** Parked by the network: when it goes on by itself. */
  triesAgainAt: string | null;
  plan: PlanView | null;
}

export type EntryStatus = 'successful' | 'warning' | 'failed' | 'conflict' | 'waiting' | 'skipped';

export interface EntryRow extends Change {
  id: string;
  runId: string;
  status: EntryStatus;
  message: Phrase;
  technical: string | null;
  at: string;
  /** Set when a person removed the entry: the document is left alone until restored. */
  ignored: { reason: string; at: string; effectCents: Cents } | null;
  canRetry: boolean;
  canIgnore: boolean;
  /** How its document stands to its twin; null where there is none to speak of. */
  standing: 'linked' | 'apart' | null;
  /** A/R effect (TPS minus QuickBooks) of leaving this document alone. */
  effectCents: Cents;
}

/** What a plan does to one client's A/R on both sides. */
export interface ClientEffect {
  key: string;
  name: string;
  tps: { beforeCents: Cents; afterCents: Cents } | null;
  qbo: { beforeCents: Cents; afterCents: Cents } | null;
  /** Changes of the plan that are about this client. */
  changes: number;
}
