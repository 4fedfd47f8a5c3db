/**
 * A link says that two records are the same thing, and what each side looked like when both last
 * agreed (its *base*). Each side is compared with its own past, never with the other side.
 */

import type { Client, Invoice, LedgerRecord, Payment } from './entities';
import { recordKey, twinsKey } from './record-key';

export type LinkType = 'client' | 'invoice' | 'payment';
export type Linkable = Client | Invoice | Payment;

export interface Link {
  readonly id: string;
  readonly type: LinkType;
  readonly tpsId: string;
  readonly qboId: string;
  readonly base: { readonly tps: Linkable; readonly qbo: Linkable };
  /** An invoice for which QBO had no link to pay online, when it was asked for this address. */
  readonly noPaymentLinkFor?: string;
  /** Found again by a tag, in a fresh database: whether another with that tag is known is not. */
  readonly byTag?: true;
  /** QBO refused to give its invoice another number, so it cannot be voided and leave the number. */
  readonly numberStays?: true;
}

export function linkId(type: LinkType, tpsId: string, qboId: string): string {
  return twinsKey(type, tpsId, qboId);
}

/** Finds the other end of a link from either end. */
export class LinkIndex {
  readonly #byEnd = new Map<string, Link>();
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
    this.#byEnd.set(recordKey('tps', link.type, link.tpsId), link);
    this.#byEnd.set(recordKey('qbo', link.type, link.qboId), link);
  }

  find(side: 'tps' | 'qbo', type: LinkType, id: string): Link | null {
    return this.#byEnd.get(recordKey(side, type, id)) ?? null;
  }

  /** Id of the twin on the other side, or null. */
  twin(side: 'tps' | 'qbo', type: LinkType, id: string): string | null {
    const link = this.find(side, type, id);
    if (!link) return null;
    return side === 'tps' ? link.qboId : link.tpsId;
  }
}

export function isLinkable(record: LedgerRecord): record is Linkable {
  return record.kind === 'client' || record.kind === 'invoice' || record.kind === 'payment';
}
