import type { EntityName } from '../entity-name';
import type { JsonObject } from '../json';

/** One side of a double entry; positive cents are a debit. */
export interface Posting {
  readonly accountId: string;
  /** Set on A/R lines: whose receivable moves. */
  readonly customerId: string | null;
  readonly cents: number;
}

/** Part of a payment that settles a charge (or uses up a credit) of a customer. */
export interface Application {
  /** `LinkedTxn.TxnType` as the wire says it: Invoice, CreditMemo, JournalEntry, Check, … */
  readonly type: string;
  readonly entity: EntityName;
  readonly id: string;
  readonly customerId: string;
  /** Always positive; `kind` says which way it goes. */
  readonly cents: number;
  readonly kind: 'charge' | 'credit';
}

/** What a document means to the books; derived from its body, never edited on its own. */
export interface Facts {
  readonly date: string;
  readonly docNumber: string | null;
  readonly customerId: string | null;
  readonly totalCents: number;
  readonly voided: boolean;
  readonly postings: readonly Posting[];
  /** Sum of the postings that name a customer; kept, because queries ask 200,000 times for it. */
  readonly receivableCents: number;
  /** Of payments only. */
  readonly applications: readonly Application[];
  /** Of deposits only: keys of the payments and receipts that lie in it. */
  readonly deposited: readonly string[];
}

export function receivableCents(postings: readonly Posting[]): number {
  let cents = 0;
  for (const posting of postings) if (posting.customerId !== null) cents += posting.cents;
  return cents;
}

/** One stored object. Records are replaced, never changed. */
export interface Rec {
  readonly entity: EntityName;
  readonly id: string;
  readonly syncToken: number;
  readonly createdMs: number;
  readonly updatedMs: number;
  /** Who saved it last, for the text of 5010. */
  readonly user: string;
  readonly deleted: boolean;
  readonly active: boolean;
  /** Own properties only: no Id, SyncToken, MetaData, balances or links. */
  readonly body: JsonObject;
  readonly facts: Facts | null;
  /** Ticked off against a bank statement. */
  readonly reconciled?: true;
}

export const keyOf = (entity: EntityName, id: string): string => `${entity}:${id}`;
