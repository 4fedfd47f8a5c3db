/**
 * From the journal of a run to a plan that takes it back, and to what cannot be taken back and why.
 * Pure. A record that anybody changed after the run is never touched.
 */

import type { Draft } from '../../ledger/drafts';
import type { Linkable } from '../../ledger/link';
import type { PlainDate } from '../../ledger/plain-date';
import { recordKey } from '../../ledger/record-key';
import { type Phrase, phrase } from '../../wording/phrase';
import { foundAs, type Intent } from '../intent';
import { needsFirst } from '../intent-order';
import { detachedFirst } from '../plan/detach-first';
import { inTurn } from '../plan/numbers-in-turn';
import { isRemoval } from '../plan/removed';
import type { Scene } from '../scene';
import { shownTypeOf, shownVerbOf } from '../shown-type';
import { undoIntents } from './undo-intents';
import { undoKey } from './undo-needs';
import { type DoneRow, stepOf, type UndoStep } from './undo-step';
import { Afterwards } from './undo-together';

/** A row of the undone run that stays as it is. Named as in the history of that run. */
export interface CannotUndo
  extends Pick<Intent, 'key' | 'to' | 'number' | 'clientName' | 'amountCents'> {
  readonly verb: ReturnType<typeof shownVerbOf>;
  readonly type: ReturnType<typeof shownTypeOf>;
  readonly date: PlainDate | null;
  readonly why: Phrase;
}

export interface UndoPlan {
  /** In the order in which they are to be done; each key is `undo:` and that of the row. */
  readonly intents: readonly Intent[];
  readonly cannot: readonly CannotUndo[];
}

/**
 * @param rows what the run has done, newest first
 * @param putBack a record as a draft for its own side
 */
export function planUndo(
  rows: readonly DoneRow[],
  scene: Scene,
  putBack: (record: Linkable) => Draft,
): UndoPlan {
  const steps: UndoStep[] = [];
  const cannot: CannotUndo[] = [];
  for (const row of oneForEach(rows)) {
    const seen = stepOf(scene, row);
    if (seen.is === 'step') steps.push(seen.step);
    else if (seen.is === 'cannot') cannot.push(staying(row, seen.why));
  }
  const { possible, stays } = together(scene, steps);
  const all = roomFirst(scene, undoIntents(scene, possible, putBack));
  const turned = inTurn(scene, all);
  const kept = new Set(turned.intents.map(({ key }) => key));
  const held = possible.filter((step) => !kept.has(undoKey(step)));
  return {
    intents: needsFirst(turned.intents),
    cannot: weightiestFirst([...cannot, ...stays, ...held.map(heldByNumber)]),
  };
}

/** Somebody has given its number to another invoice since. */
function heldByNumber({ row }: UndoStep): CannotUndo {
  const { number, to: system } = row.intent;
  return staying(row, phrase('undo.numberHeld', { number, system }));
}

/**
 * A run may have written one record twice, to take it off an invoice and to put it on again: what
 * the last write left goes back to what was there before the first.
 */
function oneForEach(rows: readonly DoneRow[]): DoneRow[] {
  const newest = new Map<string, DoneRow>();
  for (const row of rows) {
    const { to, type, target } = row.intent;
    // The number that a void invoice had is what it was before it gave that up.
    const isPart = changesContent(row.intent) || isRemoval(row.intent);
    const key = isPart ? recordKey(to, type, target?.id ?? '') : row.intent.key;
    const later = newest.get(key);
    newest.set(key, later ? fromThere(later, row) : row);
  }
  return [...newest.values()];
}

function changesContent({ does }: Intent): boolean {
  return does === 'update' || does === 'restore' || does === 'detach' || does === 'renumber';
}

/** The later of two rows about one record, as if it had found what the earlier one found. */
function fromThere(later: DoneRow, { intent: { target }, baseBefore }: DoneRow): DoneRow {
  const { intent } = later;
  return {
    ...later,
    baseBefore: baseBefore ?? later.baseBefore ?? null,
    intent: intent.target && target ? foundAs(intent, target) : intent,
  };
}

/** What has to come off an invoice before it goes back comes before everything. */
function roomFirst(scene: Scene, intents: readonly Intent[]): Intent[] {
  const all = detachedFirst(scene, intents);
  const isDetach = ({ does }: Intent) => does === 'detach';
  return [...all.filter(isDetach), ...all.filter((intent) => !isDetach(intent))];
}

/** Addresses to pay online are many, and move no money. */
function weightiestFirst(cannot: readonly CannotUndo[]): CannotUndo[] {
  const isLight = ({ why }: CannotUndo) => Number(why.id === 'undo.paymentLink');
  return [...cannot].sort((a, b) => isLight(a) - isLight(b));
}

/** What stays keeps others from going, round by round, until nothing more falls away. */
function together(scene: Scene, steps: readonly UndoStep[]) {
  const stays: CannotUndo[] = [];
  let possible = steps;
  for (;;) {
    const afterwards = new Afterwards(scene, possible);
    const left: UndoStep[] = [];
    for (const step of possible) {
      const why = afterwards.obstacle(step);
      if (why) stays.push(staying(step.row, why));
      else left.push(step);
    }
    if (left.length === possible.length) return { possible, stays };
    possible = left;
  }
}

function staying({ intent }: DoneRow, why: Phrase): CannotUndo {
  const { key, to, number, clientName, date, amountCents } = intent;
  const verb = shownVerbOf(intent);
  const type = shownTypeOf(intent);
  return { key, to, verb, type, number, clientName, date, amountCents, why };
}
