/**
 * Fully paid documents are left out of the sync. A person may want them linked all the same, so
 * that whatever changes in them later is seen. That is done for whole groups alone: invoices and
 * payments that hang together in one book and stand in the other just the same, to the last cent.
 * Linking a part would bring the rest into scope, and it would be written a second time.
 */

import { type DocumentGroup, documentGroups } from '../../ledger/component';
import type { Invoice, Payment } from '../../ledger/entities';
import { recordKey } from '../../ledger/record-key';
import { otherSide, type Side } from '../../ledger/side';
import type { Gates } from '../gate';
import { ownerOf } from '../owner';
import type { Scene } from '../scene';
import { isLaterGroup } from '../scope';
import { numberInQbo } from '../translate/translate-invoice';
import { isAdjustment } from './payment-rules';

export interface SettledTwins {
  readonly invoices: readonly { readonly tps: Invoice; readonly qbo: Invoice }[];
  readonly payments: readonly { readonly tps: Payment; readonly qbo: Payment }[];
}

/** The settled documents of both books that are the same, if a person wants them linked. */
export function settledTwins(scene: Scene, gates: Gates): SettledTwins {
  const twins: {
    invoices: SettledTwins['invoices'][number][];
    payments: SettledTwins['payments'][number][];
  } = { invoices: [], payments: [] };
  if (!scene.linkSettled) return twins;
  const there = new Map<string, Told | 'several'>();
  for (const told of groupsOf(scene, gates, 'qbo')) {
    there.set(told.text, there.has(told.text) ? 'several' : told);
  }
  const seen = new Set<string>();
  for (const told of groupsOf(scene, gates, 'tps')) {
    const twin = there.get(told.text);
    // Two of the same on either side: nobody can say which is whose.
    if (!twin || twin === 'several' || seen.has(told.text)) continue;
    seen.add(told.text);
    for (const [at, tps] of told.invoices.entries()) {
      const qbo = twin.invoices[at];
      if (qbo) twins.invoices.push({ tps, qbo });
    }
    for (const [at, tps] of told.payments.entries()) {
      const qbo = twin.payments[at];
      if (qbo) twins.payments.push({ tps, qbo });
    }
  }
  return twins;
}

/** A group with what both books would say of it alike, and its documents in that order. */
interface Told {
  readonly text: string;
  readonly invoices: readonly Invoice[];
  readonly payments: readonly Payment[];
}

function groupsOf(scene: Scene, gates: Gates, side: Side): Told[] {
  const { invoices, payments } = scene.now[side];
  return documentGroups(invoices, payments).flatMap((group) => {
    if (group.open || isLaterGroup(scene, group) || isKnown(scene, group)) return [];
    const told = tell(scene, gates, group);
    return told ? [told] : [];
  });
}

function isKnown({ links, ignored }: Scene, { invoices, payments }: DocumentGroup): boolean {
  return [...invoices, ...payments].some(
    ({ side, kind, id }) =>
      links.find(side, kind, id) !== null || ignored.has(recordKey(side, kind, id)),
  );
}

/** Null for a group that cannot be compared: blocked, without a twin of its client, or oddly made. */
function tell(scene: Scene, gates: Gates, group: DocumentGroup): Told | null {
  const invoices = group.invoices.filter(({ voided }) => !voided);
  const payments = group.payments.filter(({ voided }) => !voided);
  const numbers = new Map(
    invoices.map((invoice) => [invoice.id, numberInQbo(invoice).toLowerCase()]),
  );
  if (invoices.length === 0 || new Set(numbers.values()).size < invoices.length) return null;
  const owners = new Map<string, string>();
  for (const { side, clientId } of [...invoices, ...payments]) {
    const owner = customerOf(scene, gates, side, clientId);
    if (owner === null) return null;
    owners.set(clientId, owner);
  }
  const lineOfInvoice = (invoice: Invoice) =>
    [numbers.get(invoice.id), owners.get(invoice.clientId), invoice.date, invoice.totalCents].join(
      ' ',
    );
  const lineOfPayment = (payment: Payment) => {
    const applied = payment.applications.map(
      ({ to, id, amountCents }) =>
        `${to === 'invoice' ? (numbers.get(id) ?? '?') : '?'} ${amountCents}`,
    );
    const nature = isAdjustment(scene, payment) ? 'adjustment' : 'receipt';
    return [
      nature,
      owners.get(payment.clientId),
      payment.date,
      payment.amountCents,
      ...applied.sort(),
    ].join(' ');
  };
  const toldInvoices = inOrderOf(invoices, lineOfInvoice);
  const toldPayments = inOrderOf(payments, lineOfPayment);
  const lines = [...toldInvoices.map(({ line }) => line), ...toldPayments.map(({ line }) => line)];
  if (lines.some((line) => line.includes('?'))) return null;
  return {
    text: lines.join('\n'),
    invoices: toldInvoices.map(({ doc }) => doc),
    payments: toldPayments.map(({ doc }) => doc),
  };
}

/** The customer of QBO that stands for this client; null where nothing of its may be linked. */
function customerOf(scene: Scene, gates: Gates, side: Side, clientId: string): string | null {
  const gate = gates.of(side, clientId);
  if (!gate.open || gate.twinId === null) return null;
  return side === 'qbo'
    ? ownerOf(scene, side, clientId)
    : ownerOf(scene, otherSide(side), gate.twinId);
}

function inOrderOf<D>(docs: readonly D[], lineOf: (doc: D) => string) {
  return docs
    .map((doc) => ({ doc, line: lineOf(doc) }))
    .sort((a, b) => (a.line < b.line ? -1 : a.line > b.line ? 1 : 0));
}
