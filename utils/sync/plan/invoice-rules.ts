import { labelOfId } from '../../ledger/document-id';
import type { Foreign, Invoice } from '../../ledger/entities';
import { once } from '../../ledger/once';
import { isRefundId } from '../../ledger/refund';
import { otherSide } from '../../ledger/side';
import { type Phrase, type PhraseId, phrase } from '../../wording/phrase';
import { ownerOf } from '../owner';
import type { Scene } from '../scene';
import { draftHeld } from '../translate/draft-held';
import { numberInQbo, translateInvoice } from '../translate/translate-invoice';
import type { DocumentRules } from './document-rules';
import { onlinePaymentEmail } from './payment-links';

/** How invoices are matched, translated and compared. */
export function invoiceRules(scene: Scene): DocumentRules<Invoice> {
  const byNumber = {
    tps: once(() => numberIndex(scene.now.tps.invoices)),
    qbo: once(() => numberIndex(scene.now.qbo.invoices)),
  };
  const memos = once(() => memoNumbers(scene));
  const references = { tps: scene.now.tps.references, qbo: scene.now.qbo.references };
  return {
    type: 'invoice',
    all: (side) => scene.now[side].invoices.values(),
    find: (side, id) => scene.now[side].invoices.get(id),
    label: (invoice) => invoice.number || labelOfId(invoice.id),
    amount: (invoice) => invoice.totalCents,
    effect: (invoice) => invoice.totalCents,
    nature: () => '',
    named: (invoice, { number, date, dueDate, memo }) => ({
      ...invoice,
      ...{ number, date, dueDate, memo },
    }),
    exactName: (invoice) => numberInQbo(invoice).toLowerCase(),
    reference: (invoice) => numberInQbo(invoice),
    texts: ({ memo, lines }) => [memo, ...lines.map(({ description }) => description)],
    settles: () => [],
    isEmpty: ({ totalCents, lines }) =>
      totalCents === 0 && lines.every(({ amountCents }) => amountCents === 0),
    frozen: (target) =>
      isRefundId(target.id) ? phrase('conflict.refundThere', paidOut(target)) : null,
    becameForeign: () => null,
    inUse: (target) => paidBy(scene, target),
    stuck: (target) => frozenOn(scene, target),
    waitsFor: () => null,
    goesWith: () => null,
    lostIn: () => false,
    translate: (invoice, clientId, twinning) =>
      translateInvoice(invoice, {
        mappings: scene.mappings,
        references,
        clientId,
        ownerThere: (id) => ownerOf(scene, otherSide(invoice.side), id),
        onlinePaymentEmail: onlinePaymentEmail(scene, invoice),
        base: asInvoices(twinning.base),
      }),
    holds: (draft, target) => draftHeld(draft, target, scene.taxToleranceCents),
    already: (draft, target) => draftHeld(draft, target, 0),
    match(invoice, clientTwin) {
      const to = otherSide(invoice.side);
      const number = numberInQbo(invoice);
      if (number === '') return { found: 'none' };
      const same = byNumber[to]().get(number.toLowerCase()) ?? [];
      const free = same.filter((other) => !scene.links.find(to, 'invoice', other.id));
      const twin = free.find(
        (other) =>
          !other.voided &&
          ownerOf(scene, to, other.clientId) === clientTwin &&
          other.totalCents === invoice.totalCents,
      );
      if (twin) {
        return { found: 'twin', twin, why: phrase('why.sameNumberAndTotal') };
      }
      const clash = same[0];
      if (!clash) {
        const memo = to === 'qbo' ? memos().get(number.toLowerCase()) : undefined;
        return memo ? { found: 'clash', what: heldByMemo(scene, number, memo) } : { found: 'none' };
      }
      const sameClient = ownerOf(scene, to, clash.clientId) === clientTwin;
      const isFree = sameClient && !clash.voided && free.includes(clash);
      return {
        found: 'clash',
        ...(isFree ? { other: clash } : {}),
        what: phrase(whyTaken(sameClient, invoice, clash), {
          number: invoice.number,
          system: to,
          client: scene.now[to].clients.get(clash.clientId)?.name ?? clash.clientId,
          thisCents: invoice.totalCents,
          otherCents: clash.totalCents,
        }),
      };
    },
  };
}

/** Money that left the bank is changed where it was written. */
function paidOut({ id, totalCents, date }: Invoice) {
  return { number: labelOfId(id), amountCents: totalCents, docDate: date };
}

/** Sales forms of QBO count in one sequence: a number may not be given to two of them. */
function memoNumbers({ now }: Scene): Map<string, Foreign> {
  return new Map(
    now.qbo.foreign
      .filter(({ foreignType, number }) => foreignType === 'creditMemo' && number !== '')
      .map((memo) => [memo.number.toLowerCase(), memo]),
  );
}

function heldByMemo({ now }: Scene, number: string, memo: Foreign): Phrase {
  const client = now.qbo.clients.get(memo.clientId)?.name ?? memo.clientId;
  return phrase('conflict.numberOfMemo', { number, client, otherCents: memo.totalCents });
}

/** A payment on this invoice that cannot be taken off: in a bank deposit, or of a closed period. */
function frozenOn({ now }: Scene, { side, id }: Invoice): Phrase | null {
  const until = now[side].books.closedUntil;
  for (const payment of now[side].payments.values()) {
    if (payment.voided || !payment.applications.some((one) => one.id === id)) continue;
    const { amountCents, date: docDate } = payment;
    if (payment.deposited) return phrase('conflict.deposited', { amountCents, docDate });
    if (until === null || docDate > until) continue;
    const number = payment.reference || labelOfId(payment.id);
    return phrase('conflict.closed', { number, docDate, closedDate: until });
  }
  return null;
}

/** Money on this invoice that the other side does not know of. */
function paidBy({ now, links }: Scene, { side, id, number }: Invoice): Phrase | null {
  for (const payment of now[side].payments.values()) {
    if (payment.voided || links.find(side, 'payment', payment.id)) continue;
    const paid = payment.applications.find((one) => one.to === 'invoice' && one.id === id);
    if (!paid || paid.amountCents === 0) continue;
    const { amountCents } = paid;
    return phrase('conflict.paidThere', {
      number,
      amountCents,
      docDate: payment.date,
      system: side,
    });
  }
  return null;
}

/** What the other invoice of that number differs in; nothing, where it is void or another's twin. */
function whyTaken(sameClient: boolean, invoice: Invoice, other: Invoice): PhraseId {
  if (!sameClient) return 'conflict.numberOtherClient';
  return invoice.totalCents === other.totalCents
    ? 'conflict.numberUsed'
    : 'conflict.numberOtherAmount';
}

function numberIndex(invoices: ReadonlyMap<string, Invoice>): Map<string, Invoice[]> {
  const index = new Map<string, Invoice[]>();
  for (const invoice of invoices.values()) {
    // Both sides under the number that QBO has, or would give: a finance charge has a prefix there.
    const number = numberInQbo(invoice);
    if (number === '') continue;
    const key = number.toLowerCase();
    const list = index.get(key);
    if (list) list.push(invoice);
    else index.set(key, [invoice]);
  }
  return index;
}

function asInvoices(base: { from: { kind: string }; to: { kind: string } } | null) {
  if (!base) return null;
  const { from, to } = base;
  return isInvoice(from) && isInvoice(to) ? { from, to } : null;
}

function isInvoice(doc: { kind: string }): doc is Invoice {
  return doc.kind === 'invoice';
}
