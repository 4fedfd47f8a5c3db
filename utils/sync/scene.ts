/**
 * Everything that the pure core looks at: both books as they are now, what both agreed on last
 * time, and what people decided. Built by the runner, never changed here.
 */

import { type ClientField, contentKey, sameContent } from '../ledger/content';
import { splitId } from '../ledger/document-id';
import type { RecordKind } from '../ledger/entities';
import type { Link, Linkable, LinkIndex } from '../ledger/link';
import type { MappingTable } from '../ledger/mappings';
import type { PlainDate } from '../ledger/plain-date';
import { bothKey, recordKey, sideKey } from '../ledger/record-key';
import { type Both, SIDES, type Side } from '../ledger/side';
import type { Snapshots } from '../ledger/snapshot';

/** What a person decided about a client. */
export type ClientWish =
  /** `as`: under another name, because the client's own is taken on the other side. */
  | { readonly do: 'create'; readonly as?: string }
  | { readonly do: 'leave' }
  /** Nothing to sync now; created by itself once there is. */
  | { readonly do: 'later' }
  /** `before`: what was decided earlier, to come back when the exclusion is taken back. */
  | { readonly do: 'exclude'; readonly why: string; readonly before?: ClientWish }
  /** A sub-customer or project of QBO: the customer above stands for it. */
  | { readonly do: 'rollUp' }
  /** A sub-customer or project of QBO that is a client of its own in TPS. */
  | { readonly do: 'own' }
  /** To be taken out from under its parent in QBO; gone once that is done. */
  | { readonly do: 'topLevel' }
  /** To be made active again in QBO; gone once that is done. */
  | { readonly do: 'activate' };

/** Who wins where both sides changed the same; `hold` asks a person each time. */
export type Policy = 'hold' | Side;
/** `delete`: the firm wants nothing left of a removed document, not even a void one. */
export type Removals = 'void' | 'delete';
/** Client fields are decided one by one, documents as a whole. */
export type PolicyField = ClientField | 'invoice' | 'payment';
export type Policies = Readonly<Partial<Record<PolicyField, Policy>>>;

/** What a person decided about one conflict, or about one document in a closed period. */
export interface Ruling {
  /**
   * `same`, `apart`: two documents without a link are one, or are two (`pairKey`); `apart` on one
   * document alone: it has no twin, and is to be created.
   * `take`: TPS gets an adjustment for this journal entry of QBO, whatever account it went against.
   */
  readonly do: 'tpsWins' | 'qboWins' | 'dateToday' | 'take' | 'same' | 'apart';
  /** Both records as the person saw them (`seenText`): if one changed since, it is asked again. */
  readonly seen: string;
  /** Two that a person took apart: they stay two, whatever they say by now. */
  readonly lasting?: object | string;
}

/**
 * For browsers that were not there at the first run: the highest ids of then, by `cutoffKey`, or
 * `@` and the instant of a list whose ids are not counted. A document of then that is settled belongs
 * to the past and is left out; a later one is synced even if it was paid before we looked.
 */
export type Cutoff = Both<Readonly<Record<string, string>>>;

/**
 * By `recordKey`: what was there at the first run, and what may have been there as something else or
 * could not be read.
 */
export type Past = ReadonlyMap<string, 'past' | 'unsure'>;

/** Where a document's highest id stands in a cutoff: each list of a system counts for itself. */
export function cutoffKey(kind: RecordKind, id: string): string {
  const { list } = splitId(id);
  return list === 'plain' ? kind : list;
}

export interface Scene {
  readonly now: Snapshots;
  readonly links: LinkIndex;
  readonly mappings: MappingTable;
  /** Wishes by `side:clientId`; an exclusion may stand for linked clients too. */
  readonly wishes: ReadonlyMap<string, ClientWish>;
  /** Documents that a person removed from the sync, by `recordKey`, with the reason. */
  readonly ignored: ReadonlyMap<string, string>;
  /** Null before the first run has ended. */
  readonly cutoff: Cutoff | null;
  /** What was there at the first run; null where this browser cannot know. */
  readonly past: Past | null;
  /** Documents that were open and held at the first run: they stay in scope (`recordKey`). */
  readonly owed: ReadonlySet<string>;
  /** By client field or kind of document; what is missing is held. */
  readonly policies: Policies;
  /** By `recordKey` of either end, or by the `pairKey` of two that are not linked. */
  readonly rulings: ReadonlyMap<string, Ruling>;
  /** Fully paid documents that stand in both books are linked as well. */
  readonly linkSettled: boolean;
  /** What becomes of the twin of a document that was removed. */
  readonly removals: Removals;
  /** The firm's day, for documents that are to be dated today. */
  readonly today: PlainDate;
  /** Links whose `base` is older than it looks: another browser of the firm has synced since. */
  readonly stale: ReadonlySet<string>;
  /** A difference of tax up to this many cents is a warning, beyond it a failure. */
  readonly taxToleranceCents: number;
}

/** Names two documents of which a person says whether they are one: `tps:invoice:118|qbo:invoice:7`. */
export function pairKey(tps: Linkable, qbo: Linkable): string {
  return bothKey(recordKey('tps', tps.kind, tps.id), recordKey('qbo', qbo.kind, qbo.id));
}

export function clientKey(side: Side, id: string): string {
  return sideKey(side, id);
}

/** What two records said when a person decided about them; null for one that is gone. */
export function seenText(tps: Linkable | null, qbo: Linkable | null): string {
  return JSON.stringify([tps && contentKey(tps), qbo && contentKey(qbo)]);
}

/** Both ends of a link between documents, as they are now; null while either is gone. */
function documentsOf(scene: Pick<Scene, 'now'>, link: Link): Link['base'] | null {
  const [tps, qbo] = SIDES.map((side) => endOf(scene, link, side));
  return tps && qbo ? { tps, qbo } : null;
}

function endOf({ now }: Pick<Scene, 'now'>, link: Link, side: Side): Linkable | undefined {
  if (link.type === 'client') return undefined;
  const list = link.type === 'invoice' ? 'invoices' : 'payments';
  return now[side][list].get(side === 'tps' ? link.tpsId : link.qboId);
}

/** Was a document stored anew on some side since both last agreed, or is it gone there? */
export function someMoved(scene: Pick<Scene, 'now'>, link: Link): boolean {
  if (link.type === 'client') return false;
  return SIDES.some((side) => endOf(scene, link, side)?.version !== link.base[side].version);
}

/** Was a document stored anew on both sides since they last agreed, whatever it says by now? */
export function versionsMoved(scene: Pick<Scene, 'now'>, link: Link): boolean {
  const now = documentsOf(scene, link);
  if (!now) return false;
  return now.tps.version !== link.base.tps.version && now.qbo.version !== link.base.qbo.version;
}

/** Both ends of a link that were stored anew and say the same as before; null for any other. */
export function touched(scene: Pick<Scene, 'now'>, { base, ...link }: Link): Link['base'] | null {
  const now = documentsOf(scene, { base, ...link });
  if (!now) return null;
  if (now.tps.version === base.tps.version && now.qbo.version === base.qbo.version) return null;
  return sameContent(now.tps, base.tps) && sameContent(now.qbo, base.qbo) ? now : null;
}
