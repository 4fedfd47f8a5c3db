/**
 * A link says that two records are the same thing, and what each side looked like when both last
 * agreed (its *base*). Each side is compared with its own past, never with the other side.
 */

import { type ClientOn, type InvoiceOn, isOn, type LedgerRecord, type PaymentOn } from './entities';
import type { IdOn, QboId, TpsId } from './ids';
import { twinsKey } from './record-key';
import type { Both, Other, Side } from './side';

export type LinkType = 'client' | 'invoice' | 'payment';
export type LinkableOn<S extends Side> = ClientOn<S> | InvoiceOn<S> | PaymentOn<S>;
export type Linkable = LinkableOn<Side>;

export interface Link {
  readonly id: string;
  readonly type: LinkType;
  readonly tpsId: TpsId;
  readonly qboId: QboId;
  readonly base: Both<Linkable>;
  /** An invoice for which QBO had no link to pay online, when it was asked for this address. */
  readonly noPaymentLinkFor?: string;
  /** Found again by a tag, in a fresh database: whether another with that tag is known is not. */
  readonly byTag?: true;
  /** QBO refused to give its invoice another number, so it cannot be voided and leave the number. */
  readonly numberStays?: true;
}

/**
 * The link of two twins, under the key of both.
 * @throws where one of them stands on the wrong side: a fault of ours.
 */
export function linkOf(link: Omit<Link, 'id' | 'tpsId' | 'qboId'>): Link {
  const { tps, qbo } = link.base;
  if (!isOn('tps', tps) || !isOn('qbo', qbo)) throw new Error('a twin on the wrong side');
  return { ...link, id: linkId(link.type, tps.id, qbo.id), tpsId: tps.id, qboId: qbo.id };
}

export function linkId(type: LinkType, tpsId: TpsId, qboId: QboId): string {
  return twinsKey(type, tpsId, qboId);
}

type ByEnd = Readonly<Record<LinkType, Map<string, Link>>>;

const byEnd = (): ByEnd => ({ client: new Map(), invoice: new Map(), payment: new Map() });

/** Finds the other end of a link from either end. */
export class LinkIndex {
  readonly #byEnd: Both<ByEnd> = { tps: byEnd(), qbo: byEnd() };
  readonly #byId = new Map<string, Link>();

  constructor(links: Iterable<Link>) {
    for (const link of links) this.add(link);
  }

  get all(): Iterable<Link> {
    return this.#byId.values();
  }

  get(id: string): Link | null {
    return this.#byId.get(id) ?? null;
  }

  /** Number of links of these types. */
  count(...types: LinkType[]): number {
    let count = 0;
    for (const link of this.#byId.values()) if (types.includes(link.type)) count++;
    return count;
  }

  /** Adds a link, or replaces it where its ends are linked already. */
  add(link: Link): void {
    this.#byId.set(link.id, link);
    this.#byEnd.tps[link.type].set(link.tpsId, link);
    this.#byEnd.qbo[link.type].set(link.qboId, link);
  }

  find<S extends Side>(side: S, type: LinkType, id: IdOn<S>): Link | null {
    return this.#byEnd[side][type].get(id) ?? null;
  }

  /** Id of the twin on the other side, or null. */
  twin<S extends Side>(side: S, type: LinkType, id: IdOn<S>): IdOn<Other<S>> | null {
    const link = this.find(side, type, id);
    if (!link) return null;
    const twin: string = side === 'tps' ? link.qboId : link.tpsId;
    return twin;
  }
}

export function isLinkable(record: LedgerRecord): record is Linkable {
  return record.kind === 'client' || record.kind === 'invoice' || record.kind === 'payment';
}
