import { ZERO } from '../../ledger/cents';
import { CLIENT_FIELDS, type ClientField, clientField } from '../../ledger/content';
import type { Client } from '../../ledger/entities';
import type { Link } from '../../ledger/link';
import { intentKey } from '../../ledger/record-key';
import { nameForQbo } from '../../ledger/refused-draft';
import { type Both, otherSide, SIDES, type Side } from '../../ledger/side';
import { isAwake } from '../../ledger/traits';
import { phrase } from '../../wording/phrase';
import { exclusionOf, type Gates } from '../gate';
import type { Hold, Intent, PlanPart } from '../intent';
import type { OwedAfterwards } from '../owed-after';
import { clientKey, type Scene } from '../scene';
import { ownDraft } from '../translate/own-draft';
import { translateClient } from '../translate/translate-client';
import { answerOn, policyOf } from '../winner';
import { statusChange, wishedOnUnpaired } from './client-status';

/** Key of the intent that creates a client's twin; documents of that client wait for it. */
export function createClientKey(side: Side, clientId: string): string {
  return intentKey('create', 'client', otherSide(side), clientId);
}

/**
 * Clients to create (because a person said so, or because they have documents to carry) and
 * clients whose fields changed on one side.
 */
export function planClients(
  scene: Scene,
  gates: Gates,
  needed: ReadonlySet<string>,
  owed: OwedAfterwards,
): PlanPart {
  const intents: Intent[] = [];
  const holds: Hold[] = [];
  const rebase: string[] = [];
  for (const side of SIDES) {
    for (const client of scene.now[side].clients.values()) {
      if (scene.links.find(side, 'client', client.id) || client.status === 'deleted') continue;
      const wish = scene.wishes.get(clientKey(side, client.id));
      const wished = wish?.do === 'create';
      if (!wished && !needed.has(clientKey(side, client.id))) continue;
      const gate = gates.of(side, client.id);
      if (gate.open) intents.push(creation(client, wished ? wish.as : undefined));
    }
  }
  for (const intent of wishedOnUnpaired(scene)) {
    if (mayBeTouched(scene, 'qbo', intent.record.id)) intents.push(intent);
  }
  for (const link of scene.links.all) {
    if (link.type !== 'client') continue;
    const status = mayBeTouched(scene, 'tps', link.tpsId) ? statusChange(scene, link, owed) : null;
    if (status) {
      intents.push(...status.intents);
      holds.push(...status.holds);
      if (status.agreed) rebase.push(link.id);
      continue;
    }
    if (!gates.of('tps', link.tpsId).open) continue;
    const merged = mergeClient(scene, link);
    if (!merged) continue;
    intents.push(...merged.intents);
    holds.push(...merged.holds);
    if (merged.agreed) rebase.push(link.id);
  }
  return { intents, holds, rebase };
}

/** Not where a person excluded the client, nor in another currency's books. */
function mayBeTouched(scene: Scene, side: Side, clientId: string): boolean {
  const sameCurrency = scene.now.tps.books.currency === scene.now.qbo.books.currency;
  return sameCurrency && exclusionOf(scene, side, clientId) === null;
}

function creation(client: Client, as: string | undefined): Intent {
  return {
    ...(as === undefined ? {} : { as }),
    ...common(client),
    key: createClientKey(client.side, client.id),
    does: 'create',
    to: otherSide(client.side),
    target: null,
    linkId: null,
    draft: translateClient(client, as),
    why: phrase(client.side === 'tps' ? 'why.newClientInTps' : 'why.newClientInQbo'),
  };
}

function common(client: Client) {
  return {
    type: 'client' as const,
    record: client,
    number: client.code,
    clientName: client.name,
    date: null,
    amountCents: ZERO,
    effectCents: ZERO,
    needs: [],
  };
}

interface Merge {
  readonly intents: Intent[];
  readonly holds: Hold[];
  /** Both sides made the same change: nothing to write, but both agree anew. */
  readonly agreed: boolean;
}

/** Field by field: what one side changed is carried over, what both changed differently is held. */
function mergeClient(scene: Scene, link: Link): Merge | null {
  const { tps: tpsBase, qbo: qboBase } = link.base;
  const tps = scene.now.tps.clients.get(link.tpsId);
  const qbo = scene.now.qbo.clients.get(link.qboId);
  if (!tps || !qbo || tpsBase.kind !== 'client' || qboBase.kind !== 'client') return null;
  if (!isAwake(tps) || !isAwake(qbo)) return null;
  const holds: Hold[] = [];
  const carried: Both<ClientField[]> = { tps: [], qbo: [] };
  const answered: Both<ClientField[]> = { tps: [], qbo: [] };
  // A person is shown one field of a client at a time, and answers for that one.
  let answer = answerOn(scene, tps, qbo);
  let agreed = false;
  for (const field of CLIENT_FIELDS) {
    const tpsChanged = clientField(tps, field) !== clientField(tpsBase, field);
    const qboChanged = clientField(qbo, field) !== clientField(qboBase, field);
    if (!tpsChanged && !qboChanged) continue;
    const to = tpsChanged ? 'qbo' : 'tps';
    const both = tpsChanged && qboChanged;
    if (clientField(tps, field) === clientField(qbo, field)) agreed = true;
    else if (both || wouldReplaceWhatDiffered(link, { tps, qbo }[to], field)) {
      const policy = both ? policyOf(scene, field) : null;
      const winner = policy ?? answer;
      if (winner === null) holds.push(conflict(tps, qbo, field, both ? null : otherSide(to)));
      else (policy === null ? answered : carried)[otherSide(winner)].push(field);
      if (policy === null) answer = null;
    } else carried[to].push(field);
  }
  const toQbo = [...carried.qbo, ...answered.qbo];
  const odd = toQbo.includes('name') && nameForQbo(tps.name) !== tps.name;
  if (odd) return { intents: [], holds: [...holds, nameHold(tps)], agreed: false };
  const now = { tps, qbo };
  // While something is asked, only what was answered goes on.
  const due = (to: Side) => [...(holds.length > 0 ? [] : carried[to]), ...answered[to]];
  const intents = SIDES.filter((to) => due(to).length > 0).map((to) =>
    carryOver(link, now[otherSide(to)], now[to], due(to)),
  );
  if (holds.length > 0) return { intents, holds, agreed: false };
  return { intents, holds, agreed: agreed && intents.length === 0 };
}

/**
 * The two said different things when they were paired, and nobody has said since which is right: a
 * change on one side says nothing of what stands on the other, unless that is blank.
 */
function wouldReplaceWhatDiffered({ base }: Link, target: Client, field: ClientField): boolean {
  const { tps, qbo } = base;
  if (tps.kind !== 'client' || qbo.kind !== 'client') return false;
  const differed = clientField(tps, field) !== clientField(qbo, field);
  return differed && clientField(target, field).trim() !== '';
}

function carryOver(
  link: Link,
  source: Client,
  target: Client,
  fields: readonly ClientField[],
): Intent {
  const record = withFields(target, source, fields);
  return {
    ...common(record),
    carried: { fields, source },
    draft: ownDraft(record),
    key: intentKey('update', 'client', target.side, link.tpsId),
    does: 'update',
    to: target.side,
    target,
    linkId: link.id,
    why: phrase('why.clientChanged', { fields: fields.join(', '), system: source.side }),
  };
}

/** The target as it shall be: its own fields, but for those that the other side changed. */
export function withFields(target: Client, source: Client, fields: readonly ClientField[]): Client {
  const picked: Partial<Pick<Client, ClientField>> = {};
  for (const field of fields) Object.assign(picked, { [field]: source[field] });
  return { ...target, ...picked };
}

/** QBO would refuse the new name; nothing of the client is carried until it has another. */
function nameHold(tps: Client): Hold {
  const what = phrase('hold.nameCharacters', { client: tps.name, proposal: nameForQbo(tps.name) });
  return { ...heldClient(tps), what };
}

function heldClient(tps: Client): Omit<Hold, 'what'> {
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
  };
}

/** `changed`: the side that was changed; null where both were. */
function conflict(tps: Client, qbo: Client, field: ClientField, changed: Side | null): Hold {
  const values = {
    client: tps.name,
    field,
    tpsValue: clientField(tps, field),
    qboValue: clientField(qbo, field),
  };
  const what =
    changed === null
      ? phrase('conflict.clientField', values)
      : phrase('conflict.clientDiffered', { ...values, system: changed });
  return { ...heldClient(tps), what };
}
