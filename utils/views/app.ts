/** What panel and popup show in one answer, and what needs a person. */

import type { Cents } from '../ledger/cents';
import type { ConvertibleType } from '../ledger/entities';
import type { QboId } from '../ledger/ids';
import type { RefundType } from '../ledger/refund';
import type { Side } from '../ledger/side';
import type { TieOutView } from '../sync/run-terms';
import type { Phrase } from '../wording/phrase';
import type { PairView, RunView, SystemView } from './run';
import type { SetupStep } from './setup';

export type NeedKind = 'failed' | 'conflict' | 'blocked' | 'setup' | 'session' | 'undecided';

export type CustomerWish = 'activate' | 'topLevel' | 'rollUp' | 'own';

/** One button. `retry`, `ignore`, `exclude` act in the worker; the others open something. */
export type NeedAction =
  | { do: 'retry'; entryId: string }
  | { do: 'ignore'; entryId: string }
  /** Says that two linked documents are not the same. */
  | { do: 'apart'; entryId: string }
  | { do: 'exclude'; side: Side; clientId: string; clientName: string }
  /** Settles a conflict, or dates a document of a closed period today. */
  | { do: 'rule'; recordKey: string; ruling: 'tpsWins' | 'qboWins' | 'dateToday' }
  /** Says whether two documents are one, or that a document has no twin (`other` null). */
  | { do: 'twin'; recordKey: string; other: string | null; ruling: 'same' | 'apart' }
  /** Replaces a document of QuickBooks on A/R by an adjustment in TPS; shows the plan first. */
  | { do: 'convert'; foreignType: ConvertibleType; id: string }
  /** Takes a journal entry of QuickBooks into TPS as it is. */
  | { do: 'take'; foreignType: 'journalEntry' | RefundType; id: string }
  /** Says what becomes of a customer of QuickBooks. */
  | { do: 'wish'; qboId: QboId; wish: CustomerWish }
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

/** What can be chosen, in per cent. */
export const SHARES = [50, 65, 80, 95] as const;

export interface SettingsView {
  language: 'auto' | 'en' | 'fr';
  /** One step *Synchronize* in panel and popup, without stopping at the preview. */
  oneStep: boolean;
  /** Previews, the tie-out and flags alone: nothing is written into either system. */
  readOnly: boolean;
  /** How much of QuickBooks' limits of requests is ours; the rest is for the firm's people. */
  sharePercent: (typeof SHARES)[number];
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
