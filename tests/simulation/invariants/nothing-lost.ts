/**
 * At rest nothing is left undone without a word (invariants 2 and 8): whatever differs between
 * twins, and whatever has no twin, was carried over or is told to a person as held or failed.
 */

import { SIDES, type Side } from '../../../utils/ledger/side';
import type { Browser } from '../world/browser';
import { type Card, cardKey } from '../world/card';
import { lastRun, mustPair, type Ran } from '../world/drive';
import type { Pair } from '../world/pairs';
import type { World } from '../world/world';

/** What one browser says is enough: its person knows. */
export async function nothingLost(world: World, browsers: readonly Browser[]): Promise<void> {
  const tellers: Told[] = [];
  for (const browser of browsers) {
    const run = await lastRun(browser);
    if (run) tellers.push(await toldOf(browser, run));
  }
  const told: Told = (side, card) => tellers.some((says) => says(side, card));
  for (const pair of world.pairs.all) checkPair(world, pair, told);
  for (const browser of browsers) await checkTwinless(world, browser, told);
}

type Told = (side: Side, card: Card | null) => boolean;

/** Is this record, or its client, held, failed, excluded or blocked? */
async function toldOf(browser: Browser, run: Ran): Promise<Told> {
  const { db } = browser;
  const keys = new Set(run.holds.map(({ side, type, id }) => `${side}:${type}:${id}`));
  for (const { recordKey, status, superseded } of await db.entries.toArray()) {
    if (!superseded && status !== 'successful' && status !== 'warning') keys.add(recordKey);
  }
  for (const { recordKey } of await db.ignores.toArray()) keys.add(recordKey);
  const clients = new Set<string>();
  for (const { side, clientId, wish } of await db.wishes.toArray()) {
    if (wish.do !== 'create') clients.add(`${side}:client:${clientId}`);
  }
  for (const { client, severity } of run.findings) {
    if (severity !== 'block') continue;
    if (client === null) return () => true;
    if (client.tpsId !== null) clients.add(`tps:client:${client.tpsId}`);
    if (client.qboId !== null) clients.add(`qbo:client:${client.qboId}`);
  }
  return (side, card) => {
    if (!card) return false;
    if (keys.has(cardKey(side, card.kind, card.id))) return true;
    const own = card.kind === 'client' ? cardKey(side, 'client', card.id) : clientOf(card);
    return clients.has(own) || (card.kind !== 'client' && keys.has(own));
  };
}

function clientOf(card: Card): string {
  return (card.fields.client ?? '').slice(1, -1);
}

function checkPair(world: World, pair: Pair, told: Told): void {
  const { cards } = world;
  const tps = cards.tps.get(cardKey('tps', pair.kind, pair.tpsId)) ?? null;
  const qbo = cards.qbo.get(cardKey('qbo', pair.kind, pair.qboId)) ?? null;
  if (told('tps', tps) || told('qbo', qbo)) return;
  if (isExcluded(world, tps) || isExcluded(world, qbo)) return;
  const name = `${pair.kind} ${pair.tpsId} / ${pair.qboId} (${(tps ?? qbo)?.label})`;
  const gone = { tps: !tps || tps.voided, qbo: !qbo || qbo.voided };
  if (gone.tps && gone.qbo) return;
  if (pair.kind === 'client' && (gone.tps || gone.qbo)) return;
  if (gone.tps !== gone.qbo) {
    world.report({
      invariant: 2,
      kind: 'one twin is gone and nobody was told',
      text: `${name}: gone in ${gone.tps ? 'TPS' : 'QuickBooks'}`,
    });
    return;
  }
  if (!tps || !qbo) return;
  for (const field of Object.keys(tps.fields)) {
    const [here, there] = [tps.fields[field] ?? '', qbo.fields[field]];
    if (there === undefined || world.values.same(here, there)) continue;
    if (!world.values.isDue(pair, tps, field) && !world.values.isDue(pair, qbo, field)) continue;
    world.report({
      invariant: 8,
      kind: 'twins differ and nobody was told',
      text: `${name} ${field}: "${here}" in TPS, "${there}" in QuickBooks`,
    });
  }
}

/** TPS's own flag: such a client's documents are left alone on both sides. */
function isExcluded(world: World, card: Card | null): boolean {
  if (!card) return false;
  const client = card.kind === 'client' ? cardKey(card.side, 'client', card.id) : clientOf(card);
  const [side = '', , id = ''] = client.split(':');
  const tpsId = side === 'tps' ? id : world.pairs.twin('qbo', 'client', id);
  const found = world.sites.books.ledger().clients.find((one) => String(one.id) === tpsId);
  return found?.excluded === true;
}

/** A document that came after the first run has a twin, or a reason why not. */
async function checkTwinless(world: World, browser: Browser, told: Told): Promise<void> {
  const { cutoff } = await mustPair(browser.db);
  if (!cutoff) return;
  const links = await browser.db.links.toArray();
  const linked = new Set(
    links.flatMap(({ type, tpsId, qboId }) => [`tps:${type}:${tpsId}`, `qbo:${type}:${qboId}`]),
  );
  for (const side of SIDES) {
    for (const [key, card] of world.cards[side]) {
      if (card.voided || linked.has(key) || told(side, card) || isExcluded(world, card)) continue;
      if (card.kind !== 'invoice' && card.kind !== 'payment') continue;
      if (!/^\d/.test(card.id) || Number(card.id) <= Number(cutoff[side][card.kind])) continue;
      // A credit that QuickBooks applies by itself is no payment.
      if (card.kind === 'payment' && card.fields.amount === '0') continue;
      world.report({
        invariant: 2,
        kind: 'a document has no twin and nobody was told',
        text: `${key} (${card.label}) ${JSON.stringify(card.fields)}`,
      });
    }
  }
}
