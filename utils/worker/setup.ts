/** Set-up: who is paired, which clients are the same, which code stands for which. */

import type { Client } from '../ledger/entities';
import type { QboId, TpsId } from '../ledger/ids';
import { isLinkable } from '../ledger/link';
import { eachKind, mappingKey } from '../ledger/mappings';
import { localDay } from '../ledger/plain-date';
import { endKey, recordKey, rowKey, sideKey } from '../ledger/record-key';
import { otherSide } from '../ledger/side';
import type { RequestOf } from '../messages/requests';
import { patiently } from '../port/patiently';
import { readBooks } from '../runner/pull-stage';
import type { LedgerDatabase } from '../store/database';
import { linkRow } from '../store/links';
import { currentPair } from '../store/pair';
import { loadScene } from '../store/scene';
import { wishRow } from '../store/wishes';
import { freeName } from '../sync/free-name';
import { findingsOf } from '../sync/plan/plan';
import type { ClientWish, Scene } from '../sync/scene';
import { pairView } from '../views/pair';
import { clientOption, clientProposals, decisionOf } from '../views/setup-clients';
import { mappingRows, mappingTargets } from '../views/setup-mappings';
import { type ClientDecision, SETUP_STEPS, type SetupStep, type SetupView } from '../views/views';
import { phrase } from '../wording/phrase';
import type { Desk } from './desk';
import { mustPair } from './must-pair';
import { candidateOf } from './pair';
import { DeskRefusal } from './refusal';

export async function setupView(desk: Desk, reload: boolean): Promise<SetupView> {
  let pair = await currentPair(desk.db);
  // Asked at each decision: what is known of a pair's sessions will do, unless it is old.
  const systems = await (pair && !reload ? desk.systems(pair) : desk.checkSystems(pair));
  const view: SetupView = {
    systems,
    pair: pair && pairView(pair),
    candidate: pair ? null : await candidateOf(desk, systems),
    loaded: false,
    clients: [],
    options: { tps: [], qbo: [] },
    mappings: [],
    targets: noTargets(),
    done: [],
    policies: {},
    removals: 'void',
  };
  if (!pair) return view;
  const signedIn = systems.tps.state === 'signedIn' && systems.qbo.state === 'signedIn';
  if (reload && signedIn) {
    const { id: pairId } = pair;
    const deps = desk.runnerDeps(pair);
    await patiently(() => readBooks(deps, pairId, 'changes', () => {}, { lists: true }), deps);
    pair = await mustPair(desk.db);
  }
  const known = pair;
  const scene = await loadScene(desk.db, known, localDay(desk.now()));
  if (!scene) return view;
  const findings = findingsOf(scene);
  const options = (side: 'tps' | 'qbo') =>
    [...scene.now[side].clients.values()]
      .filter((client) => client.status !== 'deleted' && client.parentId === null)
      .map(clientOption);
  return {
    ...view,
    loaded: true,
    clients: await clientProposals(scene, findings, () => desk.runnerDeps(known).sleep(0)),
    options: { tps: options('tps'), qbo: options('qbo') },
    mappings: mappingRows(scene),
    targets: mappingTargets(scene),
    done: pair.stepsDone.filter(isStep),
    policies: scene.policies,
    removals: scene.removals,
  };
}

function isStep(step: string): step is SetupStep {
  return (SETUP_STEPS as readonly string[]).includes(step);
}

function noTargets(): SetupView['targets'] {
  const none = () => ({ tps: [], qbo: [] });
  return { ...eachKind(none), account: none() };
}

/** Links, exclusions and wishes, all or none. */
export async function saveClients(
  desk: Desk,
  { decisions }: RequestOf<'setup.saveClients'>,
): Promise<null> {
  const { db } = desk;
  const pair = await mustPair(db);
  const scene = await loadScene(db, pair, localDay(desk.now()));
  if (!scene) throw new DeskRefusal(phrase('run.notRead'));
  await db.transaction('rw', db.links, db.wishes, db.mirror, async () => {
    for (const decision of decisions) await saveClient(db, pair.id, decision, scene);
  });
  desk.onChange();
  return null;
}

async function saveClient(
  db: LedgerDatabase,
  pairId: string,
  { tpsId, qboId, decision, why }: RequestOf<'setup.saveClients'>['decisions'][number],
  scene: Scene,
): Promise<void> {
  const ends = [
    ...(tpsId === null ? [] : [{ side: 'tps' as const, id: tpsId }]),
    ...(qboId === null ? [] : [{ side: 'qbo' as const, id: qboId }]),
  ];
  for (const { side, id } of ends) {
    const toActivate = scene.wishes.get(sideKey(side, id))?.do === 'activate';
    if (decision !== 'pair' || !toActivate)
      await db.wishes.delete(rowKey(pairId, sideKey(side, id)));
  }
  if (decision === 'pair') {
    if (tpsId !== null && qboId !== null) await pairClients(db, pairId, tpsId, qboId);
    return;
  }
  if (decision !== 'exclude') await unpair(db, pairId, tpsId, qboId);
  for (const { side, id } of ends) {
    const client = scene.now[side].clients.get(id);
    if (!client) continue;
    const free = freeName(client, scene.now[otherSide(side)]);
    const earlier = scene.wishes.get(sideKey(side, id));
    // Saved again as it stands, nothing has been decided anew.
    const isLeft = decision === 'leave' && earlier && decisionOf(earlier) === 'leave';
    // A pair that a person takes apart stays apart, with or without a balance.
    const isSplit = decision === 'leave' && scene.links.find(side, 'client', id) !== null;
    const wish: ClientWish = isSplit
      ? { do: 'leave' }
      : isLeft
        ? earlier
        : wishOf(decision, client, free, why ?? '');
    await db.wishes.put(wishRow(pairId, side, id, wish));
  }
}

/** What is stored for a decision. A branch is kept as it is until the first sync writes. */
function wishOf(
  decision: Exclude<ClientDecision, 'pair'>,
  client: Client,
  free: string,
  why: string,
): ClientWish {
  switch (decision) {
    case 'exclude':
      return { do: 'exclude', why };
    case 'create':
      return { do: 'create', ...(free === client.name ? {} : { as: free }) };
    case 'leave':
      return { do: client.balanceCents === 0 ? 'later' : 'leave' };
    default: {
      const what = phrase('setup.notSubCustomer', { client: client.name });
      if (client.parentId === null) throw new DeskRefusal(what);
      return { do: decision };
    }
  }
}

async function pairClients(db: LedgerDatabase, pairId: string, tpsId: TpsId, qboId: QboId) {
  const tps = (await db.mirror.get(rowKey(pairId, recordKey('tps', 'client', tpsId))))?.record;
  const qbo = (await db.mirror.get(rowKey(pairId, recordKey('qbo', 'client', qboId))))?.record;
  if (!tps || !qbo || !isLinkable(tps) || !isLinkable(qbo)) {
    throw new DeskRefusal(phrase('hold.clientGone', { client: `${tpsId} / ${qboId}` }));
  }
  const link = linkRow(pairId, { type: 'client', base: { tps, qbo } });
  if (await db.links.get(link.key)) return;
  await unpair(db, pairId, tpsId, qboId);
  await db.links.put(link);
}

/** Takes a pair of clients apart; refused while documents of theirs are linked. */
async function unpair(
  db: LedgerDatabase,
  pairId: string,
  tpsId: TpsId | null,
  qboId: QboId | null,
): Promise<void> {
  const ends = [
    ...(tpsId === null ? [] : [db.links.where('tpsKey').equals(endKey(pairId, 'client', tpsId))]),
    ...(qboId === null ? [] : [db.links.where('qboKey').equals(endKey(pairId, 'client', qboId))]),
  ];
  for (const end of ends) {
    const link = await end.first();
    if (!link) continue;
    const documents = await db.links
      .where('pairId')
      .equals(pairId)
      .filter(({ base }) => base.tps.kind !== 'client' && base.tps.clientId === link.tpsId)
      .count();
    const { tps } = link.base;
    const client = tps.kind === 'client' ? tps.name : link.tpsId;
    if (documents > 0)
      throw new DeskRefusal(phrase('setup.linkedDocuments', { client, documents }));
    await db.links.delete(link.key);
  }
}

export async function saveMappings(
  desk: Desk,
  { choices }: RequestOf<'setup.saveMappings'>,
): Promise<null> {
  const { db } = desk;
  const pair = await mustPair(db);
  await db.transaction('rw', db.mappings, async () => {
    for (const { kind, from, fromId, toId } of choices) {
      const key = rowKey(pair.id, mappingKey(kind, from, fromId));
      if (toId === null) await db.mappings.delete(key);
      else await db.mappings.put({ key, pairId: pair.id, kind, from, fromId, toId });
    }
  });
  desk.onChange();
  return null;
}

/** The person has been through every step: from now on a sync may run. */
export async function finishSetup(desk: Desk): Promise<null> {
  const pair = await mustPair(desk.db);
  const scene = await loadScene(desk.db, pair, localDay(desk.now()));
  if (!scene) throw new DeskRefusal(phrase('run.notRead'));
  await desk.db.pairs.update(pair.id, { ready: true, stepsDone: [...SETUP_STEPS] });
  desk.onChange();
  return null;
}
