/**
 * Neither system applies more to an invoice than is open of it, so a payment that would do that is
 * certain to be refused: one invoice that was paid in both books, by two different sums. It is held
 * at the preview with the reason, and so is what else was paid on it there.
 */

import { labelOfId } from '../ledger/document-id';
import type { Payment } from '../ledger/entities';
import { type Phrase, phrase } from '../wording/phrase';
import { holdOf } from './document-plan';
import type { Hold, Intent } from './intent';
import type { Scene } from './scene';

/** By `side:id` of an invoice. */
type PerInvoice = Map<string, number>;

export function withinRoom(
  scene: Scene,
  intents: readonly Intent[],
): { readonly intents: readonly Intent[]; readonly holds: readonly Hold[] } {
  const room = roomAfter(scene, intents);
  const held = new Map<Intent, Phrase>();
  // The last one first: what was there before stays.
  for (const intent of intents.toReversed()) {
    const { record } = intent;
    if (record.kind !== 'payment') continue;
    for (const [key, addedCents] of addedBy(intent)) {
      const left = room.get(key) ?? 0;
      if (addedCents <= 0 || left >= 0) continue;
      if (!held.has(intent))
        held.set(intent, whyHeld(scene, intent, record, key, left + addedCents));
    }
    if (!held.has(intent)) continue;
    for (const [key, addedCents] of addedBy(intent)) {
      room.set(key, (room.get(key) ?? 0) + addedCents);
    }
  }
  if (held.size === 0) return { intents, holds: [] };
  return {
    intents: intents.filter((intent) => !held.has(intent)),
    holds: [...held].map(([{ record, number }, what]) =>
      holdOf(scene, record as Payment, number, 'conflict', what),
    ),
  };
}

/** What is open of each invoice that the plan changes or applies to, once all of it is done. */
function roomAfter(scene: Scene, intents: readonly Intent[]): PerInvoice {
  const room: PerInvoice = new Map();
  const add = (key: string, cents: number) => {
    const [side, id] = split(key);
    const known = room.get(key) ?? scene.now[side].invoices.get(id)?.balanceCents ?? 0;
    room.set(key, known + cents);
  };
  for (const intent of intents) {
    for (const [key, cents] of addedBy(intent)) add(key, -cents);
    const { target, draft, verb } = intent;
    if (target?.kind !== 'invoice' || verb !== 'update' || draft?.kind !== 'invoice') continue;
    add(`${target.side}:${target.id}`, draft.totalCents - target.totalCents);
  }
  return room;
}

/** What an intent applies to each standing invoice beyond what is applied now; negative: takes off. */
function addedBy({ verb, to, target, draft, type }: Intent): PerInvoice {
  const added: PerInvoice = new Map();
  if (type !== 'payment' || verb === 'link') return added;
  const add = (applications: Payment['applications'], sign: 1 | -1) => {
    for (const { to: what, id, amountCents } of applications) {
      if (what !== 'invoice' || id.startsWith('planned:')) continue;
      const key = `${to}:${id}`;
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
  const [side, id] = split(key);
  const number = scene.now[side].invoices.get(id)?.number || labelOfId(id);
  return phrase('conflict.overApplied', {
    amountCents,
    docDate: date,
    number,
    system: to,
    openCents: Math.max(0, openCents),
  });
}

function split(key: string): ['tps' | 'qbo', string] {
  return key.startsWith('tps:') ? ['tps', key.slice(4)] : ['qbo', key.slice(4)];
}
