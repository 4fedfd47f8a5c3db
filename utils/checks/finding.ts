import type { Cents } from '../ledger/cents';
import type { Foreign } from '../ledger/entities';
import type { Both } from '../ledger/side';
import type { Snapshot } from '../ledger/snapshot';
import type { Phrase } from '../wording/phrase';
import type { Rule } from './rules';

/**
 * Something in the books that the sync cannot carry over. A `block` stops the client it concerns,
 * or everything when it concerns the whole company; a `warn` is only told.
 */
export interface Finding {
  readonly rule: Rule;
  readonly severity: 'block' | 'warn';
  /** Null: the whole company. */
  readonly client: { readonly tpsId: string | null; readonly qboId: string | null } | null;
  readonly what: Phrase;
  /** The same in a few words, as a reason in the tie-out. */
  readonly cause: Phrase;
  /** Effect on the A/R of QuickBooks that TPS does not have; null where it is none. */
  readonly amountCents: Cents | null;
  /** The record that the person should open. */
  readonly subject: {
    readonly side: 'tps' | 'qbo';
    readonly kind: SubjectKind;
    readonly id: string;
  } | null;
}

export type SubjectKind = 'client' | 'invoice' | 'payment' | Foreign['foreignType'];

/** What the checks look at. */
export interface CheckInput {
  readonly now: Both<Snapshot>;
  /** QBO customer id of a TPS client, and back; null when unpaired. */
  readonly twinOfClient: (side: 'tps' | 'qbo', id: string) => string | null;
  /** True for clients that a person has excluded: they are not looked at. */
  readonly excluded: (side: 'tps' | 'qbo', id: string) => boolean;
  /** True for a sub-customer of which a person said where it goes: it blocks nobody. */
  readonly settledBranch: (qboId: string) => boolean;
  /** True when a settled foreign document touches nothing that is open or linked. */
  readonly past: (foreign: Foreign) => boolean;
}

export type Check = (input: CheckInput) => Finding[];
