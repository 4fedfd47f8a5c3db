/** A run as the screens see it: sessions, tie-out, plan, entries. */
import type { Cents } from '../ledger/cents';
import type { PlainDate } from '../ledger/plain-date';
import type { Side } from '../ledger/side';
import type { Brake } from '../sync/plan/brakes';
import type {
  DocumentType,
  EntryStatus,
  PlanGroup,
  RunCounts,
  RunStage,
  RunStatus,
  TieOutView,
  Verb,
} from '../sync/run-terms';
import type { Phrase } from '../wording/phrase';

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

/** The newest runs, and one older that is looked at. */
export interface RunPage {
  rows: RunListRow[];
  /** How many there are. */
  total: number;
}

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

/** The newest entries, with what is open among the older ones. */
export interface EntryPage {
  rows: EntryRow[];
  /** How many there are, shown or not. */
  total: number;
}

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
