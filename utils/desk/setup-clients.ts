/** The client table of the set-up: every client and customer once. */

import type { Finding } from '../checks/finding';
import { ZERO } from '../ledger/cents';
import type { Client } from '../ledger/entities';
import { otherSide, type Side } from '../ledger/side';
import { matchClients } from '../matching/match-clients';
import type { ClientDecision, ClientOption, ClientProposal } from '../messages/views';
import { freeName } from '../sync/free-name';
import type { ClientWish, Scene } from '../sync/scene';
import { type Phrase, phrase } from '../wording/phrase';

export function clientProposals(scene: Scene, findings: readonly Finding[]): ClientProposal[] {
  const blocks = blocksOf(findings);
  const rows: ClientProposal[] = [];
  const shown = new Set<string>();
  for (const link of scene.links.all) {
    if (link.type !== 'client') continue;
    const tps = scene.now.tps.clients.get(link.tpsId);
    const qbo = scene.now.qbo.clients.get(link.qboId);
    shown.add(`tps:${link.tpsId}`);
    shown.add(`qbo:${link.qboId}`);
    const wish = scene.wishes.get(`tps:${link.tpsId}`) ?? scene.wishes.get(`qbo:${link.qboId}`);
    rows.push({
      ...row(tps ?? null, qbo ?? null, blocks),
      score: 100,
      strength: 'certain',
      reasons: [phrase('match.marker')],
      decision: wish?.do === 'exclude' ? 'exclude' : 'pair',
      decided: true,
      excludedWhy: wish?.do === 'exclude' ? wish.why : null,
    });
  }
  const free = (side: Side) =>
    [...scene.now[side].clients.values()].filter(
      (client) => !shown.has(`${side}:${client.id}`) && client.status !== 'deleted',
    );
  const open = (side: Side) => free(side).filter((c) => !scene.wishes.has(`${side}:${c.id}`));
  const pairs = matchClients({
    tps: open('tps'),
    qbo: open('qbo').filter((customer) => customer.parentId === null),
    tpsInvoices: scene.now.tps.invoices.values(),
    qboInvoices: scene.now.qbo.invoices.values(),
  });
  for (const pair of pairs) {
    const tps = scene.now.tps.clients.get(pair.tpsId) ?? null;
    const qbo = scene.now.qbo.clients.get(pair.qboId) ?? null;
    shown.add(`tps:${pair.tpsId}`);
    shown.add(`qbo:${pair.qboId}`);
    rows.push({
      ...row(tps, qbo, blocks),
      score: pair.score,
      strength: pair.strength,
      reasons: [...pair.reasons],
      decision: 'pair',
      decided: false,
      excludedWhy: null,
    });
  }
  for (const side of ['tps', 'qbo'] satisfies Side[]) {
    for (const client of free(side)) {
      if (!shown.has(`${side}:${client.id}`)) rows.push(single(scene, client, blocks));
    }
  }
  return rows;
}

function single(scene: Scene, client: Client, blocks: Map<string, Phrase[]>): ClientProposal {
  const wish = scene.wishes.get(`${client.side}:${client.id}`);
  const free = freeName(client, scene.now[otherSide(client.side)]);
  return {
    ...row(client.side === 'tps' ? client : null, client.side === 'qbo' ? client : null, blocks),
    score: null,
    strength: 'none',
    reasons: free === client.name ? [] : [phrase('hold.createAs', { proposal: free })],
    decision: wish ? decisionOf(wish) : suggestionFor(client),
    decided: wish !== undefined,
    excludedWhy: wish?.do === 'exclude' ? wish.why : null,
  };
}

function decisionOf(wish: ClientWish): ClientDecision {
  return wish.do === 'later' ? 'leave' : wish.do;
}

/** Something open wants a place on the other side; the rest can wait until there is something. */
function suggestionFor(client: Client): ClientDecision {
  const flat = client.parentId === null && (client.side === 'tps' || client.status === 'active');
  return flat && client.balanceCents !== 0 ? 'create' : 'leave';
}

function row(tps: Client | null, qbo: Client | null, blocks: Map<string, Phrase[]>) {
  return {
    key: `${tps?.id ?? ''}|${qbo?.id ?? ''}`,
    tps: tps && clientOption(tps),
    qbo: qbo && clientOption(qbo),
    blocked: [
      ...(tps ? (blocks.get(`tps:${tps.id}`) ?? []) : []),
      ...(qbo ? (blocks.get(`qbo:${qbo.id}`) ?? []) : []),
    ].filter((what, i, all) => all.findIndex((w) => same(w, what)) === i),
  };
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
    const key = `${side}:${id}`;
    blocks.set(key, [...(blocks.get(key) ?? []), what]);
  };
  for (const { client, severity, what } of findings) {
    if (severity !== 'block' || !client) continue;
    add('tps', client.tpsId, what);
    if (client.tpsId === null) add('qbo', client.qboId, what);
  }
  return blocks;
}
