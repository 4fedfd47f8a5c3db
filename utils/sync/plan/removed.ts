/**
 * What becomes of the twin of a document that a person removed. Where its system can void it, it is
 * voided: number and trail stay for the firm's accountant. An invoice of QBO gives its number up
 * first, so that the number can be used again.
 */

import { ZERO } from '../../ledger/cents';
import type { Invoice } from '../../ledger/entities';
import type { Link } from '../../ledger/link';
import { intentKey } from '../../ledger/record-key';
import type { Side } from '../../ledger/side';
import { TRAITS } from '../../ledger/traits';
import { type Phrase, phrase } from '../../wording/phrase';
import type { Intent, RenumberIntent } from '../intent';
import type { Scene } from '../scene';
import { ownDraft } from '../translate/own-draft';
import type { Doc } from './document-rules';

/** Voided, or deleted where the firm chose that or the system leaves no other way. */
export function removalOf(
  { removals }: Scene,
  { numberStays }: Link,
  target: Doc,
): 'void' | 'delete' {
  // A journal entry cannot be voided, only deleted (Intuit, JournalEntry).
  const isEntry = target.kind === 'payment' && target.booking === 'journalEntry';
  // By its content nobody could tell it from a void one.
  const isEmpty = target.kind === 'invoice' && target.totalCents === 0;
  return removals === 'delete' || isEntry || isEmpty || numberStays ? 'delete' : 'void';
}

/** Does it void what has no twin any more, rather than carry a void over? */
export function isRemoval({ does, record, to }: Pick<Intent, 'does' | 'record' | 'to'>): boolean {
  return does === 'void' && record.side === to;
}

/** Does it give an invoice another number for a moment alone? */
export function isLoan({ why }: Pick<Intent, 'why'>): boolean {
  return why.id === 'why.numberLent';
}

/** Gives an invoice of QBO another number for good; null where that was done already, or it has none. */
export function freesNumber(
  scene: Scene,
  intent: Pick<Intent, 'linkId' | 'clientName'>,
  invoice: Invoice,
  /** Numbers that the same plan has given away, in lower case. */
  given: ReadonlySet<string> = new Set(),
): RenumberIntent | null {
  const { side, number } = invoice;
  if (TRAITS[side].voidKeepsNumber || number === '' || FREED.test(number)) return null;
  const freed = freedNumber(scene, invoice, given);
  return renumbering(intent, invoice, freed, phrase('why.numberFreed', { number, freed }));
}

/** Gives an invoice that number and leaves all else. */
export function renumbering(
  { linkId, clientName }: Pick<Intent, 'linkId' | 'clientName'>,
  invoice: Invoice,
  freed: string,
  why: Phrase,
): RenumberIntent {
  const { side, id, number, date } = invoice;
  return {
    key: intentKey('freeNumber', 'invoice', side, id),
    does: 'renumber',
    type: 'invoice',
    to: side,
    record: invoice,
    target: invoice,
    linkId,
    draft: ownDraft({ ...invoice, number: freed }),
    number,
    clientName,
    date,
    amountCents: ZERO,
    effectCents: ZERO,
    why,
    needs: [],
  };
}

const FREED = /-void\d*$/;

/** `1042-void`, or the next that nobody has. */
function freedNumber(scene: Scene, { number }: Invoice, given: ReadonlySet<string>): string {
  return firstFree(scene, 'qbo', given, (n) => {
    const end = `-void${n === 1 ? '' : n}`;
    return `${number.slice(0, TRAITS.qbo.numberMax - end.length)}${end}`;
  });
}

/** A number of that side for a moment: `1042-swap` in QBO; TPS takes digits alone, `91042`. */
export function lentNumber(
  scene: Scene,
  { side, number }: Invoice,
  given: ReadonlySet<string>,
): string {
  return firstFree(scene, side, given, (n) => {
    if (side === 'tps') return number.replace(/(\d+)$/, `${'9'.repeat(n)}$1`);
    const end = `-swap${n === 1 ? '' : n}`;
    return `${number.slice(0, TRAITS.qbo.numberMax - end.length)}${end}`;
  });
}

function firstFree(
  { now }: Scene,
  side: Side,
  given: ReadonlySet<string>,
  nth: (n: number) => string,
): string {
  const taken = new Set([...now[side].invoices.values()].map((one) => one.number.toLowerCase()));
  for (let n = 1; ; n++) {
    const free = nth(n);
    const key = free.toLowerCase();
    if (!taken.has(key) && !given.has(key)) return free;
  }
}
