/**
 * What the screens show. The background worker makes these; screens only draw them.
 * Amounts are cents, dates plain dates, instants ISO UTC. All values survive structured clone.
 */
import type { Cents } from '../ledger/cents';
import type { PlainDate } from '../ledger/plain-date';
import type { Side } from '../ledger/side';
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

export interface NamedDifference {
  cause: Phrase;
  /** TPS minus QuickBooks. */
  differenceCents: Cents;
  clients: { name: string; differenceCents: Cents }[];
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
}

export type RunStatus =
  | 'working' // pulling, checking, planning
  | 'preview' // plan is made, waits for the person
  | 'applying'
  | 'paused'
  | 'success'
  | 'warning'
  | 'failed'
  | 'cancelled';

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
}

export interface PlanGroup {
  to: Side;
  verb: Verb;
  type: DocumentType;
  count: number;
  amountCents: Cents;
}

export type Verb = 'create' | 'link' | 'update' | 'void' | 'delete';
export type DocumentType = 'client' | 'invoice' | 'payment' | 'adjustment';

export interface PlanRow {
  key: string;
  to: Side;
  verb: Verb;
  type: DocumentType;
  number: string;
  clientName: string;
  date: PlainDate | null;
  amountCents: Cents;
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
  brakes: { id: string; what: Phrase; confirm: string }[];
}

export interface RunView extends RunRow {
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
  plan: PlanView | null;
}

export type NeedKind = 'failed' | 'conflict' | 'blocked' | 'setup' | 'session' | 'undecided';

/** One button. `retry`, `ignore`, `exclude` act in the worker; the others open something. */
export type NeedAction =
  | { do: 'retry'; entryId: string }
  | { do: 'ignore'; entryId: string }
  | { do: 'exclude'; side: Side; clientId: string; clientName: string }
  | { do: 'open'; side: Side; url: string }
  | { do: 'setup'; step: SetupStep }
  | { do: 'signIn'; side: Side };

export interface NeedView {
  id: string;
  kind: NeedKind;
  /** What happened and what it means, one sentence. */
  what: Phrase;
  clientName: string | null;
  /** Effect on A/R, TPS minus QuickBooks; null where there is none. */
  amountCents: Cents | null;
  /** First one is the primary. */
  actions: NeedAction[];
  /** The other system's own words and code, folded away. */
  technical: string | null;
}

export interface SettingsView {
  language: 'auto' | 'en' | 'fr';
  /** One step *Synchronize* in panel and popup, without stopping at the preview. */
  oneStep: boolean;
}

export interface AppView {
  settings: SettingsView;
  systems: { tps: SystemView; qbo: SystemView };
  pair: PairView | null;
  /** Last tie-out that was read from both systems. */
  tieOut: TieOutView | null;
  /** The run at work, in preview or paused; else the last one that ended. */
  run: RunView | null;
  needs: NeedView[];
  /** Progress of an Excel export that was asked for. */
  exporting: { state: 'idle' | 'working' | 'done' | 'failed'; fileName: string | null };
}

export type EntryStatus = 'successful' | 'warning' | 'failed' | 'conflict' | 'waiting' | 'skipped';

export interface EntryRow {
  id: string;
  runId: string;
  status: EntryStatus;
  to: Side;
  verb: Verb;
  type: DocumentType;
  number: string;
  clientName: string;
  date: PlainDate | null;
  amountCents: Cents;
  message: Phrase;
  technical: string | null;
  at: string;
  /** Set when a person removed the entry: the document is left alone until restored. */
  ignored: { reason: string; at: string; effectCents: Cents } | null;
  canRetry: boolean;
  canIgnore: boolean;
  /** A/R effect (TPS minus QuickBooks) of leaving this document alone. */
  effectCents: Cents;
}

// ---------------------------------------------------------------- set-up

export const SETUP_STEPS = ['connect', 'clients', 'codes', 'taxes', 'banks', 'preview'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

export interface ClientOption {
  id: string;
  name: string;
  /** TPS Client ID; empty for QuickBooks. */
  code: string;
  email: string;
  arCents: Cents;
}

export type ClientDecision = 'pair' | 'create' | 'exclude' | 'leave';

/** One row of the client table: a pair, or a client that only one side has. */
export interface ClientProposal {
  key: string;
  tps: ClientOption | null;
  qbo: ClientOption | null;
  /** 0 to 100; null when there is nothing to pair with. */
  score: number | null;
  reasons: Phrase[];
  strength: 'certain' | 'strong' | 'weak' | 'none';
  /** What is saved, or what we suggest while `decided` is false. */
  decision: ClientDecision;
  decided: boolean;
  /** Reason that the person gave for an exclusion. */
  excludedWhy: string | null;
  /** Why this client cannot be synced now (credit memo, sub-customer …). */
  blocked: Phrase[];
}

export interface MappingOption {
  id: string;
  name: string;
  /** Where it stands in its list, for instance `Accounting > Personal tax`. */
  path: string;
}

export type MappingKind = 'code' | 'special' | 'tax' | 'bank' | 'method';

export interface MappingRow {
  kind: MappingKind;
  /** The side that `fromId` belongs to; the choice is on the other side. */
  from: Side;
  fromId: string;
  name: string;
  path: string;
  /** Rate in per cent where it is a tax ("14.975"). */
  rate: string | null;
  /** Open documents that wait for this mapping. */
  used: { count: number; amountCents: Cents };
  chosenId: string | null;
  suggestedId: string | null;
  why: Phrase | null;
  required: boolean;
}

export interface SetupView {
  systems: { tps: SystemView; qbo: SystemView };
  pair: PairView | null;
  /** What the sessions show now, to be confirmed as the pair. */
  candidate: {
    firm: { id: string; name: string; country: string; currency: string };
    company: { realm: string; name: string; country: string; currency: string };
    problem: Phrase | null;
  } | null;
  loaded: boolean;
  clients: ClientProposal[];
  /** To choose another partner by hand. */
  options: { tps: ClientOption[]; qbo: ClientOption[] };
  mappings: MappingRow[];
  targets: { [K in MappingKind]: { tps: MappingOption[]; qbo: MappingOption[] } };
  done: SetupStep[];
}

// ---------------------------------------------------------------- flags

/** What a QBO page shows: a document by its route, or a customer. */
export interface FlagSubject {
  type:
    | 'creditmemo'
    | 'journal'
    | 'deposit'
    | 'expense'
    | 'check'
    | 'invoice'
    | 'payment'
    | 'customer';
  id: string;
}

export interface FlagView {
  subject: FlagSubject;
  tone: 'stop' | 'warn' | 'info' | 'ok';
  /** Short, for a badge in a list: "Credit memo". */
  label: Phrase;
  /** What it is, why it hurts the sync. */
  what: Phrase;
  /** What to do. */
  advice: Phrase | null;
  actions: NeedAction[];
}
