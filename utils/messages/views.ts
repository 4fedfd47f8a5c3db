/**
 * What the screens show. The background worker makes these; screens only draw them.
 * Amounts are cents, dates plain dates, instants ISO UTC. All values survive structured clone.
 */
import type { BackupProgress } from '../backup/make';
import type { BackupRecord } from '../backup/record';
import type { HealthAction, HealthGroup, HealthItem } from '../health/group';
import type { Cents } from '../ledger/cents';
import type { ConvertibleType } from '../ledger/entities';
import type { PlainDate } from '../ledger/plain-date';
import type { Side } from '../ledger/side';
import type { ManagedPolicy } from '../managed/policy';
import type { Policies } from '../sync/scene';
import type { EndpointProbe } from '../wire/probe';
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

export type Verb = 'create' | 'link' | 'update' | 'void' | 'delete';
/** `foreign`: a credit memo or a journal entry of QuickBooks that an adjustment replaces. */
export type DocumentType = 'client' | 'invoice' | 'payment' | 'adjustment' | 'foreign';

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
  /** What an earlier sync wrote and this browser found again by its markers; null when nothing. */
  rebuilt: Phrase | null;
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

export type CustomerWish = 'activate' | 'topLevel' | 'rollUp' | 'own';

/** One button. `retry`, `ignore`, `exclude` act in the worker; the others open something. */
export type NeedAction =
  | { do: 'retry'; entryId: string }
  | { do: 'ignore'; entryId: string }
  | { do: 'exclude'; side: Side; clientId: string; clientName: string }
  /** Settles a conflict, or dates a document of a closed period today. */
  | { do: 'rule'; recordKey: string; ruling: 'tpsWins' | 'qboWins' | 'dateToday' }
  /** Replaces a document of QuickBooks on A/R by an adjustment in TPS; shows the plan first. */
  | { do: 'convert'; foreignType: ConvertibleType; id: string }
  /** Takes a journal entry of QuickBooks into TPS as it is. */
  | { do: 'take'; id: string }
  /** Says what becomes of a customer of QuickBooks. */
  | { do: 'wish'; qboId: string; wish: CustomerWish }
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
  /** The company keeps no notes for us, so nothing guards against a second browser. */
  unguarded: boolean;
  /** The run at work, in preview or paused; else the last one that ended. */
  run: RunView | null;
  needs: NeedView[];
  /** Progress of an Excel export that was asked for. */
  exporting: { state: 'idle' | 'working' | 'done' | 'failed'; fileName: string | null };
}

/** A backup of both books, while it is made and afterwards. */
export interface BackupView {
  state: 'idle' | 'working' | 'stopped' | 'failed';
  /** It was asked to stop and ends with the answer that it waits for. */
  stopping: boolean;
  progress: BackupProgress | null;
  /** Why the last one failed. */
  problem: { what: Phrase; technical: string | null } | null;
  /** The newest one that is known. */
  backup: BackupRecord | null;
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

export const SETUP_STEPS = [
  'connect',
  'check',
  'clients',
  'codes',
  'taxes',
  'banks',
  'preview',
] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

export interface ClientOption {
  id: string;
  name: string;
  /** TPS Client ID; empty for QuickBooks. */
  code: string;
  email: string;
  arCents: Cents;
}

/** The last three are for a sub-customer or project of QuickBooks alone. */
export type ClientDecision =
  | 'pair'
  | 'create'
  | 'exclude'
  | 'leave'
  | 'rollUp'
  | 'own'
  | 'topLevel';

/** Where a sub-customer or project stands in QuickBooks. */
export interface Branch {
  parentId: string;
  parentName: string;
  /** The customer at the top of the tree. */
  rootId: string;
  /** 1 for a child of a top-level customer. */
  depth: number;
  isProject: boolean;
}

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
  /** Null for everybody but a sub-customer or project, which stands below its parent. */
  branch: Branch | null;
}

export interface MappingOption {
  id: string;
  name: string;
  /** Where it stands in its list, for instance `Accounting > Personal tax`; of an account its type. */
  path: string;
  /** Of a tax: its rate in per cent ("14.975"). */
  rate?: string;
  /** Of an account: what an adjustment decrease that is booked there becomes in QuickBooks. */
  booking?: 'payment' | 'journalEntry';
  /** Of an account: sales can be booked there. */
  income?: true;
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
  /** Class of a TPS work code (CHARGEABLE, EXPENSE); empty for everything else. */
  group: string;
  /** Of a TPS work code: the income account that a new item for it would go to. */
  incomeId: string | null;
}

/** What becomes of an open document at the first sync. */
export type OpenDocumentFate =
  /** On both sides already: linked, not created. */
  | 'linked'
  /** On one side alone: created on the other. */
  | 'created'
  /** Looks like another one, or is not the same on both sides: a person looks. */
  | 'clash'
  /** Waits for a decision, a mapping, or a way round what blocks its client. */
  | 'waits'
  /** A person said so, of the document or of its client. */
  | 'leftOut';

export interface OpenDocument {
  key: string;
  fate: OpenDocumentFate;
  /** The side it was found on; of a linked one TPS. */
  side: Side;
  type: DocumentType;
  number: string;
  clientName: string;
  date: PlainDate | null;
  amountCents: Cents;
  /** Of a linked one: how the twin on the other side calls and dates itself. */
  twin: { number: string; date: PlainDate; amountCents: Cents } | null;
  why: Phrase;
}

/** What the first sync finds in both books; read from the mirror, so it is as old as that. */
export interface OpenDocumentsView {
  documents: OpenDocument[];
  /** Settled to the last document, so left out. */
  settled: { tps: number; qbo: number };
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
  targets: { [K in MappingKind | 'account']: { tps: MappingOption[]; qbo: MappingOption[] } };
  done: SetupStep[];
  /** Who wins where both sides changed the same; what is missing is held. */
  policies: Policies;
}

/** What both systems answered, endpoint by endpoint, and what their settings mean for a sync. */
export interface ConnectionView {
  at: string;
  systems: {
    side: Side;
    endpoints: EndpointProbe[];
    /** Why nothing could be asked; null when it was. */
    problem: { what: Phrase; technical: string | null } | null;
  }[];
  facts: ConnectionFact[];
}

export interface ConnectionFact {
  tone: 'ok' | 'info' | 'warn' | 'fail';
  what: Phrase;
}

/** Everything in both books that should be looked at before the first sync, worst first. */
export interface HealthView {
  firm: string;
  company: string;
  /** False: nothing is written yet; what is chosen waits for the first sync. */
  ready: boolean;
  /** Up to then the books were read, by the clock of QuickBooks. */
  readAt: string | null;
  groups: HealthGroupView[];
}

export interface HealthGroupView extends Omit<HealthGroup, 'items'> {
  items: HealthItemView[];
}

export interface HealthItemView extends Omit<HealthItem, 'subject' | 'actions'> {
  /** Where the record can be looked at in its own system. */
  page: { side: Side; url: string } | null;
  actions: HealthAction[];
}

/** The set-up that all browsers of the firm share through QuickBooks, as last looked at. */
export interface SharedSetupView {
  /** `offered`: this browser is not set up yet and may take it over. */
  state: 'none' | 'offered' | 'shared' | 'differs';
  shared: {
    generation: number;
    at: string;
    /** The browser that wrote it: "Chrome on Windows". */
    who: string;
    counts: { mappings: number; pairs: number; excluded: number; ignored: number };
  } | null;
  /** Rows that two people changed differently. */
  differences: SharedDifference[];
  /** Why it could not be read or written. */
  problem: { what: Phrase; technical: string | null } | null;
  /** What lies in QuickBooks cannot be read; this browser's own may take its place. */
  canReplace: boolean;
}

export interface SharedDifference {
  key: string;
  what: Phrase;
  mine: Phrase;
  theirs: Phrase;
}

// ---------------------------------------------------------------- settings

/** One change that a mappings file asks for; texts are in the language that was asked for. */
export interface MappingsFileChange {
  /** Title of the sheet that it stands in. */
  sheet: string;
  name: string;
  /** Empty: not mapped, or not decided. */
  before: string;
  after: string;
}

export interface MappingsFileView {
  /** What is wrong in the file, each with its place; the first ones where there are very many. */
  problems: Phrase[];
  problemCount: number;
  /** Empty while there is a problem. */
  changes: MappingsFileChange[];
  /** Says which changes these are; goes back with the order to apply them. */
  seal: string;
}

/** What the firm has set by policy: those settings cannot be changed here. */
export interface ManagedView {
  policy: ManagedPolicy;
  /** Something in the policy cannot be used. */
  problem: Phrase | null;
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
  /** Short, for a badge in a list: "Credit memo". Said in words: a guest knows no sentences. */
  label: string;
  /** What it is, why it hurts the sync. */
  what: string;
  /** What to do. */
  advice: string | null;
  actions: NeedAction[];
}
