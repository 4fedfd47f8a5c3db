/**
 * Neither system takes a number that another invoice has. So an invoice that gives its number up
 * comes before the one that takes it; where two swap theirs, one has another for a moment; and what
 * would only be refused is held, with the holder named.
 */

import type { Invoice } from '../../ledger/entities';
import { once } from '../../ledger/once';
import { sideKey } from '../../ledger/record-key';
import { SIDES } from '../../ledger/side';
import { phrase } from '../../wording/phrase';
import { foundAs, type Hold, type Intent, isEdit, type RenumberIntent } from '../intent';
import type { Scene } from '../scene';
import { holdOf } from './document-plan';
import { freesNumber, isRemoval, lentNumber, renumbering } from './removed';

interface InTurn {
  readonly intents: readonly Intent[];
  readonly holds: readonly Hold[];
}

export function numbersInTurn(scene: Scene, planned: readonly Intent[]): InTurn {
  return inTurn(scene, numbersFreed(scene, planned));
}

/** Before each invoice of QBO that is to be voided for good the intent that frees its number. */
function numbersFreed(scene: Scene, intents: readonly Intent[]): Intent[] {
  const given = new Set<string>();
  return intents.flatMap((intent): Intent[] => {
    const { target } = intent;
    if (!isRemoval(intent) || target?.kind !== 'invoice') return [intent];
    const free = freesNumber(scene, intent, target, given);
    if (!free) return [intent];
    const freed = { ...target, number: free.draft.number };
    given.add(freed.number.toLowerCase());
    return [free, { ...foundAs(intent, freed), needs: [...intent.needs, free.key] }];
  });
}

/** Edits in an order in which each finds its number free; what finds it kept is held. */
export function inTurn(scene: Scene, intents: readonly Intent[]): InTurn {
  const holders = once(() => holdersOf(scene));
  /** Intents by which an invoice gives its number up, by `side:id`. */
  const leaving = new Map(intents.flatMap((intent) => leaves(intent)));
  const lent = new Map<string, RenumberIntent>();
  const given = new Set<string>();
  const needs = new Map<Intent, string>();
  const held = new Map<Intent, Hold>();
  const holderFor = (intent: Intent): Invoice | null => {
    const wanted = wantedNumber(intent);
    return wanted === null ? null : (holders().get(`${intent.to} ${wanted}`) ?? null);
  };
  const goesFirst = (intent: Intent): Intent | null => {
    const holder = holderFor(intent);
    return holder ? (leaving.get(sideKey(intent.to, holder.id)) ?? null) : null;
  };
  /** Its number was lent away already: nobody waits for it. */
  const unlessLent = (next: Intent | null) => (next && lent.has(next.key) ? null : next);
  for (const intent of intents) {
    const holder = holderFor(intent);
    if (!holder || holder.id === intent.target?.id) continue;
    const first = goesFirst(intent);
    if (!first) {
      held.set(intent, heldBy(scene, intent, holder));
    } else if (isInCircle(first, intent, (next) => unlessLent(goesFirst(next)))) {
      const freed = lentNumber(scene, holder, given);
      given.add(freed.toLowerCase());
      const { number } = holder;
      const why = phrase('why.numberLent', { number, freed, taker: intent.number });
      const loan = renumbering(first, holder, freed, why);
      lent.set(first.key, loan);
      needs.set(intent, loan.key);
    } else {
      needs.set(intent, first.key);
    }
  }
  if (held.size > 0) {
    // What is held gives no number up: who waited for that is looked at again.
    const rest = inTurn(
      scene,
      intents.filter((intent) => !held.has(intent)),
    );
    return { intents: rest.intents, holds: [...held.values(), ...rest.holds] };
  }
  return { intents: intents.flatMap((intent) => inItsTurn(intent, lent, needs)), holds: [] };
}

function inItsTurn(
  intent: Intent,
  lent: ReadonlyMap<string, RenumberIntent>,
  needs: ReadonlyMap<Intent, string>,
): Intent[] {
  const need = needs.get(intent);
  const loan = lent.get(intent.key);
  const target = loan ? lentTarget(intent, loan.draft.number) : null;
  const own = [need, loan?.key].filter((key): key is string => key !== undefined);
  const found = target ? foundAs(intent, target) : intent;
  const next = { ...found, needs: [...intent.needs, ...own] };
  return loan ? [loan, next] : [next];
}

function lentTarget({ target }: Intent, number: string): Invoice | null {
  return target?.kind === 'invoice' ? { ...target, number } : null;
}

/** Does the one that must go first wait for this one in the end? */
function isInCircle(
  first: Intent,
  intent: Intent,
  goesFirst: (intent: Intent) => Intent | null,
): boolean {
  const seen = new Set<Intent>();
  for (let next: Intent | null = first; next && !seen.has(next); next = goesFirst(next)) {
    if (next === intent) return true;
    seen.add(next);
  }
  return false;
}

/** Invoices by `side number`, the void ones too: their numbers are taken. */
function holdersOf({ now }: Scene): Map<string, Invoice> {
  const holders = new Map<string, Invoice>();
  for (const side of SIDES) {
    for (const invoice of now[side].invoices.values()) {
      const { number } = invoice;
      if (number !== '') holders.set(`${side} ${number.toLowerCase()}`, invoice);
    }
  }
  return holders;
}

/** The number that an edit gives its invoice; null where that stays. */
function wantedNumber(intent: Intent): string | null {
  const { draft, target } = intent;
  if (!isEdit(intent) || draft?.kind !== 'invoice' || target?.kind !== 'invoice') return null;
  const number = draft.number.toLowerCase();
  return number === '' || number === target.number.toLowerCase() ? null : number;
}

function leaves(intent: Intent): (readonly [string, Intent])[] {
  const { does, to, target, type } = intent;
  const gives =
    wantedNumber(intent) !== null ||
    does === 'renumber' ||
    (does === 'delete' && type === 'invoice');
  return gives ? [[sideKey(to, target?.id ?? ''), intent] as const] : [];
}

function heldBy(scene: Scene, intent: Intent, holder: Invoice): Hold {
  const { record } = intent;
  if (record.kind !== 'invoice') throw new Error(`no invoice: ${intent.key}`);
  const values = {
    number: intent.number,
    system: intent.to,
    client: scene.now[intent.to].clients.get(holder.clientId)?.name ?? holder.clientId,
    otherCents: holder.totalCents,
  };
  return holdOf(
    scene,
    record,
    intent.number,
    'conflict',
    phrase('conflict.numberOtherClient', values),
  );
}
