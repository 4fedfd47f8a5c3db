/**
 * Neither system applies more to an invoice than is open of it, so a payment that would do that is
 * certain to be refused: one invoice that was paid in both books, by two different sums. It is held
 * at the preview with the reason, and so is what else was paid on it there, and an invoice that it
 * was to come off first.
 */

import { isPlaceholder, labelOfId } from '../../ledger/document-id';
import type { Invoice, Payment } from '../../ledger/entities';
import { sideKey, sideNamed } from '../../ledger/record-key';
import { type Phrase, phrase } from '../../wording/phrase';
import type { Hold, Intent } from '../intent';
import type { Scene } from '../scene';
import { holdOf } from './document-plan';

/** By `side:id` of an invoice. */
type PerInvoice = Map<string, number>;

export function withinRoom(
  scene: Scene,
  intents: readonly Intent[],
): { readonly intents: readonly Intent[]; readonly holds: readonly Hold[] } {
  let left = intents;
  const holds: Hold[] = [];
  // What is held stays where it is, which may be the room that something else was to have.
  for (;;) {
    const next = firstHeld(scene, left);
    if (!next) return { intents: left, holds };
    left = left.filter((intent) => intent !== next.intent);
    holds.push(next.hold);
    const { record, to } = next.intent;
    if (record.kind !== 'payment') continue;
    for (const [key, addedCents] of addedBy(next.intent)) {
      const waiting = addedCents < 0 ? waitingFor(scene, left, key) : undefined;
      if (!waiting) continue;
      left = left.filter((intent) => intent !== waiting);
      const { amountCents, date } = record;
      const { number } = waiting;
      const values = { number, amountCents, docDate: date, system: to };
      const what = phrase('conflict.waitsForPayment', values);
      holds.push(holdOf(scene, waiting.record as Invoice, number, 'conflict', what));
    }
  }
}

/** The last payment that does not fit: what was there before stays. */
function firstHeld(
  scene: Scene,
  intents: readonly Intent[],
): { readonly intent: Intent; readonly hold: Hold } | null {
  const room = roomAfter(scene, intents);
  for (const intent of intents.toReversed()) {
    const { record, number } = intent;
    if (record.kind !== 'payment') continue;
    for (const [key, addedCents] of addedBy(intent)) {
      const left = room.get(key) ?? 0;
      if (addedCents <= 0 || left >= 0) continue;
      const what = whyHeld(scene, intent, record, key, left + addedCents);
      return { intent, hold: holdOf(scene, record, number, 'conflict', what) };
    }
  }
  return null;
}

/** What is to become of an invoice that cannot be while this payment stays on it. */
function waitingFor(scene: Scene, intents: readonly Intent[], key: string): Intent | undefined {
  const isShort = (roomAfter(scene, intents).get(key) ?? 0) < 0;
  return intents.find(({ does, target, draft }) => {
    if (target?.kind !== 'invoice' || sideKey(target.side, target.id) !== key) return false;
    if (does !== 'update' || draft?.kind !== 'invoice') return false;
    return draft.clientId !== target.clientId || (isShort && draft.totalCents < target.totalCents);
  });
}

/** What is open of each invoice that the plan changes or applies to, once all of it is done. */
function roomAfter(scene: Scene, intents: readonly Intent[]): PerInvoice {
  const room: PerInvoice = new Map();
  const add = (key: string, cents: number) => {
    const { side, id } = sideNamed(key);
    const known = room.get(key) ?? scene.now[side].invoices.get(id)?.balanceCents ?? 0;
    room.set(key, known + cents);
  };
  for (const intent of intents) {
    for (const [key, cents] of addedBy(intent)) add(key, -cents);
    const { target, draft, does } = intent;
    if (target?.kind !== 'invoice' || does !== 'update' || draft?.kind !== 'invoice') continue;
    add(sideKey(target.side, target.id), draft.totalCents - target.totalCents);
  }
  return room;
}

/** What an intent applies to each standing invoice beyond what is applied now; negative: takes off. */
function addedBy({ does, to, target, draft, type }: Intent): PerInvoice {
  const added: PerInvoice = new Map();
  if (type !== 'payment' || does === 'link') return added;
  const add = (applications: Payment['applications'], sign: 1 | -1) => {
    for (const { to: what, id, amountCents } of applications) {
      if (what !== 'invoice' || isPlaceholder(id)) continue;
      const key = sideKey(to, id);
      added.set(key, (added.get(key) ?? 0) + sign * amountCents);
    }
  };
  if (target?.kind === 'payment') add(target.applications, -1);
  if (draft?.kind === 'payment') add(draft.applications, 1);
  return added;
}

function whyHeld(
  scene: Scene,
  { to }: Intent,
  { amountCents, date }: Payment,
  key: string,
  openCents: number,
): Phrase {
  const { side, id } = sideNamed(key);
  const number = scene.now[side].invoices.get(id)?.number || labelOfId(id);
  return phrase('conflict.overApplied', {
    amountCents,
    docDate: date,
    number,
    system: to,
    openCents: Math.max(0, openCents),
  });
}
