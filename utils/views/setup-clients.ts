/**
 * The client table of the set-up: every client and customer once. A sub-customer or project stands
 * right below the customer that it belongs to.
 */

import type { Finding } from '../checks/finding';
import { ZERO } from '../ledger/cents';
import type { Client, ClientOn } from '../ledger/entities';
import { sideKey } from '../ledger/record-key';
import { otherSide, SIDES, type Side } from '../ledger/side';
import { isAwake } from '../ledger/traits';
import { matchClientsInSlices } from '../matching/match-clients';
import { freeName } from '../sync/free-name';
import type { ClientWish, Scene } from '../sync/scene';
import { type Phrase, phrase } from '../wording/phrase';
import type { Branch, ClientDecision, ClientOption, ClientProposal } from './views';

/** `breathe` is awaited every few milliseconds of matching, so that the worker can answer others. */
export async function clientProposals(
  scene: Scene,
  findings: readonly Finding[],
  breathe: () => Promise<void>,
): Promise<ClientProposal[]> {
  const context: Context = { scene, blocks: blocksOf(findings) };
  const rows: ClientProposal[] = [];
  const shown = new Set<string>();
  for (const link of scene.links.all) {
    if (link.type !== 'client') continue;
    const tps = scene.now.tps.clients.get(link.tpsId);
    const qbo = scene.now.qbo.clients.get(link.qboId);
    shown.add(sideKey('tps', link.tpsId));
    shown.add(sideKey('qbo', link.qboId));
    const wish =
      scene.wishes.get(sideKey('tps', link.tpsId)) ?? scene.wishes.get(sideKey('qbo', link.qboId));
    rows.push({
      ...row(tps ?? null, qbo ?? null, context),
      score: null,
      strength: 'certain',
      reasons: [phrase('match.saved')],
      decision: wish?.do === 'exclude' ? 'exclude' : 'pair',
      decided: true,
      excludedWhy: wish?.do === 'exclude' ? wish.why : null,
    });
  }
  const free = <S extends Side>(side: S): ClientOn<S>[] =>
    [...scene.now[side].clients.values()].filter(
      (client) => !shown.has(sideKey(side, client.id)) && client.status !== 'deleted',
    );
  // A customer that is to be made active again can be somebody's partner all the same.
  const open = <S extends Side>(side: S) =>
    free(side).filter(
      ({ id }) => (scene.wishes.get(sideKey(side, id))?.do ?? 'activate') === 'activate',
    );
  const input = {
    tps: open('tps'),
    qbo: open('qbo').filter((customer) => customer.parentId === null),
    tpsInvoices: scene.now.tps.invoices.values(),
    qboInvoices: scene.now.qbo.invoices.values(),
  };
  const pairs = await matchClientsInSlices(input, breathe);
  for (const pair of pairs) {
    const tps = scene.now.tps.clients.get(pair.tpsId) ?? null;
    const qbo = scene.now.qbo.clients.get(pair.qboId) ?? null;
    shown.add(sideKey('tps', pair.tpsId));
    shown.add(sideKey('qbo', pair.qboId));
    rows.push({
      ...row(tps, qbo, context),
      score: pair.score,
      strength: pair.strength,
      reasons: [...pair.reasons],
      decision: 'pair',
      decided: false,
      excludedWhy: null,
    });
  }
  for (const side of SIDES) {
    for (const client of free(side)) {
      if (!shown.has(sideKey(side, client.id))) rows.push(single(client, context));
    }
  }
  return asTree(rows);
}

interface Context {
  readonly scene: Scene;
  readonly blocks: ReadonlyMap<string, Phrase[]>;
}

/** By name, each customer's sub-customers right below it. */
function asTree(rows: readonly ClientProposal[]): ClientProposal[] {
  const children = new Map<string, ClientProposal[]>();
  const roots: ClientProposal[] = [];
  const known = new Set(rows.map(({ qbo }) => qbo?.id));
  for (const one of rows) {
    const parentId = one.branch?.parentId;
    if (parentId === undefined || !known.has(parentId)) roots.push(one);
    else children.set(parentId, [...(children.get(parentId) ?? []), one]);
  }
  const ordered: ClientProposal[] = [];
  const place = (one: ClientProposal): void => {
    ordered.push(one);
    const below = one.qbo === null ? [] : (children.get(one.qbo.id) ?? []);
    if (one.qbo !== null) children.delete(one.qbo.id);
    for (const child of [...below].sort(byName)) place(child);
  };
  for (const root of roots.sort(byName)) place(root);
  return ordered;
}

/** Made once: with thousands of names `localeCompare` is ten times slower. */
const NAMES = new Intl.Collator();

function byName(a: ClientProposal, b: ClientProposal): number {
  return NAMES.compare(nameOf(a), nameOf(b));
}

function nameOf({ tps, qbo }: ClientProposal): string {
  return tps?.name ?? qbo?.name ?? '';
}

function single(client: Client, context: Context): ClientProposal {
  const { scene } = context;
  const wish = scene.wishes.get(sideKey(client.side, client.id));
  const free = freeName(client, scene.now[otherSide(client.side)]);
  return {
    ...row(client.side === 'tps' ? client : null, client.side === 'qbo' ? client : null, context),
    score: null,
    strength: 'none',
    reasons:
      free === client.name || client.parentId !== null
        ? []
        : [phrase('hold.createAs', { proposal: free })],
    decision: wish ? decisionOf(wish) : suggestionFor(client),
    decided: wish !== undefined,
    excludedWhy: wish?.do === 'exclude' ? wish.why : null,
  };
}

/** What the table shows of a wish. */
export function decisionOf(wish: ClientWish): ClientDecision {
  return wish.do === 'later' || wish.do === 'activate' ? 'leave' : wish.do;
}

/** Something open wants a place on the other side; the rest can wait until there is something. */
function suggestionFor(client: Client): ClientDecision {
  const flat = client.parentId === null && isAwake(client);
  return flat && client.balanceCents !== 0 ? 'create' : 'leave';
}

function row(tps: Client | null, qbo: Client | null, { scene, blocks }: Context) {
  return {
    key: `${tps?.id ?? ''}|${qbo?.id ?? ''}`,
    excludedInTps: tps?.excludedInTps ?? false,
    tps: tps && clientOption(tps),
    qbo: qbo && clientOption(qbo),
    blocked: [
      ...(tps ? (blocks.get(sideKey('tps', tps.id)) ?? []) : []),
      ...(qbo ? (blocks.get(sideKey('qbo', qbo.id)) ?? []) : []),
    ].filter((what, i, all) => all.findIndex((w) => same(w, what)) === i),
    branch: qbo && branchOf(scene, qbo),
  };
}

/** Most generations of sub-customers that are followed upwards; QuickBooks allows five. */
const DEPTH_MAX = 10;

function branchOf(scene: Scene, { parentId, isProject }: Client): Branch | null {
  if (parentId === null) return null;
  const { clients } = scene.now.qbo;
  let rootId = parentId;
  let depth = 1;
  for (let up = clients.get(rootId)?.parentId ?? null; up !== null && depth < DEPTH_MAX; depth++) {
    rootId = up;
    up = clients.get(up)?.parentId ?? null;
  }
  return { parentId, parentName: clients.get(parentId)?.name ?? '', rootId, depth, isProject };
}

function same(a: Phrase, b: Phrase): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function clientOption(client: Client): ClientOption {
  const { id, name, code, email } = client;
  return { id, name, code, email, arCents: client.balanceCents ?? ZERO };
}

function blocksOf(findings: readonly Finding[]): Map<string, Phrase[]> {
  const blocks = new Map<string, Phrase[]>();
  const add = (side: Side, id: string | null, what: Phrase) => {
    if (id === null) return;
    const key = sideKey(side, id);
    blocks.set(key, [...(blocks.get(key) ?? []), what]);
  };
  for (const { client, severity, what } of findings) {
    if (severity !== 'block' || !client) continue;
    add('tps', client.tpsId, what);
    if (client.tpsId === null) add('qbo', client.qboId, what);
  }
  return blocks;
}
