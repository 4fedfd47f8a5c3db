import type { Cents } from '../ledger/cents';
import type { Foreign } from '../ledger/entities';
import type { Ends, IdOn, QboId } from '../ledger/ids';
import type { Other, Side } from '../ledger/side';
import type { Snapshots } from '../ledger/snapshot';
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
  readonly client: Ends | null;
  readonly what: Phrase;
  /** The same in a few words, as a reason in the tie-out. */
  readonly cause: Phrase;
  /** Effect on the A/R of QuickBooks that TPS does not have; null where it is none. */
  readonly amountCents: Cents | null;
  /** The record that the person should open. */
  readonly subject: {
    readonly side: Side;
    readonly kind: SubjectKind;
    readonly id: string;
  } | null;
}

export type SubjectKind = 'client' | 'invoice' | 'payment' | Foreign['foreignType'];

/** What the checks look at. */
export interface CheckInput {
  readonly now: Snapshots;
  /** QBO customer id of a TPS client, and back; null when unpaired. */
  readonly twinOfClient: <S extends Side>(side: S, id: IdOn<S>) => IdOn<Other<S>> | null;
  /** True for clients that a person has excluded: they are not looked at. */
  readonly excluded: (side: Side, id: string) => boolean;
  /** True for a sub-customer of which a person said where it goes: it blocks nobody. */
  readonly settledBranch: (qboId: QboId) => boolean;
  /** True when a settled foreign document touches nothing that is open or linked. */
  readonly past: (foreign: Foreign) => boolean;
}

export type Check = (input: CheckInput) => Finding[];
