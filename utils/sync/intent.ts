import type { Cents } from '../ledger/cents';
import type { ClientField } from '../ledger/content';
import type { Draft, InvoiceDraft } from '../ledger/drafts';
import type { Client, Foreign, Invoice } from '../ledger/entities';
import type { Link, Linkable, LinkType } from '../ledger/link';
import type { PlainDate } from '../ledger/plain-date';
import type { Side } from '../ledger/side';
import type { Phrase } from '../wording/phrase';

/**
 * An update that is no change of content: makes a client (in)active or a sub-customer top-level,
 * stores the link to pay an invoice online, or replaces a tag that was copied with its document.
 */
export type IntentAct = 'activate' | 'deactivate' | 'topLevel' | 'paymentLink' | 'tag';

/** What an intent does to the books, and what it needs for that. */
export type Intent =
  | CreateIntent
  | LinkIntent
  | UpdateIntent
  | DetachIntent
  | VoidIntent
  | DeleteIntent
  | RenumberIntent
  | ActIntent
  | RestoreIntent
  | ReenterIntent
  | ReplaceIntent;

/**
 * One thing that the plan wants done. It carries what it was decided from, so that the runner can
 * see that the world has moved on; it never carries a finished request.
 */
interface Common {
  /** What it is about; the same decision gets the same key in every plan. */
  readonly key: string;
  readonly type: LinkType;
  /** The side that is written to. For `link` the side that had the twin already. */
  readonly to: Side;
  /** The record that the change comes from; where its twin is gone, what is to go (on side `to`). */
  readonly record: Linkable;
  /** The link that it is about; null where there is none, or none yet. */
  readonly linkId: string | null;
  readonly number: string;
  readonly clientName: string;
  readonly date: PlainDate | null;
  readonly amountCents: Cents;
  /** What it does to the A/R of side `to`. */
  readonly effectCents: Cents;
  readonly why: Phrase;
  /** Keys of intents that must be done first. */
  readonly needs: readonly string[];
}

/** About a record that stands on side `to`. */
interface OfTarget extends Common {
  /** That record as it was when planned. */
  readonly target: Linkable;
  readonly draft: null;
}

/** Writes a record that stands on no side yet. */
interface OfNothing extends Common {
  readonly target: null;
  /** What would be written, with stand-ins for ids that do not exist yet. Part of the seal. */
  readonly draft: Draft;
}

/** Writes a record that stands on side `to` anew. */
interface OfContent extends Common {
  readonly target: Linkable;
  readonly draft: Draft;
}

/** What is translated anew when it is written, with the links as they are then. */
interface Translated {
  /** The client whose twin the document goes to, where another stands for its own (`ownerOf`). */
  readonly owner?: string;
  /**
   * Of a payment: invoices that the same plan creates and that it is the last to pay, with what
   * stays open of them here. What QBO rounds less of their tax is not applied there (`residue.ts`).
   */
  readonly settling?: Readonly<Record<string, Cents>>;
}

/** The record is made on the other side; with `linkId`, in place of a twin that is gone. */
export interface CreateIntent extends OfNothing, Translated {
  readonly does: 'create';
  /** A client to be created under this name instead of its own. */
  readonly as?: string;
  /** A document of a closed period, to be dated on this day instead of its own. */
  readonly dated?: PlainDate;
  /** Records of side `to` that a person said are another document, tag or no tag. */
  readonly notTwins?: readonly string[];
}

/** Two that stand in both books are twins from now on; nothing is written. */
export interface LinkIntent extends OfTarget {
  readonly does: 'link';
  /** They do not say the same: a person is asked which is right. */
  readonly unagreed?: true;
}

/** What one side changed is carried over. */
export interface UpdateIntent extends OfContent, Translated {
  readonly does: 'update';
  readonly linkId: string;
  /** Of a client: which fields are carried, and the client that they come from. */
  readonly carried?: { readonly fields: readonly ClientField[]; readonly source: Client };
}

/** A payment comes off an invoice for a moment, so that something else of the plan has room. */
export interface DetachIntent extends OfContent {
  readonly does: 'detach';
  readonly linkId: string;
  /** Of the change that it is a part of. */
  readonly owner?: string;
  /** If the rest never comes: what both sides agree on then. */
  readonly back: Link['base'];
}

export interface VoidIntent extends OfTarget {
  readonly does: 'void';
}

export interface DeleteIntent extends OfTarget {
  readonly does: 'delete';
  /** Of a client of TPS that an undo takes away: what both sides agree on while it is gone. */
  readonly back?: Link['base'];
}

/** An invoice gets another number, for good or for a moment, and nothing else. */
export interface RenumberIntent extends OfContent {
  readonly does: 'renumber';
  readonly target: Invoice;
  readonly draft: InvoiceDraft;
}

export interface ActIntent extends OfTarget {
  readonly does: 'act';
  readonly act: IntentAct;
  /** Of an undo: what both sides agree on once it is done. */
  readonly back?: Link['base'];
}

/** Of an undo: the earlier content is written once more. */
export interface RestoreIntent extends OfContent {
  readonly does: 'restore';
  /** What both sides agreed on before the run that is undone. */
  readonly back: Link['base'];
}

/** Of an undo: what a run voided or deleted is entered anew, as it was. */
export interface ReenterIntent extends OfNothing {
  readonly does: 'reenter';
  readonly back: Link['base'];
}

/** Of a conversion: the adjustment that stands for a document of QBO, or that document itself. */
export type ReplaceIntent = Common & {
  readonly does: 'replace';
  readonly target: null;
  /** The document of QBO that is replaced. Nothing is linked to it. */
  readonly original: Foreign;
} & (
    | { readonly part: 'adjustment'; readonly draft: Draft }
    | { readonly part: 'original'; readonly draft: null }
  );

/** Does it write something that did not stand there? */
export function isNew(
  intent: Intent,
): intent is CreateIntent | ReenterIntent | (ReplaceIntent & { part: 'adjustment' }) {
  switch (intent.does) {
    case 'create':
    case 'reenter':
      return true;
    case 'replace':
      return intent.part === 'adjustment';
    case 'link':
    case 'update':
    case 'detach':
    case 'void':
    case 'delete':
    case 'renumber':
    case 'act':
    case 'restore':
      return false;
  }
}

/** Does it change the content of a record that stands there, other than for a moment? */
export function isEdit(intent: Intent): intent is UpdateIntent | RestoreIntent {
  return intent.does === 'update' || intent.does === 'restore';
}

/** Does something stop counting by it? */
export function isEnd(intent: Intent): intent is VoidIntent | DeleteIntent {
  return intent.does === 'void' || intent.does === 'delete';
}

/** The client whose twin the document goes to, where that is not its own. */
export function otherOwner(intent: Intent): string | undefined {
  switch (intent.does) {
    case 'create':
    case 'update':
    case 'detach':
      return intent.owner;
    case 'link':
    case 'void':
    case 'delete':
    case 'renumber':
    case 'act':
    case 'restore':
    case 'reenter':
    case 'replace':
      return undefined;
  }
}

/** The same, had it found this when it was planned. */
export function foundAs(intent: Intent, target: Linkable): Intent {
  switch (intent.does) {
    case 'renumber':
      return target.kind === 'invoice' ? { ...intent, target } : intent;
    case 'create':
    case 'reenter':
    case 'replace':
      return intent;
    case 'link':
    case 'update':
    case 'detach':
    case 'void':
    case 'delete':
    case 'act':
    case 'restore':
      return { ...intent, target };
  }
}

/** Why a record is not carried over now. */
export type HoldKind =
  | 'conflict'
  | 'blocked'
  | 'excluded'
  | 'ignored'
  | 'left'
  | 'undecided'
  | 'unmapped'
  /** A closed period or a bank deposit: a person says what becomes of it. */
  | 'tray';

export interface Hold {
  readonly kind: HoldKind;
  readonly side: Side;
  readonly type: LinkType;
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly number: string;
  readonly date: PlainDate | null;
  readonly amountCents: Cents;
  readonly what: Phrase;
  /** The document that it may be the same as (`recordKey`): a person says. */
  readonly other?: string;
}

/** What each part of the planner gives. */
export interface PlanPart {
  readonly intents: Intent[];
  readonly holds: Hold[];
  /** Ids of links whose sides changed to the same: nothing to write, the base moves on. */
  readonly rebase: string[];
}
