import { negateCents, sumCents } from '../../ledger/cents';
import { applicationsOf, sameContent } from '../../ledger/content';
import { labelOfId, plannedId, splitId } from '../../ledger/document-id';
import type { Application, Payment } from '../../ledger/entities';
import { once } from '../../ledger/once';
import { recordKey, sideKey } from '../../ledger/record-key';
import { otherSide, type Side } from '../../ledger/side';
import { TRAITS } from '../../ledger/traits';
import { phrase } from '../../wording/phrase';
import { decreaseAccount } from '../decrease-account';
import { ownerOf } from '../owner';
import type { Scene } from '../scene';
import { draftHeld } from '../translate/draft-held';
import { translatePayment } from '../translate/translate-payment';
import { isCopiedTag, namedBy } from './claims';
import type { DocumentRules } from './document-rules';
import { Residues } from './residue';

/** Invoices that the same plan links or creates, by `recordKey`: their key and, if known, twin. */
export type PlannedInvoices = ReadonlyMap<string, { key: string; twinId: string | null }>;

/** How payments are matched, translated and compared. */
export function paymentRules(
  scene: Scene,
  planned: PlannedInvoices,
  /** Invoices of which it is not sure yet what becomes of them (`recordKey`). */
  unsure: ReadonlySet<string> = new Set(),
  /** Payments that have their twin by this plan already (`recordKey`). */
  taken: ReadonlySet<string> = new Set(),
): DocumentRules<Payment> {
  const references = { tps: scene.now.tps.references, qbo: scene.now.qbo.references };
  const live = (payment: Payment) =>
    !payment.voided &&
    !isClaimed(scene, payment) &&
    !taken.has(recordKey(payment.side, 'payment', payment.id));
  const free = {
    tps: once(() => unlinked(scene, 'tps', live)),
    qbo: once(() => unlinked(scene, 'qbo', live)),
  };
  const voided = (payment: Payment) => payment.voided;
  const voidedOn = {
    tps: once(() => unlinked(scene, 'tps', voided)),
    qbo: once(() => unlinked(scene, 'qbo', voided)),
  };
  const twinOfInvoice = (side: Side, needs: string[]) => (id: string) => {
    const linked = scene.links.twin(side, 'invoice', id);
    if (linked !== null) return linked;
    const plan = planned.get(recordKey(side, 'invoice', id));
    if (!plan) return null;
    if (!needs.includes(plan.key)) needs.push(plan.key);
    return plan.twinId ?? plannedId(plan.key);
  };
  const residues = new Residues(scene);
  const natureOf = (payment: Payment) => (isAdjustment(scene, payment) ? 'adjustment' : 'receipt');
  return {
    type: 'payment',
    all: (side) => scene.now[side].payments.values(),
    find: (side, id) => scene.now[side].payments.get(id),
    label: (payment) => payment.reference || labelOfId(payment.id),
    amount: (payment) => payment.amountCents,
    effect: (payment) => negateCents(payment.amountCents),
    nature: natureOf,
    named: (payment, { date, reference, memo }) => ({ ...payment, date, reference, memo }),
    exactName: ({ date }) => date,
    reference: ({ reference }) => reference,
    // What takes nothing in has an obstacle of its own.
    isEmpty: () => false,
    texts: ({ memo }) => [memo],
    settles: ({ side, applications }) =>
      applications.flatMap(({ to, id, amountCents }) => {
        if (to !== 'invoice' || amountCents === 0) return [];
        const inTps = side === 'tps' ? id : scene.links.twin('qbo', 'invoice', id);
        return [inTps ?? sideKey('qbo', id)];
      }),
    becameForeign(qboId) {
      const { list, ownId } = splitId(qboId);
      const stands = scene.now.qbo.foreign.some(
        ({ foreignType, id }) => foreignType === 'journalEntry' && id === ownId,
      );
      return list === 'journal' && stands
        ? phrase('conflict.entryChanged', { number: labelOfId(qboId) })
        : null;
    },
    inUse: () => null,
    stuck: () => null,
    waitsFor(source, base) {
      for (const { to, id } of droppedFrom(source, base)) {
        const link = to === 'invoice' ? scene.links.find(source.side, 'invoice', id) : null;
        if (!link) continue;
        const keys = [
          recordKey('tps', 'invoice', link.tpsId),
          recordKey('qbo', 'invoice', link.qboId),
        ];
        if (!keys.some((key) => unsure.has(key))) continue;
        const number = link.base.tps.kind === 'invoice' ? link.base.tps.number : id;
        return phrase('conflict.withInvoice', { number });
      }
      return null;
    },
    goesWith({ side, applications }) {
      for (const { to, id, amountCents } of applications) {
        const twinId = to === 'invoice' && amountCents ? scene.links.twin(side, to, id) : null;
        if (twinId === null) continue;
        const twin = scene.now[otherSide(side)].invoices.get(twinId);
        const number = scene.now[side].invoices.get(id)?.number || labelOfId(id);
        const system = otherSide(side);
        if (!twin || twin.voided) return phrase('conflict.paidOfGone', { number, system });
      }
      return null;
    },
    lostIn(qbo, base, tps) {
      const dropped = droppedFrom(qbo, base);
      const gone = dropped.every(({ id }) => !scene.now.qbo.invoices.has(id));
      const kept = tps.applications.every(({ id }) => {
        const twin = scene.links.twin('tps', 'invoice', id);
        return twin !== null && scene.now.qbo.invoices.has(twin);
      });
      const otherwise = { ...qbo, applications: base.applications };
      return dropped.length > 0 && gone && kept && sameContent(otherwise, base);
    },
    frozen: (target) =>
      target.deposited
        ? phrase('conflict.deposited', {
            amountCents: target.amountCents,
            docDate: target.date,
          })
        : null,
    translate(payment, clientId, twinning) {
      const base = asPayments(twinning.base);
      const translation = translatePayment(payment, {
        mappings: scene.mappings,
        references,
        clientId,
        twinOfInvoice: twinOfInvoice(payment.side, twinning.needs),
        ownerThere: (id) => ownerOf(scene, otherSide(payment.side), id),
        clientOfInvoice: (id) =>
          scene.now[otherSide(payment.side)].invoices.get(id)?.clientId ?? null,
        fitsThere: (application, twinId) => residues.fits(payment, application, twinId, base),
        base,
      });
      if ('obstacle' in translation || !scene.now[otherSide(payment.side)].books.appliesByItself) {
        return translation;
      }
      // What is left of it would be applied at once, to an invoice that nobody chose.
      const { amountCents, applications } = translation.draft;
      const leftCents = amountCents - sumCents(applications.map((one) => one.amountCents));
      const values = { amountCents, leftCents, docDate: payment.date };
      return leftCents > 0
        ? { obstacle: phrase('translate.appliesByItself', values) }
        : translation;
    },
    holds: (draft, target) => draftHeld(draft, target, scene.taxToleranceCents),
    already: (draft, target) => draftHeld(draft, target, 0),
    match(payment, clientTwin) {
      if (clientTwin === null) return { found: 'none' };
      const to = otherSide(payment.side);
      const candidates = free[to]().get(matchKey(scene, clientTwin, payment)) ?? [];
      const resolve = twinOfInvoice(payment.side, []);
      const wanted = applicationsOf(
        payment.applications.map((a) => ({ ...a, id: resolve(a.id) ?? `unknown:${a.id}` })),
      ).join();
      const ranked = candidates
        .map((other) => ({
          other,
          applied: applicationsOf(other.applications).join() === wanted,
          reference: other.reference !== '' && other.reference === payment.reference,
        }))
        .sort(
          (a, b) =>
            Number(b.applied) - Number(a.applied) || Number(b.reference) - Number(a.reference),
        );
      const best = ranked[0];
      if (!best) {
        const voided = voidedOn[to]().get(matchKey(scene, clientTwin, payment));
        return voided
          ? {
              found: 'clash',
              what: phrase('conflict.voidedTwin', {
                amountCents: payment.amountCents,
                docDate: payment.date,
                system: to,
              }),
            }
          : { found: 'none' };
      }
      // One twin each: two equal payments on a day are two payments.
      candidates.splice(candidates.indexOf(best.other), 1);
      if (!best.applied) {
        return {
          found: 'clash',
          other: best.other,
          what: phrase('conflict.appliedDifferently', {
            amountCents: payment.amountCents,
            docDate: payment.date,
          }),
        };
      }
      return { found: 'twin', twin: best.other, why: phrase('why.samePayment') };
    },
  };
}

function matchKey(scene: Scene, clientId: string, payment: Payment): string {
  const nature = isAdjustment(scene, payment) ? 'adjustment' : 'receipt';
  return `${clientId}:${payment.date}:${payment.amountCents}:${nature}`;
}

/** In TPS it says so; in QBO it is what went against the account that was chosen for it. */
export function isAdjustment({ mappings }: Scene, { side, booking, bankId }: Payment): boolean {
  if (TRAITS[side].hasAdjustments) return booking === 'adjustment';
  return booking === 'journalEntry' || bankId === decreaseAccount(mappings);
}

/** Applications that the payment had and has no more. */
function droppedFrom(now: Payment, base: Payment): Application[] {
  return base.applications.filter(({ id }) => !now.applications.some((one) => one.id === id));
}

/** A tag says whose twin this payment is: nobody else may take it for theirs. */
function isClaimed(scene: Scene, payment: Payment): boolean {
  const named = namedBy(payment);
  if (!named || isCopiedTag(scene, payment, named)) return false;
  return scene.now[named.side].payments.has(named.id);
}

/** Payments without a link, by client, date and amount. */
function unlinked(
  scene: Scene,
  side: Side,
  isWanted: (payment: Payment) => boolean,
): Map<string, Payment[]> {
  const index = new Map<string, Payment[]>();
  for (const payment of scene.now[side].payments.values()) {
    if (!isWanted(payment) || scene.links.find(side, 'payment', payment.id)) continue;
    const key = matchKey(scene, ownerOf(scene, side, payment.clientId), payment);
    const list = index.get(key);
    if (list) list.push(payment);
    else index.set(key, [payment]);
  }
  return index;
}

function asPayments(base: { from: { kind: string }; to: { kind: string } } | null) {
  if (!base) return null;
  const { from, to } = base;
  return isPayment(from) && isPayment(to) ? { from, to } : null;
}

function isPayment(doc: { kind: string }): doc is Payment {
  return doc.kind === 'payment';
}
