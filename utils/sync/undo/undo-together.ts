/**
 * What the steps of an undo mean for one another, seen in the books as they would be afterwards:
 * a payment that stays keeps its invoice, a document that stays keeps its client.
 */

import { labelOfId } from '../../ledger/document-id';
import type { Application, Invoice, Payment } from '../../ledger/entities';
import type { Linkable } from '../../ledger/link';
import { recordKey } from '../../ledger/record-key';
import { SIDES, type Side } from '../../ledger/side';
import { TRAITS } from '../../ledger/traits';
import { type Phrase, phrase } from '../../wording/phrase';
import type { Scene } from '../scene';
import { labelOf, type UndoStep } from './undo-step';

/** A payment that pays an invoice once the undo is done. */
interface Paid {
  readonly payment: Payment;
  readonly amountCents: number;
}

/** Both books as the steps would leave them. */
export class Afterwards {
  readonly #steps = new Map<string, UndoStep>();
  readonly #paid = new Map<string, Paid[]>();
  readonly #stays = new Map<string, number>();
  readonly #moved = new Map<string, number>();

  constructor(
    private readonly scene: Scene,
    steps: readonly UndoStep[],
  ) {
    for (const step of steps) this.#steps.set(keyOf(step), step);
    for (const side of SIDES) this.#count(side);
  }

  /** Why this step cannot be done beside the others; null when it can. */
  obstacle(step: UndoStep): Phrase | null {
    switch (step.does) {
      case 'remove':
        return step.now.kind === 'invoice' ? this.#paidWhatGoes(step.now, step) : null;
      case 'restore':
        return this.#clientAsleep(step.earlier, step) ?? this.#restored(step.earlier, step);
      case 'reenter':
        return this.#clientAsleep(step.now, step) ?? this.#applied(step.now, step);
      case 'dismiss':
        return this.#inUse(step);
      case 'deactivate':
        return this.#owes(step);
      case 'activate':
        return null;
    }
  }

  /** The invoice as it will be; null where it will not be, or not count. */
  #invoice(side: Side, id: string): Invoice | null {
    const step = this.#steps.get(recordKey(side, 'invoice', id));
    if (step?.does === 'reenter' && step.now.kind === 'invoice') return step.now;
    const now = this.scene.now[side].invoices.get(id);
    if (!now || now.voided) return null;
    if (step?.does === 'remove') return null;
    return step?.does === 'restore' && step.earlier.kind === 'invoice' ? step.earlier : now;
  }

  /** What the payments that will stand apply to it, in cents. */
  #appliedCents(side: Side, invoiceId: string): number {
    const paid = this.#paid.get(recordKey(side, 'invoice', invoiceId)) ?? [];
    return paid.reduce((sum, { amountCents }) => sum + amountCents, 0);
  }

  #count(side: Side): void {
    const { payments, invoices, foreign, clients } = this.scene.now[side];
    for (const { does, now } of this.#steps.values()) {
      if (does !== 'reenter' || now.side !== side) continue;
      const isPayment = now.kind === 'payment';
      this.#moveBalance(side, now.clientId, isPayment ? -now.amountCents : now.totalCents);
      this.#stay(side, now.clientId);
      if (isPayment) for (const application of now.applications) this.#pay(now, application);
    }
    for (const now of payments.values()) {
      if (now.voided) continue;
      const then = this.#then(now);
      this.#moveBalance(side, now.clientId, now.amountCents);
      if (!then || then.voided) continue;
      this.#moveBalance(side, then.clientId, -then.amountCents);
      this.#stay(side, then.clientId);
      for (const application of then.applications) this.#pay(then, application);
    }
    for (const now of invoices.values()) {
      if (now.voided) continue;
      const then = this.#invoice(side, now.id);
      this.#moveBalance(side, now.clientId, -now.totalCents);
      if (!then) continue;
      this.#moveBalance(side, then.clientId, then.totalCents);
      this.#stay(side, then.clientId);
    }
    for (const { clientId } of foreign) this.#stay(side, clientId);
    for (const { parentId } of clients.values()) if (parentId !== null) this.#stay(side, parentId);
  }

  #then(now: Payment): Payment | null {
    const step = this.#steps.get(recordKey(now.side, 'payment', now.id));
    if (step?.does === 'remove') return null;
    return step?.does === 'restore' && step.earlier.kind === 'payment' ? step.earlier : now;
  }

  #pay(payment: Payment, { to, id, amountCents }: Application): void {
    if (to !== 'invoice' || amountCents === 0) return;
    const key = recordKey(payment.side, 'invoice', id);
    const list = this.#paid.get(key);
    if (list) list.push({ payment, amountCents });
    else this.#paid.set(key, [{ payment, amountCents }]);
  }

  #stay(side: Side, clientId: string): void {
    const key = recordKey(side, 'client', clientId);
    this.#stays.set(key, (this.#stays.get(key) ?? 0) + 1);
  }

  #moveBalance(side: Side, clientId: string, byCents: number): void {
    const key = recordKey(side, 'client', clientId);
    this.#moved.set(key, (this.#moved.get(key) ?? 0) + byCents);
  }

  #paidWhatGoes(invoice: Invoice, step: UndoStep): Phrase | null {
    const [paid] = this.#paid.get(recordKey(invoice.side, 'invoice', invoice.id)) ?? [];
    return paid ? this.#stillApplied(paid, step) : null;
  }

  #stillApplied({ payment, amountCents }: Paid, { row: { intent } }: UndoStep): Phrase {
    return phrase('undo.applied', {
      number: labelOf(intent),
      amountCents,
      docDate: payment.date,
      system: payment.side,
    });
  }

  #restored(earlier: Linkable, step: UndoStep): Phrase | null {
    const { now } = step;
    if (earlier.kind === 'invoice' && now.kind === 'invoice') {
      if (earlier.totalCents >= now.totalCents) return null;
      const [paid] = this.#paid.get(recordKey(now.side, 'invoice', now.id)) ?? [];
      const tooMuch = this.#appliedCents(now.side, now.id) > Math.max(0, earlier.totalCents);
      return paid && tooMuch ? this.#stillApplied(paid, step) : null;
    }
    return this.#applied(earlier, step);
  }

  /** Do the invoices that it was applied to stand, and owe that much? */
  #applied(earlier: Linkable, step: UndoStep): Phrase | null {
    if (earlier.kind !== 'payment') return null;
    for (const { to, id } of earlier.applications) {
      if (to !== 'invoice') continue;
      const invoice = this.#invoice(earlier.side, id);
      const room =
        invoice && this.#appliedCents(earlier.side, id) <= Math.max(0, invoice.totalCents);
      if (room) continue;
      const number = this.scene.now[earlier.side].invoices.get(id)?.number || labelOfId(id);
      const values = { number: labelOf(step.row.intent), invoice: number, system: earlier.side };
      return phrase(invoice ? 'undo.invoicePaid' : 'undo.invoiceGone', values);
    }
    return null;
  }

  /** An inactive customer of QBO, and a deleted client of TPS, take no documents. */
  #clientAsleep(earlier: Linkable, { row: { intent } }: UndoStep): Phrase | null {
    if (earlier.kind === 'client') return null;
    const client = this.scene.now[earlier.side].clients.get(earlier.clientId);
    if (client && client.status !== TRAITS[earlier.side].asleep) return null;
    const key = recordKey(earlier.side, 'client', earlier.clientId);
    if (this.#steps.get(key)?.does === 'activate') return null;
    const values = { number: labelOf(intent), client: intent.clientName, system: earlier.side };
    return phrase('undo.clientAsleep', values);
  }

  #inUse(step: UndoStep & { does: 'dismiss' }): Phrase | null {
    const { now } = step;
    const stays = this.#stays.get(recordKey(now.side, 'client', now.id)) ?? 0;
    if (stays === 0) return this.#owes(step);
    return phrase('undo.clientInUse', { client: now.name, documents: stays, system: now.side });
  }

  #owes({ now }: UndoStep & { does: 'dismiss' | 'deactivate' }): Phrase | null {
    const moved = this.#moved.get(recordKey(now.side, 'client', now.id)) ?? 0;
    const balanceCents = now.balanceCents + moved;
    return balanceCents === 0
      ? null
      : phrase('undo.clientOwes', { client: now.name, balanceCents, system: now.side });
  }
}

export function keyOf({ now }: UndoStep): string {
  return recordKey(now.side, now.kind, now.id);
}
