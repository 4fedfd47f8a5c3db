/**
 * Everything that the pure core looks at: both books as they are now, what both agreed on last
 * time, and what people decided. Built by the runner, never changed here.
 */
import type { RecordKind } from '../ledger/entities';
import type { LinkIndex } from '../ledger/link';
import type { MappingTable } from '../ledger/mappings';
import type { Both, Side } from '../ledger/side';
import type { Snapshot } from '../ledger/snapshot';

/** What a person decided about a client that has no link. */
export type ClientWish =
  /** `as`: under another name, because the client's own is taken on the other side. */
  | { readonly do: 'create'; readonly as?: string }
  | { readonly do: 'leave' }
  /** Nothing to sync now; created by itself once there is. */
  | { readonly do: 'later' }
  /** `before`: what was decided earlier, to come back when the exclusion is taken back. */
  | { readonly do: 'exclude'; readonly why: string; readonly before?: ClientWish };

/**
 * The highest ids at the first run. A document up to here that is settled belongs to the past and
 * is left out; a later one is synced even if it was paid before we looked.
 */
export type Cutoff = Both<{ readonly [K in 'invoice' | 'payment']: string }>;

export interface Scene {
  readonly now: Both<Snapshot>;
  readonly links: LinkIndex;
  readonly mappings: MappingTable;
  /** Wishes by `side:clientId`; an exclusion may stand for linked clients too. */
  readonly wishes: ReadonlyMap<string, ClientWish>;
  /** Documents that a person removed from the sync, by `recordKey`, with the reason. */
  readonly ignored: ReadonlyMap<string, string>;
  /** Null before the first run has ended. */
  readonly cutoff: Cutoff | null;
  /** Documents that were open and held at the first run: they stay in scope (`recordKey`). */
  readonly owed: ReadonlySet<string>;
  /** A difference of tax up to this many cents is a warning, beyond it a failure. */
  readonly taxToleranceCents: number;
}

/** `tps:invoice:118` */
export function recordKey(side: Side, kind: RecordKind, id: string): string {
  return `${side}:${kind}:${id}`;
}

export function clientKey(side: Side, id: string): string {
  return `${side}:${id}`;
}
