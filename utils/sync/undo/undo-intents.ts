/** The steps of an undo as intents: in an order in which both systems take them. */

import { type Cents, cents, negateCents, ZERO } from '../../ledger/cents';
import type { Draft } from '../../ledger/drafts';
import type { Client } from '../../ledger/entities';
import type { Link, Linkable } from '../../ledger/link';
import { otherSide } from '../../ledger/side';
import { TRAITS } from '../../ledger/traits';
import { type PhraseId, phrase } from '../../wording/phrase';
import type { Intent } from '../intent';
import { standing } from '../owed-after';
import { withFields } from '../plan/plan-clients';
import { appliedAnew, draftAgain, keyAnew } from '../plan/reenter';
import { freesNumber } from '../plan/removed';
import type { Scene } from '../scene';
import { EarlierSteps, undoKey } from './undo-needs';
import type { UndoStep } from './undo-step';

export function undoIntents(
  scene: Scene,
  steps: readonly UndoStep[],
  putBack: (record: Linkable) => Draft,
): Intent[] {
  // Newest first within a rank, as they came in.
  const ordered = [...steps].sort((a, b) => rankOf(a) - rankOf(b));
  const bases = new Map<string, Link['base']>();
  const earlier = new EarlierSteps();
  const anew = enteredAnew(steps);
  return ordered.flatMap((step) => {
    const needs = earlier.neededBy(step);
    earlier.add(step);
    const back = baseAfter(step, bases);
    if (step.link && back) bases.set(step.link.id, back);
    const intent = intentOf(scene, step, needs, back, putBack, anew);
    const free = freesItsNumber(scene, step, intent);
    return free ? [free, { ...intent, needs: [...needs, free.key] }] : [intent];
  });
}

/** Twins of the invoices that are entered anew, by `side:id` as each had it. */
function enteredAnew(steps: readonly UndoStep[]): Map<string, string> {
  return new Map(
    steps.flatMap((step) =>
      step.does === 'reenter' && step.now.kind === 'invoice'
        ? [[keyAnew(step.now), step.baseBefore[otherSide(step.now.side)].id] as const]
        : [],
    ),
  );
}

/** An invoice that stands void in QBO still has the number that is needed again. */
function freesItsNumber(scene: Scene, { does, now }: UndoStep, intent: Intent): Intent | null {
  const stands = now.kind === 'invoice' ? scene.now[now.side].invoices.get(now.id) : undefined;
  if (does !== 'reenter' || !stands || now.kind !== 'invoice') return null;
  return stands.number === now.number ? freesNumber(scene, intent, stands) : null;
}

/** Payments before invoices before clients; what makes room for a payment comes before it. */
function rankOf(step: UndoStep): number {
  switch (step.does) {
    case 'activate':
      return 0;
    case 'reenter':
      return step.now.kind === 'payment' ? 3 : 1;
    case 'remove':
      return step.now.kind === 'payment' ? 2 : 5;
    case 'restore':
      if (step.now.kind === 'client') return 6;
      if (step.now.kind === 'payment') return 3;
      return raises(step) ? 1 : 4;
    case 'deactivate':
    case 'dismiss':
      return 7;
  }
}

function raises({ now, earlier }: UndoStep & { does: 'restore' }): boolean {
  return now.kind === 'invoice' && earlier.kind === 'invoice'
    ? earlier.totalCents >= now.totalCents
    : false;
}

/** What both sides agree on once the step is done; null where no link stays. */
function baseAfter(step: UndoStep, bases: ReadonlyMap<string, Link['base']>): Link['base'] | null {
  const { link, row } = step;
  if (step.does === 'reenter') return { ...step.baseBefore, [step.now.side]: step.now };
  if (!link || step.does === 'remove') return null;
  const base = bases.get(link.id) ?? link.base;
  if (step.does === 'dismiss') {
    // The same client comes back, under its own id, on the day on which it is written again.
    return withStatus(base, { tps: TRAITS.tps.asleep, qbo: TRAITS.qbo.asleep });
  }
  const before = row.baseBefore;
  if (!before) return null;
  const { tps, qbo } = before;
  if (tps.kind !== 'client' || qbo.kind !== 'client') return before;
  if (step.does !== 'restore') return withStatus(base, { tps: tps.status, qbo: qbo.status });
  const carried = row.intent.does === 'update' ? row.intent.carried : undefined;
  if (!carried || base.tps.kind !== 'client' || base.qbo.kind !== 'client') return before;
  return {
    tps: withFields(base.tps, tps, carried.fields),
    qbo: withFields(base.qbo, qbo, carried.fields),
  };
}

function withStatus(
  { tps, qbo }: Link['base'],
  status: { tps: Client['status']; qbo: Client['status'] },
): Link['base'] {
  return {
    tps: tps.kind === 'client' ? { ...tps, status: status.tps } : tps,
    qbo: qbo.kind === 'client' ? { ...qbo, status: status.qbo } : qbo,
  };
}

/** `back`: what both sides agree on once the step is done; null where no link stays. */
function intentOf(
  scene: Scene,
  step: UndoStep,
  needs: readonly string[],
  back: Link['base'] | null,
  putBack: (record: Linkable) => Draft,
  anew: ReadonlyMap<string, string>,
): Intent {
  const about = { ...common(scene, step), needs };
  const { now: target } = step;
  const agreed = back ? { back } : {};
  switch (step.does) {
    case 'reenter': {
      const { id } = step.baseBefore[otherSide(step.now.side)];
      const draft = draftAgain(putBack(step.now), step.now, id, anew);
      return { ...about, does: 'reenter', target: null, draft, back: back ?? step.baseBefore };
    }
    case 'restore': {
      const draft = appliedAnew(putBack(step.earlier), step.now.side, anew);
      return { ...about, does: 'restore', target, draft, back: back ?? step.baseBefore };
    }
    case 'remove':
      return { ...about, does: 'delete', target, draft: null, ...agreed };
    case 'dismiss':
      return step.now.side === 'tps'
        ? { ...about, does: 'delete', target, draft: null, ...agreed }
        : { ...about, does: 'act', act: 'deactivate', target, draft: null, ...agreed };
    case 'activate':
    case 'deactivate':
      return { ...about, does: 'act', act: step.does, target, draft: null, ...agreed };
  }
}

function common(scene: Scene, step: UndoStep) {
  const { now, row, link } = step;
  const { type, number, clientName, date } = row.intent;
  return {
    key: undoKey(step),
    type,
    to: now.side,
    record: now,
    linkId: link && scene.links.get(link.id) ? link.id : null,
    number,
    clientName,
    date,
    amountCents: amountOf(step.does === 'restore' ? step.earlier : now),
    effectCents: effectOf(step),
    why: phrase(WHY[step.does], { number, client: clientName, system: now.side }),
  };
}

const WHY = {
  remove: 'undo.remove',
  reenter: 'undo.reenter',
  dismiss: 'undo.dismiss',
  restore: 'undo.restore',
  activate: 'undo.activate',
  deactivate: 'undo.deactivate',
} as const satisfies Record<UndoStep['does'], PhraseId>;

function amountOf(record: Linkable): Cents {
  if (record.kind === 'client') return ZERO;
  return record.kind === 'invoice' ? record.totalCents : record.amountCents;
}

function effectOf(step: UndoStep): Cents {
  if (step.does === 'reenter') return standing(step.now);
  const gone = negateCents(standing(step.now));
  if (step.does === 'restore') return cents(gone + standing(step.earlier));
  return step.does === 'remove' ? gone : ZERO;
}
