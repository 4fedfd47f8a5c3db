/** Which books know somebody, and how long ago they were told. */
import type { Random } from '../random';
import { movedOn } from './contacts';
import type { Difficulty, Entity } from './entity';
import { beforeMarriage, beforeRenaming } from './spelling';

const IN_BOTH_SHARE = 0.8;
const TPS_ALONE_SHARE = 0.12;
const BRANCH_IN_TPS_SHARE = 0.25;
const MARRIED_WOMEN_SHARE = 0.07;
const RENAMED_SHARE = 0.02;

export function whereKnown(random: Random, entity: Entity): { tps: boolean; qbo: boolean } {
  if (entity.parent !== null) return { tps: random.chance(BRANCH_IN_TPS_SHARE), qbo: true };
  const roll = random.next();
  if (roll < IN_BOTH_SHARE) return { tps: true, qbo: true };
  const inTps = roll < IN_BOTH_SHARE + TPS_ALONE_SHARE;
  return { tps: inTps, qbo: !inTps };
}

/** QuickBooks is the older book: what changed since, changed in TPS. */
export function asOfOld(
  random: Random,
  now: Entity,
): { entity: Entity; difficulties: Difficulty[] } {
  let entity = now;
  if (now.kind === 'person' && now.isWoman && random.chance(MARRIED_WOMEN_SHARE)) {
    entity = beforeMarriage(random, now);
  }
  if (now.kind === 'company' && now.parent === null && random.chance(RENAMED_SHARE)) {
    entity = beforeRenaming(random, now);
  }
  const { contact, difficulties } = movedOn(random, entity);
  return {
    entity: { ...entity, contact },
    difficulties: [...entity.difficulties, ...difficulties],
  };
}
