/** The steps of the set-up. */

import type { HealthAction, HealthGroup, HealthItem } from '../health/group';
import type { Side } from '../ledger/side';
import type { ManagedPolicy } from '../managed/policy';
import type { EndpointProbe } from '../port/probe';
import type { BackupProgress, BackupRecord } from '../store/backup-record';
import type { Policies, Removals } from '../sync/scene';
import type { Phrase } from '../wording/phrase';
import type { ClientOption, ClientProposal } from './clients';
import type { MappingKind, MappingOption, MappingRow } from './mappings';
import type { PairView, SystemView } from './run';

/** A backup of both books, while it is made and afterwards. */
export interface BackupView {
  state: 'idle' | 'working' | 'stopped' | 'failed';
  /** It was asked for while a sync is at work, and starts when that has ended. */
  waits: boolean;
  /** It was asked to stop and ends with the answer that it waits for. */
  stopping: boolean;
  progress: BackupProgress | null;
  /** Why the last one failed. */
  problem: { what: Phrase; technical: string | null } | null;
  /** The newest one that is known. */
  backup: BackupRecord | null;
}

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

export interface SetupView {
  systems: { tps: SystemView; qbo: SystemView };
  pair: PairView | null;
  /** What the sessions show now, to be confirmed as the pair. */
  candidate: {
    firm: { id: string; name: string; country: string; currency: string };
    company: { realm: string; name: string; country: string; currency: string };
    problem: Phrase | null;
    /** Another firm syncs this company: what to say, and the word to type; null otherwise. */
    claimed: { what: Phrase; confirm: string } | null;
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
  /** What becomes of the twin of a removed document. */
  removals: Removals;
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

/** What the firm has set by policy: those settings cannot be changed here. */
export interface ManagedView {
  policy: ManagedPolicy;
  /** Something in the policy cannot be used. */
  problem: Phrase | null;
}
