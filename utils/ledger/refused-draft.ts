/**
 * What a system is certain to refuse. The planner asks, so that it is held at the preview; the
 * adapter asks the same, so that it is never sent.
 */
import type { Draft, InvoiceDraft } from './drafts';
import { parseNumber } from './invoice-number';
import type { Side } from './side';
import { TRAITS } from './traits';

export type RefusedFor = 'number' | 'lineText' | 'nameCharacters';

/** What stands between a customer and its sub-customers in QBO's own lists. */
const NOT_IN_A_NAME = /[:\t\n\r]/;

/** Null where nothing speaks against it. `kept`: the number that the record has there already. */
export function refusedFor(
  draft: Draft,
  side: Side,
  kept: string | null = null,
): RefusedFor | null {
  if (side === 'qbo') {
    return draft.kind === 'client' && NOT_IN_A_NAME.test(draft.name) ? 'nameCharacters' : null;
  }
  if (draft.kind !== 'invoice' || draft.invoiceKind === 'adjustment') return null;
  if (draft.number !== kept && !hasNumberOfTps(draft)) return 'number';
  const { lineTextMax } = TRAITS[side];
  return draft.lines.some(({ description }) => description.length > (lineTextMax ?? Infinity))
    ? 'lineText'
    : null;
}

function hasNumberOfTps({ number }: InvoiceDraft): boolean {
  const parsed = parseNumber(number);
  return parsed !== null && parsed.number.length <= TRAITS.tps.numberMax;
}

/** A name that QBO takes, as near to the person's own as can be. */
export function nameForQbo(name: string): string {
  return name.replace(/\s*[:\t\n\r]+\s*/g, ' - ').trim();
}
