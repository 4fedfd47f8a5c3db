/** Things that a plan must not do without a person typing that it is meant. */

import type { PlainDate } from '../../ledger/plain-date';
import { recordKey } from '../../ledger/record-key';
import { type Both, SIDES } from '../../ledger/side';
import { type Phrase, phrase } from '../../wording/phrase';
import { type Intent, isEdit, isEnd } from '../intent';
import type { Scene } from '../scene';
import type { Plan } from './plan';
import { isLostForGood } from './reenter';

export interface Brake {
  readonly id: string;
  readonly what: Phrase;
  /** The word to type. */
  readonly confirm: string;
  /** What it is about, one by one; `more` are too many to be listed. */
  readonly changes?: { readonly listed: readonly BrakeChange[]; readonly more: number };
}

export interface BrakeChange {
  readonly what: Phrase;
  readonly before: Phrase;
  readonly after: Phrase;
}

/** More than this many documents AND more than this share of all to be voided or deleted. */
const REMOVALS_MAX = 5;
const REMOVALS_SHARE_MAX = 0.02;
/** A/R of one side to move by more than this share, once the books were in step. */
const RECEIVABLE_SHARE_MAX = 0.2;
/** Everything changed at once: more than this many edits AND more than this share of all links. */
const EDITS_MAX = 20;
const EDITS_SHARE_MAX = 0.5;

export function brakesOf(scene: Scene, plan: Plan, firstRun: boolean): Brake[] {
  const brakes: Brake[] = [];
  const documents = scene.links.count('invoice', 'payment');
  const removed = plan.intents.filter((intent) => intent.type !== 'client' && isEnd(intent));
  const removals = removed.length;
  if (removals > REMOVALS_MAX && removals > documents * REMOVALS_SHARE_MAX) {
    brakes.push({
      id: 'removals',
      what: phrase('brake.removals', {
        removals,
        documents,
        lost: removed.filter((intent) => isLostForGood(scene, intent)).length,
      }),
      confirm: String(removals),
    });
  }
  const edits = plan.intents.filter((intent) => isEdit(intent) && intent.type !== 'client').length;
  if (edits > EDITS_MAX && edits > documents * EDITS_SHARE_MAX) {
    brakes.push({
      id: 'edits',
      what: phrase('brake.edits', { edits, documents }),
      confirm: String(edits),
    });
  }
  if (!firstRun) brakes.push(...receivableMoves(scene, plan));
  return brakes;
}

/** What a person undid would be written again. `undone`: the day of the undo, by `recordKey`. */
export function undoneBrake(
  intents: readonly Intent[],
  undone: ReadonlyMap<string, PlainDate>,
): Brake | null {
  const days = intents.flatMap(({ does, record }) => {
    const day = undone.get(recordKey(record.side, record.kind, record.id));
    return day === undefined || does === 'link' ? [] : [day];
  });
  const [last] = days.sort().reverse();
  if (last === undefined) return null;
  const what = phrase('brake.undone', { count: days.length, undoneDate: last });
  return { id: 'undone', what, confirm: String(days.length) };
}

/** What a person decided is not there any more, so nothing is written on the strength of the rest. */
export function missingBrake(decisions: number): Brake[] {
  if (decisions === 0) return [];
  return [
    { id: 'missing', what: phrase('brake.missing', { decisions }), confirm: String(decisions) },
  ];
}

function receivableMoves(scene: Scene, plan: Plan): Brake[] {
  const effect = planEffect(plan);
  return SIDES.flatMap((side) => {
    const before = scene.now[side].arCents;
    if (Math.abs(effect[side]) <= Math.abs(before) * RECEIVABLE_SHARE_MAX) return [];
    if (effect[side] === 0) return [];
    return [
      {
        id: `receivable-${side}`,
        what: phrase('brake.receivable', {
          system: side,
          beforeCents: before,
          afterCents: before + effect[side],
        }),
        confirm: percent(before, effect[side]),
      },
    ];
  });
}

function percent(before: number, effect: number): string {
  return before === 0 ? '100' : String(Math.round(Math.abs((effect / before) * 100)));
}

/** Sum of what the plan does to the A/R of each side. */
export function planEffect(plan: Pick<Plan, 'intents'>): Both<number> {
  let tps = 0;
  let qbo = 0;
  for (const intent of plan.intents) {
    if (intent.does === 'link') continue;
    if (intent.to === 'tps') tps += intent.effectCents;
    else qbo += intent.effectCents;
  }
  return { tps, qbo };
}
