/** Clients and open documents, as the set-up shows them. */
import type { Cents } from '../ledger/cents';
import type { PlainDate } from '../ledger/plain-date';
import type { Side } from '../ledger/side';
import type { DocumentType } from '../sync/run-terms';
import type { Phrase } from '../wording/phrase';

export interface ClientOption {
  id: string;
  name: string;
  /** TPS Client ID; empty for QuickBooks. */
  code: string;
  email: string;
  arCents: Cents;
}

/** The last three are for a sub-customer or project of QuickBooks alone. */
export type ClientDecision =
  | 'pair'
  | 'create'
  | 'exclude'
  | 'leave'
  | 'rollUp'
  | 'own'
  | 'topLevel';

/** Where a sub-customer or project stands in QuickBooks. */
export interface Branch {
  parentId: string;
  parentName: string;
  /** The customer at the top of the tree. */
  rootId: string;
  /** 1 for a child of a top-level customer. */
  depth: number;
  isProject: boolean;
}

/** One row of the client table: a pair, or a client that only one side has. */
export interface ClientProposal {
  key: string;
  tps: ClientOption | null;
  qbo: ClientOption | null;
  /** 0 to 100; null when there is nothing to pair with. */
  score: number | null;
  reasons: Phrase[];
  strength: 'certain' | 'strong' | 'weak' | 'none';
  /** What is saved, or what we suggest while `decided` is false. */
  decision: ClientDecision;
  decided: boolean;
  /** Reason that the person gave for an exclusion. */
  excludedWhy: string | null;
  /** TPS's own flag *Exclude from Sync*: it is taken off there alone. */
  excludedInTps: boolean;
  /** Why this client cannot be synced now (credit memo, sub-customer …). */
  blocked: Phrase[];
  /** Null for everybody but a sub-customer or project, which stands below its parent. */
  branch: Branch | null;
}

/** What becomes of an open document at the first sync. */
export type OpenDocumentFate =
  /** On both sides already: linked, not created. */
  | 'linked'
  /** On one side alone: created on the other. */
  | 'created'
  /** Looks like another one, or is not the same on both sides: a person looks. */
  | 'clash'
  /** Waits for a decision, a mapping, or a way round what blocks its client. */
  | 'waits'
  /** A person said so, of the document or of its client. */
  | 'leftOut';

export interface OpenDocument {
  key: string;
  fate: OpenDocumentFate;
  /** The side it was found on; of a linked one TPS. */
  side: Side;
  type: DocumentType;
  number: string;
  clientName: string;
  date: PlainDate | null;
  amountCents: Cents;
  /** Of a linked one: how the twin on the other side calls and dates itself. */
  twin: { number: string; date: PlainDate; amountCents: Cents } | null;
  why: Phrase;
}

/** What the first sync finds in both books; read from the mirror, so it is as old as that. */
export interface OpenDocumentsView {
  documents: OpenDocument[];
  /** Settled to the last document, and left out. */
  settled: { tps: number; qbo: number };
  /** Those that stand in both books are linked as well. */
  linkSettled: boolean;
}
