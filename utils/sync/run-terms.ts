/** What a run is made of: its states and stages, its counts, what it does to what, and how it ties out. */
import type { Cents } from '../ledger/cents';
import type { Side } from '../ledger/side';
import type { Phrase } from '../wording/phrase';

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

export const RUN_STAGES = [
  'pull',
  'check',
  'plan',
  'preview',
  'apply',
  'verify',
  'links',
  'done',
] as const;

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

export type EntryStatus = 'successful' | 'warning' | 'failed' | 'conflict' | 'waiting' | 'skipped';
