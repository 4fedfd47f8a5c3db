/**
 * What becomes of the twin of a document that a person removed. Where its system can void it, it is
 * voided: number and trail stay for the firm's accountant. An invoice of QBO gives its number up
 * first, so that the number can be used again.
 */
import { ZERO } from '../ledger/cents';
import type { Invoice } from '../ledger/entities';
import type { Link } from '../ledger/link';
import { phrase } from '../wording/phrase';
import type { Doc } from './document-rules';
import type { Intent } from './intent';
import { ownDraft } from './own-draft';
import type { Scene } from './scene';

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
export function isRemoval({ verb, record, to }: Pick<Intent, 'verb' | 'record' | 'to'>): boolean {
  return verb === 'void' && record.side === to;
}

/** The same intents, and before each invoice of QBO that is to be voided the one that frees its number. */
export function numbersFreed(scene: Scene, intents: readonly Intent[]): Intent[] {
  return intents.flatMap((intent): Intent[] => {
    const { target } = intent;
    if (!isRemoval(intent) || target?.kind !== 'invoice') return [intent];
    const free = freesNumber(scene, intent, target);
    if (!free) return [intent];
    const freed = { ...target, number: freedNumber(scene, target) };
    return [free, { ...intent, target: freed, needs: [...intent.needs, free.key] }];
  });
}

/** Gives the invoice of QBO another number; null where that was done already, or it has none. */
export function freesNumber(
  scene: Scene,
  { linkId, clientName }: Pick<Intent, 'linkId' | 'clientName'>,
  invoice: Invoice,
): Intent | null {
  const { side, id, number, date } = invoice;
  if (side !== 'qbo' || number === '' || FREED.test(number)) return null;
  const freed = freedNumber(scene, invoice);
  return {
    key: `freeNumber:invoice:qbo:${id}`,
    verb: 'update',
    act: 'freeNumber',
    type: 'invoice',
    to: 'qbo',
    record: invoice,
    targetId: id,
    target: invoice,
    linkId,
    draft: ownDraft({ ...invoice, number: freed }),
    number,
    clientName,
    date,
    amountCents: ZERO,
    effectCents: ZERO,
    why: phrase('why.numberFreed', { number, freed }),
    needs: [],
  };
}

const FREED = /-void\d*$/;
/** Intuit's reference: DocNumber, 21 characters. */
const NUMBER_LENGTH_MAX = 21;

function freedNumber({ now }: Scene, { number }: Invoice): string {
  const taken = new Set([...now.qbo.invoices.values()].map((one) => one.number.toLowerCase()));
  for (let n = 1; ; n++) {
    const end = `-void${n === 1 ? '' : n}`;
    const free = `${number.slice(0, NUMBER_LENGTH_MAX - end.length)}${end}`;
    if (!taken.has(free.toLowerCase())) return free;
  }
}
