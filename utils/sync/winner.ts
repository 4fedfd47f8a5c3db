import type { Linkable } from '../ledger/link';
import { recordKey } from '../ledger/record-key';
import type { Side } from '../ledger/side';
import { type PolicyField, pairKey, type Ruling, type Scene, seenText } from './scene';

const WINS = {
  tpsWins: 'tps',
  qboWins: 'qbo',
  dateToday: null,
  take: null,
  same: null,
  apart: null,
} as const;

/**
 * Which side's words stand where both changed the same: what a person said about this very
 * conflict, else the policy set for that field, else null (a person has to say).
 */
export function winnerOf(
  scene: Pick<Scene, 'policies' | 'rulings'>,
  field: PolicyField,
  tps: Linkable | null,
  qbo: Linkable | null,
): Side | null {
  const ruling = rulingOn(scene, tps, qbo);
  return ruling ? WINS[ruling.do] : policyOf(scene, field);
}

/** The side that the firm has chosen for a field that both changed; null where a person is asked. */
export function policyOf({ policies }: Pick<Scene, 'policies'>, field: PolicyField): Side | null {
  const policy = policies[field] ?? 'hold';
  return policy === 'hold' ? null : policy;
}

/** The side that a person said is right of these two as they are now; null when nothing. */
export function answerOn(scene: Pick<Scene, 'rulings'>, tps: Linkable, qbo: Linkable): Side | null {
  const ruling = rulingOn(scene, tps, qbo);
  return ruling ? WINS[ruling.do] : null;
}

/** What a person said about these two as they are now; null when nothing, or about other contents. */
export function rulingOn(
  { rulings }: Pick<Scene, 'rulings'>,
  tps: Linkable | null,
  qbo: Linkable | null,
): Ruling | null {
  for (const record of [tps, qbo]) {
    const ruling = record && rulings.get(recordKey(record.side, record.kind, record.id));
    if (ruling && ruling.seen === seenText(tps, qbo)) return ruling;
  }
  return null;
}

/** What a person said about two documents that are not linked; null when nothing yet. */
export function sameOrApart(
  { rulings }: Pick<Scene, 'rulings'>,
  one: Linkable,
  other: Linkable,
): 'same' | 'apart' | null {
  const [tps, qbo] = one.side === 'tps' ? [one, other] : [other, one];
  const ruling = rulings.get(pairKey(tps, qbo));
  if (ruling?.do !== 'same' && ruling?.do !== 'apart') return null;
  const holds = ruling.lasting !== undefined || ruling.seen === seenText(tps, qbo);
  return holds ? ruling.do : null;
}
