/**
 * One row of a run that is to be undone, seen alone: what would take it back, or why nothing can.
 * What steps do to one another (a payment that stays keeps its invoice) is in `undo-together.ts`.
 */

import { sameContent } from '../../ledger/content';
import type { Client } from '../../ledger/entities';
import type { Link, Linkable, LinkType } from '../../ledger/link';
import { recordKey } from '../../ledger/record-key';
import { otherSide, type Side } from '../../ledger/side';
import { isAwake } from '../../ledger/traits';
import { type Phrase, phrase } from '../../wording/phrase';
import { exclusionOf } from '../gate';
import type { ActIntent, Intent, ReplaceIntent } from '../intent';
import type { Doc } from '../plan/document-rules';
import { cannotReenter } from '../plan/reenter';
import type { Scene } from '../scene';

/** A journal row of the run, as far as undoing it needs it. Absent: not noted at the time. */
export interface DoneRow {
  readonly intent: Intent;
  /** The record of side `intent.to` after the write; null where nothing was left or written. */
  readonly result?: Linkable | null;
  /** What both sides agreed on before; null where nothing was linked. */
  readonly baseBefore?: Link['base'] | null;
}

interface Common {
  readonly row: DoneRow;
  readonly link: Link | null;
}

/** What takes one row back. `now` is the record as it stands on the side that was written to. */
export type UndoStep =
  /** A document that the run created is deleted. */
  | (Common & { readonly does: 'remove'; readonly now: Doc })
  /** A document that the run voided or deleted is entered anew, as it was (`now`). */
  | (Common & {
      readonly does: 'reenter';
      readonly now: Doc;
      readonly baseBefore: Link['base'];
    })
  /** A client that the run created: TPS deletes it, QBO (which cannot) makes it inactive. */
  | (Common & { readonly does: 'dismiss'; readonly now: Client })
  /** The earlier content is written once more. */
  | (Common & {
      readonly does: 'restore';
      readonly now: Linkable;
      readonly earlier: Linkable;
      readonly baseBefore: Link['base'];
    })
  | (Common & { readonly does: 'activate'; readonly now: Client })
  | (Common & { readonly does: 'deactivate'; readonly now: Client });

type Seen =
  | { readonly is: 'step'; readonly step: UndoStep }
  | { readonly is: 'cannot'; readonly why: Phrase }
  /** Nothing was written, or somebody has taken it back already. */
  | { readonly is: 'nothing' };

const NOTHING: Seen = { is: 'nothing' };

export function stepOf(scene: Scene, row: DoneRow): Seen {
  const { intent } = row;
  switch (intent.does) {
    case 'link':
      return NOTHING;
    case 'void':
    case 'delete':
      return ofRemoval(scene, row);
    case 'create':
    case 'reenter':
      return ofCreate(scene, row);
    case 'replace':
      return intent.part === 'adjustment' ? ofCreate(scene, row) : converted(intent);
    case 'update':
    case 'detach':
    case 'renumber':
    case 'restore':
      return ofUpdate(scene, row);
    case 'act':
      return ofAct(scene, row, intent);
  }
}

function ofCreate(scene: Scene, row: DoneRow): Seen {
  const { intent, result } = row;
  if (!result) return cannot('undo.notNoted', intent);
  const now = recordOf(scene, intent.to, intent.type, result.id);
  if (!now || isGone(now)) return NOTHING;
  if (!sameContent(now, result)) return cannot('undo.changed', intent);
  const stopped = stoppedBy(scene, intent, now, now);
  if (stopped) return { is: 'cannot', why: stopped };
  const common = { row, link: scene.links.find(intent.to, intent.type, result.id) };
  // Its twin in QBO was written by another run.
  if (intent.does === 'replace' && common.link) return cannot('undo.carriedSince', intent);
  const step: UndoStep =
    now.kind === 'client'
      ? { ...common, does: 'dismiss', now }
      : { ...common, does: 'remove', now };
  return { is: 'step', step };
}

/** QBO gives a deleted document back to nobody. */
function converted({ number, original: { foreignType: type } }: ReplaceIntent): Seen {
  return { is: 'cannot', why: phrase('undo.converted', { type, number }) };
}

function ofRemoval(scene: Scene, row: DoneRow): Seen {
  const { intent, baseBefore } = row;
  const { to, type, target } = intent;
  if (type === 'client') return cannot('undo.deleted', intent);
  if (!target || target.kind === 'client' || !baseBefore) return cannot('undo.notNoted', intent);
  const now = recordOf(scene, to, type, target.id);
  if (now && !isGone(now)) return NOTHING;
  const twinId = baseBefore[otherSide(to)].id;
  const link = scene.links.find(otherSide(to), type, twinId);
  // Entered anew by somebody since, and linked.
  if (link && linkEnd(link, to) !== target.id) return NOTHING;
  const why = cannotReenter(scene, target) ?? stoppedBy(scene, intent, target, target);
  if (why) return { is: 'cannot', why };
  return { is: 'step', step: { does: 'reenter', row, link, now: target, baseBefore } };
}

function linkEnd(link: Link, side: Side): string {
  return side === 'tps' ? link.tpsId : link.qboId;
}

function ofUpdate(scene: Scene, row: DoneRow): Seen {
  const { intent, result, baseBefore } = row;
  const earlier = intent.target;
  if (!result || !earlier || !baseBefore) return cannot('undo.notNoted', intent);
  const now = recordOf(scene, intent.to, intent.type, earlier.id);
  if (!now || isGone(now)) return cannot('undo.goneSince', intent);
  if (sameContent(now, earlier)) return NOTHING;
  if (!sameContent(now, result)) return cannot('undo.changed', intent);
  const stopped = stoppedBy(scene, intent, now, earlier);
  if (stopped) return { is: 'cannot', why: stopped };
  const link = intent.linkId === null ? null : scene.links.get(intent.linkId);
  if (!link) return cannot('undo.unlinked', intent);
  return { is: 'step', step: { does: 'restore', row, link, now, earlier, baseBefore } };
}

function ofAct(scene: Scene, row: DoneRow, intent: ActIntent): Seen {
  const { result } = row;
  const earlier = intent.target;
  if (intent.act === 'paymentLink') {
    return result ? cannot('undo.paymentLink', intent) : NOTHING;
  }
  // The document keeps the tag of its own.
  if (intent.act === 'tag') return NOTHING;
  if (intent.act === 'topLevel') return cannot('undo.topLevel', intent);
  if (result?.kind !== 'client' || earlier?.kind !== 'client') {
    return cannot('undo.notNoted', intent);
  }
  const now = scene.now[intent.to].clients.get(earlier.id);
  if (!now) return cannot('undo.goneSince', intent);
  if (now.status === earlier.status) return NOTHING;
  if (now.status !== result.status) return cannot('undo.changed', intent);
  if (earlier.status === 'deleted') return cannot('undo.wasDeleted', intent);
  const stopped = stoppedBy(scene, intent, now, now);
  if (stopped) return { is: 'cannot', why: stopped };
  const link = intent.linkId === null ? null : scene.links.get(intent.linkId);
  const step: UndoStep =
    earlier.status === 'active'
      ? { does: 'activate', row, link, now }
      : { does: 'deactivate', row, link, now };
  return { is: 'step', step };
}

function recordOf(scene: Scene, side: Side, type: LinkType, id: string): Linkable | undefined {
  const { clients, invoices, payments } = scene.now[side];
  return { client: clients, invoice: invoices, payment: payments }[type].get(id);
}

/** Voided or deleted: nothing of it counts any more. QBO's *inactive* is its *deleted*. */
function isGone(record: Linkable): boolean {
  if (record.kind !== 'client') return record.voided;
  return !isAwake(record);
}

/** What forbids a write by itself: a person's decision, a bank deposit, a closed period. */
function stoppedBy(scene: Scene, intent: Intent, now: Linkable, then: Linkable): Phrase | null {
  for (const record of [now, then]) {
    const clientId = record.kind === 'client' ? record.id : record.clientId;
    const why = exclusionOf(scene, record.side, clientId);
    if (why !== null) return phrase('hold.excluded', { client: intent.clientName, why });
  }
  const number = labelOf(intent);
  const removed = scene.ignored.get(recordKey(now.side, now.kind, now.id));
  if (removed !== undefined) return phrase('hold.ignored', { number, why: removed });
  if (now.kind === 'client' || then.kind === 'client') return null;
  if (now.kind === 'payment' && now.deposited) {
    return phrase('undo.deposited', { amountCents: now.amountCents, docDate: now.date });
  }
  const closedDate = scene.now[now.side].books.closedUntil;
  const { date: docDate } = now.date < then.date ? now : then;
  return closedDate !== null && docDate <= closedDate
    ? phrase('undo.closed', { number, docDate, closedDate })
    : null;
}

/** What people call what the row is about. */
export function labelOf(intent: Intent): string {
  return intent.type === 'client' ? intent.clientName : intent.number;
}

type ReasonId =
  | 'undo.deleted'
  | 'undo.carriedSince'
  | 'undo.notNoted'
  | 'undo.changed'
  | 'undo.goneSince'
  | 'undo.unlinked'
  | 'undo.paymentLink'
  | 'undo.topLevel'
  | 'undo.wasDeleted';

function cannot(id: ReasonId, intent: Intent): Seen {
  return { is: 'cannot', why: phrase(id, { number: labelOf(intent), system: intent.to }) };
}
