import type { Cents } from '../ledger/cents';
import { compareText } from '../ledger/compare-text';
import { type ClientField, contentKey } from '../ledger/content';
import type { Draft } from '../ledger/drafts';
import type { Client, Foreign } from '../ledger/entities';
import type { Link, Linkable, LinkType } from '../ledger/link';
import type { PlainDate } from '../ledger/plain-date';
import type { Side } from '../ledger/side';
import type { Phrase } from '../wording/phrase';

export type IntentVerb = 'create' | 'link' | 'update' | 'void' | 'delete';

/**
 * Makes a client (in)active or a sub-customer top-level; stores the link to pay an invoice online;
 * replaces a tag that was copied with its document; gives an invoice of QBO another number before it
 * is voided for good.
 */
export type IntentAct =
  | 'activate'
  | 'deactivate'
  | 'topLevel'
  | 'paymentLink'
  | 'tag'
  | 'freeNumber';

/**
 * One thing that the plan wants done. It carries what it was decided from, so that the runner can
 * see that the world has moved on; it never carries a finished request.
 */
export interface Intent {
  /** What it is about; the same decision gets the same key in every plan. */
  readonly key: string;
  readonly verb: IntentVerb;
  readonly type: LinkType;
  /** The side that is written to. For `link` the side that had the twin already. */
  readonly to: Side;
  /** The record that the change comes from; for a delete, what is to go (on side `to`). */
  readonly record: Linkable;
  /** Id on the other side, null for a create. */
  readonly targetId: string | null;
  /** The target as it was when planned; null for a create. */
  readonly target: Linkable | null;
  readonly linkId: string | null;
  /** A client to be created under this name instead of its own. */
  readonly as?: string;
  /** An update that is no change of content. */
  readonly act?: IntentAct;
  /** The client whose twin the document goes to, where another stands for its own (`ownerOf`). */
  readonly owner?: string;
  /** Puts back what was there before a run: `draft` is it, and both sides then agree on this. */
  readonly back?: Link['base'];
  /** Of a create: records of side `to` that a person said are another document, tag or no tag. */
  readonly notTwins?: readonly string[];
  /** A link between twins that do not say the same: a person is asked which is right. */
  readonly unagreed?: true;
  /** A document of a closed period, to be dated on this day instead of its own. */
  readonly dated?: PlainDate;
  /** An edit of a client: which fields are carried, and the client that they come from. */
  readonly carried?: { readonly fields: readonly ClientField[]; readonly source: Client };
  /**
   * Of a payment: invoices that the same plan creates and that it is the last to pay, with what
   * stays open of them here. What QBO rounds less of their tax is not applied there (`residue.ts`).
   */
  readonly settling?: Readonly<Record<string, Cents>>;
  /** Of a conversion: the document of QBO that is replaced. Nothing is linked to it. */
  readonly original?: Foreign;
  /** What would be written, with stand-ins for ids that do not exist yet. Part of the seal. */
  readonly draft: Draft | null;
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

const STAGES: Record<string, number> = {
  'create client': 0,
  'link client': 0,
  'update client': 1,
  'activate client': 0,
  'topLevel client': 1,
  'link invoice': 2,
  'create invoice': 3,
  // What is taken away makes room for what comes: a payment that was voided and entered anew.
  'void payment': 3.5,
  'delete payment': 3.5,
  'detach payment': 3.6,
  'update invoice': 4,
  'link payment': 6,
  'update payment': 7,
  'create payment': 8,
  'freeNumber invoice': 3.4,
  'void invoice': 9,
  'delete invoice': 9,
  // A customer can only go once nothing is open any more.
  'deactivate client': 10,
  'paymentLink invoice': 11,
  'tag invoice': 11,
};

/** Clients, then documents, then payments and their applications, then voids and deletes. */
export function inOrder(intents: readonly Intent[]): Intent[] {
  const rank = ({ act, verb, type, key }: Intent) =>
    STAGES[`${key.startsWith('detach:') ? 'detach' : (act ?? verb)} ${type}`] ?? 12;
  const sorted = [...intents].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compareText(a.date ?? '', b.date ?? '') ||
      (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
  return needsFirst(sorted);
}

/** In the same order, but none before what it needs. */
export function needsFirst(intents: readonly Intent[]): Intent[] {
  const byKey = new Map(intents.map((intent) => [intent.key, intent]));
  const seen = new Set<Intent>();
  const placed: Intent[] = [];
  const place = (intent: Intent): void => {
    if (seen.has(intent)) return;
    seen.add(intent);
    for (const need of intent.needs) {
      const first = byKey.get(need);
      if (first) place(first);
    }
    placed.push(intent);
  };
  for (const intent of intents) place(intent);
  return placed;
}

/** The plan as text: what the seal is made from. Two plans that would write the same are equal. */
export function planText(intents: readonly Intent[]): string {
  return intents
    .map((intent) =>
      [
        intent.key,
        intent.targetId ?? '',
        contentKey(intent.record),
        intent.target ? contentKey(intent.target) : '',
        intent.needs.join(','),
        intent.as ?? '',
        intent.act ?? '',
        intent.owner ?? '',
        intent.dated ?? '',
        intent.unagreed ? 'unagreed' : '',
        (intent.notTwins ?? []).join(),
        intent.settling ? JSON.stringify(intent.settling) : '',
        JSON.stringify(intent.draft),
      ].join('\u001f'),
    )
    .join('\n');
}
