/**
 * From a credit memo, or a journal entry on A/R, to the TPS adjustment that equals it: what TPS has
 * no image of is replaced by what both systems have. Pure: the same scene gives the same intents.
 *
 * The adjustment first, then what applied the original in QBO, the original last: cut off anywhere,
 * nothing of the client is carried meanwhile (the original still blocks it), and the conversion can
 * be begun again, which finds the adjustment by its marker.
 */
import type { Finding } from '../../checks/finding';
import { negateCents, ZERO } from '../../ledger/cents';
import { documentId } from '../../ledger/document-id';
import type { Foreign, Payment } from '../../ledger/entities';
import { type Phrase, phrase } from '../../wording/phrase';
import type { DeleteIntent, Intent, ReplaceIntent } from '../intent';
import type { Scene } from '../scene';
import { draftOfAdjustment, recordOfOriginal } from './convert-draft';
import { type Convertible, convertibleOf, type ForeignWish } from './convert-facts';
import { type Ready, readiness } from './convert-ready';

export type Conversion = { readonly intents: readonly Intent[] } | { readonly refused: Phrase };

/**
 * @param wish what a person wants converted, with the words that TPS is to call it by
 * @param findings of the same scene: nothing is converted in a company that cannot be synced
 */
export function planConversion(
  scene: Scene,
  wish: ForeignWish,
  findings: readonly Finding[],
): Conversion {
  const found = convertibleOf(scene, wish);
  if ('refused' in found) return found;
  const ready = readiness(scene, found, findings);
  if ('refused' in ready) return ready;
  const adjustment = ready.exists ? [] : [created(scene, found, ready)];
  const parts = found.parts.map((part) => detached(scene, found, part, keysOf(adjustment)));
  const removed = removal(scene, found, keysOf([...adjustment, ...parts]));
  return { intents: [...adjustment, ...parts, removed] };
}

function keysOf(intents: readonly Intent[]): string[] {
  return intents.map(({ key }) => key);
}

function created(scene: Scene, found: Convertible, ready: Ready): ReplaceIntent {
  const { original, raises } = found;
  const { taxCents = ZERO, foreignType } = original;
  const values = { type: foreignType, number: numberOf(original) };
  return {
    ...common(scene, found),
    key: `convert:create:${idOf(original)}`,
    part: 'adjustment',
    to: 'tps',
    draft: draftOfAdjustment(found, ready),
    effectCents: raises ? original.totalCents : negateCents(original.totalCents),
    why:
      taxCents > 0
        ? phrase('convert.whyWithTax', { ...values, taxCents })
        : phrase('convert.why', values),
    needs: [],
  };
}

/** A payment of 0.00 that does nothing but apply the original to invoices. */
function detached(
  scene: Scene,
  { original }: Convertible,
  part: Payment,
  needs: readonly string[],
): DeleteIntent {
  const number = numberOf(original);
  return {
    key: `convert:part:${part.id}`,
    does: 'delete',
    type: 'payment',
    to: 'qbo',
    record: part,
    target: part,
    linkId: null,
    draft: null,
    number,
    clientName: nameOf(scene, original),
    date: part.date,
    amountCents: ZERO,
    effectCents: ZERO,
    why: phrase('convert.whyPart', { type: original.foreignType, number }),
    needs,
  };
}

/** QBO voids neither (Intuit: CreditMemo and JournalEntry can be deleted only). */
function removal(scene: Scene, found: Convertible, needs: readonly string[]): ReplaceIntent {
  const { original, raises } = found;
  return {
    ...common(scene, found),
    key: `convert:remove:${idOf(original)}`,
    part: 'original',
    to: 'qbo',
    draft: null,
    effectCents: raises ? negateCents(original.totalCents) : original.totalCents,
    why: phrase('convert.whyRemoved', {
      type: original.foreignType,
      number: numberOf(original),
    }),
    needs,
  };
}

/** The record stands for the original; neither intent makes a link between it and the adjustment. */
function common(scene: Scene, found: Convertible) {
  const { original, raises } = found;
  return {
    does: 'replace',
    type: raises ? 'invoice' : 'payment',
    record: recordOfOriginal(found),
    target: null,
    linkId: null,
    original,
    number: numberOf(original),
    clientName: nameOf(scene, original),
    date: original.date,
    amountCents: original.totalCents,
  } satisfies Partial<Intent>;
}

function idOf({ id }: Foreign): string {
  return documentId('credit', id);
}

function numberOf({ number, id }: Foreign): string {
  return number || id;
}

function nameOf(scene: Scene, { clientId }: Foreign): string {
  return scene.now.qbo.clients.get(clientId)?.name ?? clientId;
}
