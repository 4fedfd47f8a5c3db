/**
 * Invariant 11: money that a person entered is not entered a second time unless a person said that
 * they are two. Known by the cheques that one act keys in both books: each side holds one.
 */
import { SIDES } from '../../../utils/ledger/side';
import { TWICE_KEYED } from '../people/copies';
import type { Browser } from '../world/browser';
import { lastRun } from '../world/drive';
import type { World } from '../world/world';

export async function enteredOnce(world: World, browsers: readonly Browser[]): Promise<void> {
  const apart = new Set<string>();
  for (const { db } of browsers) {
    for (const ruling of await db.rulings.toArray()) {
      if (ruling.do === 'apart') for (const key of ruling.recordKey.split('|')) apart.add(key);
    }
  }
  const told = new Set<string>();
  for (const browser of browsers) {
    for (const { side, type, id, what } of (await lastRun(browser))?.holds ?? []) {
      if (what.id === 'conflict.enteredTwice') told.add(`${side}:${type}:${id}`);
    }
  }
  for (const side of SIDES) {
    const seen = new Map<string, string>();
    for (const [key, card] of world.cards[side]) {
      const number = TWICE_KEYED.exec(card.fields.reference ?? '')?.[1];
      if (card.voided || card.kind !== 'payment' || number === undefined) continue;
      const money = `${number} ${card.fields.client} ${card.fields.amount}`;
      const before = seen.get(money);
      seen.set(money, key);
      // Keyed while a run was writing what it had read: a person is asked about it since.
      const isKnown = (one: string) => told.has(one) || wasSaidApart(world, apart, one);
      if (before === undefined || [before, key].some(isKnown)) continue;
      world.report({
        invariant: 11,
        kind: 'money was entered a second time',
        text: `${before} and ${key}: ${card.fields.reference}, ${card.fields.amount}`,
      });
    }
  }
}

/** Of one of the two, or of what it was created for. */
function wasSaidApart(world: World, apart: ReadonlySet<string>, key: string): boolean {
  if (apart.has(key)) return true;
  const [side, , id = ''] = key.split(':');
  const origin = side === 'tps' || side === 'qbo' ? world.madeFor(side, id, 'payment') : null;
  return origin !== null && apart.has(origin);
}
