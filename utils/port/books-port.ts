/**
 * What the runner needs of a system. `utils/qbo` and `utils/tps` each give one. Everything a port
 * throws is a PortError.
 */

import type { Cents } from '../ledger/cents';
import type { Draft } from '../ledger/drafts';
import type {
  ConvertibleType,
  Foreign,
  LedgerRecord,
  Payment,
  RecordKind,
} from '../ledger/entities';
import type { Except } from '../ledger/except';
import type { Books, References } from '../ledger/references';
import type { Side } from '../ledger/side';
import type { Seat } from '../platform/meeting';
import type { SystemProbe } from './probe';
import type { RawList } from './raw-list';

/** Everything that was read in one go. */
export interface Pull {
  readonly records: readonly LedgerRecord[];
  /** Only in a pull of changes: what is gone. A full pull says it by absence. */
  readonly deleted: readonly { kind: RecordKind; id: string }[];
  /** True when `records` is everything, false when it is what changed. */
  readonly full: boolean;
  /** Instant by the server's clock up to which everything was seen. */
  readonly watermark: string;
}

export type Writable = 'client' | 'invoice' | 'payment';

/** What is taken up at once, of what may be done in any order. */
export interface Lane {
  readonly atMost: number;
  /** With fewer waiting, this lane rests. */
  readonly atLeast: number;
}

/** What a changed payment was taken from, which the change itself does not say. */
export interface PaymentsBefore {
  /** As last read or written; null where one of them could not be read then. */
  read(ids: readonly string[]): Promise<readonly Payment[] | null>;
  /** Invoices that our own writes have taken payments from since the last reading. */
  readonly unsettledIds: readonly string[];
}

export interface BooksPort {
  readonly side: Side;
  /** How much goes to this system side by side. */
  readonly lanes: readonly Lane[];
  /** The same books for one of several pieces of work: what they ask at once goes together. */
  at(seat: Seat): BooksPort;
  /** Who is signed in, to which books. Asked before every run, and before a write. */
  identify(): Promise<Books>;
  /** `country`: of the books, where the caller has just asked who they are. */
  references(country?: string): Promise<References>;
  /** Reads all that matters for A/R. `onRead` hears how many records came so far. */
  pullAll(onRead: (count: number) => void): Promise<Pull>;
  /**
   * Reads what changed since a watermark (with overlap). Falls back to a full pull by itself when
   * the system cannot say (too old, too many changes). `before`: what is known of the payments that
   * have changed; without it QBO is read whole where one was edited.
   */
  pullSince(
    watermark: string,
    onRead: (count: number) => void,
    before?: PaymentsBefore,
  ): Promise<Pull>;
  /** A/R as the system itself reports it now: total, and by client id (zero balances may be absent). */
  receivable(): Promise<{ totalCents: Cents; byClient: ReadonlyMap<string, Cents> }>;
  /** The record as it is now; null when it does not exist (any more). */
  read(kind: Writable, id: string): Promise<LedgerRecord | null>;
  /** `key`: at most 50 characters, the same for each try of the same write (QBO `requestid`). */
  create(draft: Draft, key: string): Promise<LedgerRecord>;
  /** Replaces the content; `version` as last read, else the write is refused (`changedMeanwhile`). */
  update(id: string, version: string, draft: Draft, key: string): Promise<LedgerRecord>;
  void(kind: 'invoice' | 'payment', id: string, version: string): Promise<LedgerRecord>;
  remove(kind: Writable, id: string, version: string): Promise<void>;
  /**
   * QBO alone: a credit memo or a journal entry on A/R, one row for each customer that it touches;
   * none when it is gone.
   */
  readForeign?(type: ConvertibleType, id: string): Promise<readonly Foreign[]>;
  /** QBO alone: deletes it (QBO voids neither). */
  removeForeign?(type: ConvertibleType, id: string, version: string): Promise<void>;
  /** Makes a client active (one that was deleted is restored) or inactive. */
  setActive(id: string, version: string, active: boolean): Promise<LedgerRecord>;
  /** QBO: takes a sub-customer out from under its parent. */
  makeTopLevel(id: string, version: string): Promise<LedgerRecord>;
  /**
   * QBO alone: a service in Products & Services whose sales go to that account. Told again by its name
   * after an unknown outcome; `key` as for `create`.
   */
  createItem?(
    name: string,
    incomeAccountId: string,
    key: string,
  ): Promise<{ readonly id: string; readonly name: string }>;
  /** QBO: where the client can pay this invoice online; null when the company has no such thing. */
  paymentLink(id: string): Promise<string | null>;
  /** TPS: stores that address on its invoice. */
  setPaymentLink(id: string, version: string, link: string): Promise<LedgerRecord>;
  /** Gives an invoice another number; all else stays. */
  setNumber(id: string, version: string, number: string): Promise<LedgerRecord>;
  /** Puts this tag into the text of an invoice, in place of another; all else stays. */
  setTag(id: string, version: string, marker: string): Promise<LedgerRecord>;
  /**
   * Looks for a record that carries this marker, after a write whose outcome is unknown. `draft`
   * narrows the search (client, date, amount, number). Never trusts a cached answer.
   * `since`: it was not sent by us, and the books were read whole at this instant of the system's
   * clock: only what came later is asked for. Null: it may be there and have moved to another client
   * since; look everywhere.
   * `except`: what carries the marker as well, and is not it.
   */
  findByMarker(
    marker: string,
    draft: Draft,
    since: string | null,
    except?: Except,
  ): Promise<LedgerRecord | null>;
  /** Every list that the sync can touch, as the system itself tells it; for a backup. */
  rawLists(): readonly RawList[];
  /** Asks every read endpoint and compares each answer with its schema; writes nothing. */
  probe(): Promise<SystemProbe>;
  /** The page of the system's web app that shows this record. */
  pageOf(kind: RecordKind, id: string): string;
}
