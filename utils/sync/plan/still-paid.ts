/**
 * An invoice is not voided or removed while a payment stays on it whose own change is held: QBO would
 * take it off by itself, and so change what nobody may change (a payment in a bank deposit, in a closed
 * period, in conflict). Payments without a twin are asked about elsewhere (`DocumentRules.inUse`).
 */
import type { Invoice, Payment } from '../../ledger/entities';
import { phrase } from '../../wording/phrase';
import { type Hold, type Intent, isEnd } from '../intent';
import type { Scene } from '../scene';
import { holdOf } from './document-plan';

export function withoutPaid(
  scene: Scene,
  intents: readonly Intent[],
): { readonly intents: readonly Intent[]; readonly holds: readonly Hold[] } {
  const holds: Hold[] = [];
  const left = intents.filter((intent) => {
    const { target, record, number, to } = intent;
    if (target?.kind !== 'invoice' || !isEnd(intent)) return true;
    const paid = stayingOn(scene, target, intents);
    if (!paid) return true;
    const values = { number, amountCents: paid.amountCents, docDate: paid.date, system: to };
    const what = phrase('conflict.waitsForPayment', values);
    holds.push(holdOf(scene, record as Invoice, number, 'conflict', what));
    return false;
  });
  return { intents: left, holds };
}

/** A payment with a twin that is on this invoice, and that the plan leaves there. */
function stayingOn(
  { now, links }: Scene,
  { side, id }: Invoice,
  intents: readonly Intent[],
): Payment | null {
  const isOn = ({ applications }: Pick<Payment, 'applications'>) =>
    applications.some((one) => one.to === 'invoice' && one.id === id && one.amountCents > 0);
  const comesOff = (payment: Payment) =>
    intents.some((intent) => {
      const { target, draft } = intent;
      const isThis = target?.kind === 'payment' && target.side === side && target.id === payment.id;
      return isThis && (isEnd(intent) || (draft?.kind === 'payment' && !isOn(draft)));
    });
  for (const payment of now[side].payments.values()) {
    if (payment.voided || !isOn(payment) || !links.find(side, 'payment', payment.id)) continue;
    if (!comesOff(payment)) return payment;
  }
  return null;
}
