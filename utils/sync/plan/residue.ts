/**
 * The two systems may round the tax of an invoice differently by a cent or two, which is accepted
 * (`taxToleranceCents`). Where the twin's total is the lower one, more may be applied to the invoice
 * than its twin can take: then one payment, the last, applies that little less there. Which one, and
 * how much, follows from the books that the payments stand in, so that every plan, in every browser,
 * says the same.
 */

import { type Cents, cents, ZERO } from '../../ledger/cents';
import type { Application, Invoice, Payment } from '../../ledger/entities';
import { once } from '../../ledger/once';
import { sideKey } from '../../ledger/record-key';
import { otherSide } from '../../ledger/side';
import type { Scene } from '../scene';

/** What a source and its twin were, when both were in the books: totals and what is open here. */
interface Rounded {
  readonly totalCents: Cents;
  readonly balanceCents: Cents;
  readonly twinTotalCents: Cents;
}

/** How much more is applied to an invoice than its twin can take; 0 beyond the tolerance. */
export function excessCents(
  { totalCents, balanceCents, twinTotalCents }: Rounded,
  toleranceCents: number,
): Cents {
  const residue = totalCents - twinTotalCents;
  if (residue > toleranceCents) return ZERO;
  return cents(Math.max(0, residue - Math.max(0, balanceCents)));
}

/** What of an application is applied to that twin. `base`: the payment and its twin as last agreed. */
export class Residues {
  readonly #payers = once(() => payersOf(this.scene));

  constructor(private readonly scene: Scene) {}

  fits(
    payment: Payment,
    application: Application,
    twinId: string,
    base: { readonly from: Payment; readonly to: Payment } | null,
  ): Cents {
    const { amountCents } = application;
    const before = base && appliedTo(base.from, application.id);
    const there = base && appliedTo(base.to, twinId);
    // What nobody changed stays as the twin has it.
    if (before === amountCents && there && this.#isNear(amountCents, there)) return there;
    const invoice = this.scene.now[payment.side].invoices.get(application.id);
    const twin = this.scene.now[otherSide(payment.side)].invoices.get(twinId);
    if (!invoice || !twin || !this.#isLast(payment, application)) return amountCents;
    const rounded = { ...invoice, twinTotalCents: twin.totalCents };
    return cents(amountCents - excessCents(rounded, this.scene.taxToleranceCents));
  }

  /** Invoices that are yet to be created there, and of which this payment is the last: what is open. */
  settling(payment: Payment): Readonly<Record<string, Cents>> {
    const found: Record<string, Cents> = {};
    for (const application of payment.applications) {
      const invoice = this.#invoiceOf(payment, application);
      if (!invoice || this.scene.links.find(payment.side, 'invoice', invoice.id)) continue;
      if (invoice.balanceCents >= this.scene.taxToleranceCents) continue;
      if (this.#isLast(payment, application)) found[invoice.id] = invoice.balanceCents;
    }
    return found;
  }

  #invoiceOf({ side }: Payment, { to, id }: Application): Invoice | undefined {
    return to === 'invoice' ? this.scene.now[side].invoices.get(id) : undefined;
  }

  #isNear(one: Cents, other: Cents): boolean {
    return Math.abs(one - other) <= this.scene.taxToleranceCents;
  }

  /** The one that applies less there already; else the last of those that have no twin yet. */
  #isLast({ side, id }: Payment, { id: invoiceId }: Application): boolean {
    const payers = this.#payers().get(sideKey(side, invoiceId)) ?? [];
    const isLinked = (payer: Payment) => this.scene.links.find(side, 'payment', payer.id) !== null;
    const ranked = payers.toSorted(
      (a, b) =>
        Number(this.#isClipped(b, invoiceId)) - Number(this.#isClipped(a, invoiceId)) ||
        Number(isLinked(a)) - Number(isLinked(b)) ||
        (a.date < b.date ? 1 : a.date > b.date ? -1 : 0) ||
        (a.id < b.id ? 1 : -1),
    );
    return ranked[0]?.id === id;
  }

  #isClipped({ side, id }: Payment, invoiceId: string): boolean {
    const base = this.scene.links.find(side, 'payment', id)?.base;
    const twinId = this.scene.links.twin(side, 'invoice', invoiceId);
    if (!base || twinId === null) return false;
    const [from, to] = [base[side], base[otherSide(side)]];
    if (from.kind !== 'payment' || to.kind !== 'payment') return false;
    const [here, there] = [appliedTo(from, invoiceId), appliedTo(to, twinId)];
    return here !== null && there !== null && here > there && this.#isNear(here, there);
  }
}

/** Who pays each invoice, by its `sideKey`. */
function payersOf({ now, taxToleranceCents }: Scene): ReadonlyMap<string, readonly Payment[]> {
  const payers = new Map<string, Payment[]>();
  for (const { side, payments } of [now.tps, now.qbo]) {
    for (const payment of payments.values()) {
      if (payment.voided) continue;
      for (const { to, id, amountCents } of payment.applications) {
        if (to !== 'invoice' || amountCents <= taxToleranceCents) continue;
        const key = sideKey(side, id);
        payers.set(key, [...(payers.get(key) ?? []), payment]);
      }
    }
  }
  return payers;
}

function appliedTo({ applications }: Payment, invoiceId: string): Cents | null {
  return (
    applications.find(({ to, id }) => to === 'invoice' && id === invoiceId)?.amountCents ?? null
  );
}
