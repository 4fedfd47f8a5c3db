/**
 * Applications that must go before others can come. Neither system applies more to an invoice than
 * it owes, lets it be lowered below what is applied, or lets it leave its client while another's
 * payment is on it. So a payment that is to come off an invoice, in whole or in part, is taken off
 * first where something else of the same plan waits for that room: another payment, the invoice's
 * lower total, or its new client. Two payments that swap their invoices wait for each other.
 */

import { type Cents, cents, ZERO } from '../../ledger/cents';
import type { Application, Payment } from '../../ledger/entities';
import { intentKey, sideKey } from '../../ledger/record-key';
import { unsettled } from '../../ledger/unagreed';
import { phrase } from '../../wording/phrase';
import { type DetachIntent, type Intent, isEdit, isNew, otherOwner } from '../intent';
import type { Scene } from '../scene';
import { ownDraft } from '../translate/own-draft';

/** Who waits for room on each invoice of a side, `side:id`. */
interface Waiting {
  readonly takers: Map<string, Intent[]>;
  /** Invoices that move to another client: nothing may stay on them. */
  readonly moved: Set<string>;
}

/** The same intents, with what has to come off first. */
export function detachedFirst(scene: Scene, intents: readonly Intent[]): Intent[] {
  const waiting = whoWaits(intents);
  const needs = new Map<Intent, string[]>();
  const changed = intents.flatMap((intent): Intent[] => {
    const { target, linkId } = intent;
    const link = linkId === null ? null : scene.links.get(linkId);
    if (!link || !isEdit(intent) || target?.kind !== 'payment') return [intent];
    const { freed, takers } = freedOf(intent, target, waiting);
    const [first] = takers;
    if (!first) return [intent];
    const { type, to, record, number, clientName, date } = intent;
    const owner = otherOwner(intent);
    const detach: DetachIntent = {
      ...{ does: 'detach', type, to, record, target, number, clientName, date },
      key: intentKey('detach', 'payment', target.side, target.id),
      linkId: link.id,
      ...(owner === undefined ? {} : { owner }),
      draft: ownDraft(freed),
      // If the rest never comes, the other side still has it to carry.
      back: { tps: unsettled(link.base.tps), qbo: unsettled(link.base.qbo), [target.side]: target },
      amountCents: ZERO,
      effectCents: ZERO,
      why: phrase('why.detachedFirst', { number: first.number }),
      needs: [],
    };
    for (const taker of takers) needs.set(taker, [...(needs.get(taker) ?? []), detach.key]);
    needs.set(intent, [...(needs.get(intent) ?? []), detach.key]);
    return [detach, { ...intent, target: freed }];
  });
  const originals = new Map(intents.map((intent) => [intent.key, intent]));
  return changed.map((intent) => {
    const original = originals.get(intent.key);
    const more = (original && needs.get(original)) ?? [];
    return more.length > 0 ? { ...intent, needs: [...intent.needs, ...more] } : intent;
  });
}

function whoWaits(intents: readonly Intent[]): Waiting {
  const takers = new Map<string, Intent[]>();
  const moved = new Set<string>();
  const waits = (key: string, intent: Intent) => {
    takers.set(key, [...(takers.get(key) ?? []), intent]);
  };
  for (const intent of intents) {
    const { draft, target, to } = intent;
    if (!isEdit(intent) && !isNew(intent)) continue;
    if (draft?.kind === 'invoice' && target?.kind === 'invoice') {
      const key = sideKey(to, target.id);
      if (draft.clientId !== target.clientId) moved.add(key);
      if (moved.has(key) || draft.totalCents < target.totalCents) waits(key, intent);
    }
    if (draft?.kind !== 'payment') continue;
    const before = target?.kind === 'payment' ? target.applications : [];
    for (const { to: what, id } of draft.applications) {
      const more = appliedTo(id, draft.applications) > appliedTo(id, before);
      if (what === 'invoice' && more) waits(sideKey(to, id), intent);
    }
  }
  return { takers, moved };
}

/** The payment with less on the invoices that somebody waits for, and who that is. */
function freedOf(
  intent: Intent,
  target: Payment,
  { takers, moved }: Waiting,
): { readonly freed: Payment; readonly takers: readonly Intent[] } {
  const wanted = intent.draft?.kind === 'payment' ? intent.draft.applications : [];
  const waiters = new Set<Intent>();
  const applications = target.applications.flatMap((application): Application[] => {
    const key = sideKey(target.side, application.id);
    const others = (takers.get(key) ?? []).filter((taker) => taker !== intent);
    if (application.to !== 'invoice' || others.length === 0) return [application];
    const stays = moved.has(key) ? 0 : appliedTo(application.id, wanted);
    if (stays >= application.amountCents) return [application];
    for (const other of others) waiters.add(other);
    return stays > 0 ? [{ ...application, amountCents: cents(stays) }] : [];
  });
  return { freed: { ...target, applications }, takers: [...waiters] };
}

function appliedTo(id: string, applications: readonly Application[]): Cents {
  return applications.find((one) => one.to === 'invoice' && one.id === id)?.amountCents ?? ZERO;
}
