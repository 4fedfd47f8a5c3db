/**
 * From the journal of a run to a plan that takes it back, and to what cannot be taken back and why.
 * Pure. A record that anybody changed after the run is never touched.
 */
import type { Draft } from '../ledger/drafts';
import type { Linkable } from '../ledger/link';
import type { PlainDate } from '../ledger/plain-date';
import type { Phrase } from '../wording/phrase';
import type { Intent } from './intent';
import type { Scene } from './scene';
import { shownType } from './shown-type';
import { undoIntents } from './undo-intents';
import { type DoneRow, stepOf, type UndoStep } from './undo-step';
import { Afterwards } from './undo-together';

/** A row of the undone run that stays as it is. Named as in the history of that run. */
export interface CannotUndo
  extends Pick<Intent, 'key' | 'to' | 'verb' | 'number' | 'clientName' | 'amountCents'> {
  readonly type: ReturnType<typeof shownType>;
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
  for (const row of rows) {
    const seen = stepOf(scene, row);
    if (seen.is === 'step') steps.push(seen.step);
    else if (seen.is === 'cannot') cannot.push(staying(row, seen.why));
  }
  const { possible, stays } = together(scene, steps);
  return {
    intents: undoIntents(scene, possible, putBack),
    cannot: weightiestFirst([...cannot, ...stays]),
  };
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
  const { key, to, verb, number, clientName, date, amountCents } = intent;
  const type = shownType(intent.record);
  return { key, to, verb, type, number, clientName, date, amountCents, why };
}
