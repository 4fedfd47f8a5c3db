/**
 * Clients that are made inactive, deleted or restored, and sub-customers to be moved up. In TPS
 * *inactive* is only a flag, its A/R stays; in QBO an inactive customer takes no documents, and one
 * with a balance must never be made inactive (domain.md). So only TPS's *deleted* and QBO's
 * *inactive* are the same thing.
 */

import { ZERO } from '../../ledger/cents';
import { CLIENT_FIELDS, clientField } from '../../ledger/content';
import type { Client } from '../../ledger/entities';
import type { Link } from '../../ledger/link';
import { intentKey } from '../../ledger/record-key';
import type { Side } from '../../ledger/side';
import { isAwake } from '../../ledger/traits';
import { type PhraseId, phrase } from '../../wording/phrase';
import type { Hold, Intent, IntentAct } from '../intent';
import type { OwedAfter, OwedAfterwards } from '../owed-after';
import { clientKey, type Scene } from '../scene';

export interface StatusChange {
  readonly intents: readonly Intent[];
  /** Both sides came to say the same: the base moves on. */
  readonly agreed: boolean;
  /** Deleted against changed: a person decides. */
  readonly holds: readonly Hold[];
}

const NOTHING: StatusChange = { intents: [], agreed: false, holds: [] };

/** What the status of a pair asks for; null when it says nothing new. */
export function statusChange(scene: Scene, link: Link, owed: OwedAfterwards): StatusChange | null {
  const { tps: tpsBase, qbo: qboBase } = link.base;
  const tps = scene.now.tps.clients.get(link.tpsId);
  const qbo = scene.now.qbo.clients.get(link.qboId);
  if (!tps || !qbo || tpsBase.kind !== 'client' || qboBase.kind !== 'client') return null;
  const wanted = wishedAct(scene, qbo);
  if (wanted) return act(link, tps, qbo, wanted, 'why.asked');
  const gone = { tps: !isAwake(tps), qbo: !isAwake(qbo) };
  const was = { tps: !isAwake(tpsBase), qbo: !isAwake(qboBase) };
  const changed = { tps: gone.tps !== was.tps, qbo: gone.qbo !== was.qbo };
  if (!changed.tps && !changed.qbo) return null;
  if (!gone.qbo && changed.qbo && tps.status === 'inactive' && tpsBase.status === 'inactive') {
    return act(link, qbo, tps, 'activate', 'why.activeInQbo');
  }
  if (gone.tps === gone.qbo) return { ...NOTHING, agreed: true };
  if (changed.tps) {
    if (gone.tps) {
      if (isEdited(qbo, qboBase)) return { ...NOTHING, holds: [deletedAndEdited(tps)] };
      return whenSettled(owed.of(qbo), act(link, tps, qbo, 'deactivate', 'why.deletedInTps'));
    }
    return act(link, tps, qbo, 'activate', 'why.restoredInTps');
  }
  if (gone.qbo) {
    // TPS keeps the client's books as they are; the flag says that nobody bills it any more.
    if (tps.status === 'inactive') return NOTHING;
    return whenSettled(owed.of(tps), act(link, qbo, tps, 'deactivate', 'why.inactiveInQbo'));
  }
  return act(link, qbo, tps, 'activate', 'why.activeInQbo');
}

/** Acts on customers without a pair that a person asked for. */
export function wishedOnUnpaired(scene: Scene): Intent[] {
  const intents: Intent[] = [];
  for (const customer of scene.now.qbo.clients.values()) {
    if (scene.links.find('qbo', 'client', customer.id)) continue;
    const wanted = wishedAct(scene, customer);
    if (wanted) intents.push(intentOf(null, customer, customer, wanted, 'why.asked'));
  }
  return intents;
}

function wishedAct(scene: Scene, customer: Client): IntentAct | null {
  const wish = scene.wishes.get(clientKey('qbo', customer.id));
  if (wish?.do === 'activate' && customer.status === 'inactive') return 'activate';
  return wish?.do === 'topLevel' && customer.parentId !== null ? 'topLevel' : null;
}

function isEdited(now: Client, base: Client): boolean {
  return CLIENT_FIELDS.some((field) => clientField(now, field) !== clientField(base, field));
}

function deletedAndEdited(tps: Client): Hold {
  return {
    kind: 'conflict',
    side: 'tps',
    type: 'client',
    id: tps.id,
    clientId: tps.id,
    clientName: tps.name,
    number: tps.code,
    date: null,
    amountCents: ZERO,
    what: phrase('conflict.deletedAndEdited', { client: tps.name }),
  };
}

/** A client goes once nothing is open any more, be it by this very plan. */
function whenSettled({ balanceCents, by }: OwedAfter, change: StatusChange): StatusChange {
  if (balanceCents !== 0) return NOTHING;
  return { ...change, intents: change.intents.map((intent) => ({ ...intent, needs: by })) };
}

function act(
  link: Link,
  source: Client,
  target: Client,
  what: IntentAct,
  why: PhraseId,
): StatusChange {
  return { ...NOTHING, intents: [intentOf(link, source, target, what, why)] };
}

function intentOf(
  link: Link | null,
  source: Client,
  target: Client,
  what: IntentAct,
  why: PhraseId,
): Intent {
  const to: Side = target.side;
  return {
    key: intentKey(what, 'client', to, target.id),
    does: 'act',
    act: what,
    type: 'client',
    to,
    record: source,
    target,
    linkId: link?.id ?? null,
    draft: null,
    number: source.code,
    clientName: source.name,
    date: null,
    amountCents: ZERO,
    effectCents: ZERO,
    why: phrase(why, { client: source.name }),
    needs: [],
  };
}
