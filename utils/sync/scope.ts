/**
 * Which documents the sync cares about. See `component.ts` for why whole groups are in or out.
 */
import { type DocumentGroup, documentGroups } from '../ledger/component';
import { splitId } from '../ledger/document-id';
import type { Invoice, Payment } from '../ledger/entities';
import type { Side } from '../ledger/side';
import { cutoffKey, recordKey, type Scene } from './scene';

export interface Scope {
  readonly invoices: readonly Invoice[];
  readonly payments: readonly Payment[];
}

/**
 * Documents of one side that have no link yet and are to be synced: everything in a group with
 * something open, linked, or later than the first run.
 * `touched` names documents that this very plan links (`recordKey`).
 */
export function unlinkedInScope(
  scene: Scene,
  side: Side,
  touched: ReadonlySet<string> = new Set(),
): Scope {
  const { invoices, payments } = scene.now[side];
  const inScope: { invoices: Invoice[]; payments: Payment[] } = { invoices: [], payments: [] };
  for (const group of documentGroups(invoices, payments)) {
    const whole =
      group.open ||
      group.invoices.some((invoice) => isTouched(scene, touched, invoice)) ||
      group.payments.some((payment) => isTouched(scene, touched, payment)) ||
      isLaterGroup(scene, group);
    for (const invoice of group.invoices) {
      if (invoice.voided || scene.links.find(side, 'invoice', invoice.id)) continue;
      if (whole) inScope.invoices.push(invoice);
    }
    for (const payment of group.payments) {
      if (payment.voided || scene.links.find(side, 'payment', payment.id)) continue;
      if (whole) inScope.payments.push(payment);
    }
  }
  return inScope;
}

function isTouched(scene: Scene, touched: ReadonlySet<string>, doc: Invoice | Payment): boolean {
  return (
    scene.links.find(doc.side, doc.kind, doc.id) !== null ||
    touched.has(recordKey(doc.side, doc.kind, doc.id))
  );
}

/** Something in the group came after the first run, or was held then and is owed since. */
export function isLaterGroup(scene: Scene, group: DocumentGroup): boolean {
  return [...group.invoices, ...group.payments].some((doc) => isLater(scene, doc));
}

/** Both systems count their ids upwards, so a higher id is a later document. */
export function isLater({ cutoff, owed }: Scene, { side, kind, id }: Invoice | Payment): boolean {
  if (cutoff === null) return false;
  const last = cutoff[side][cutoffKey(kind, id)] ?? '0';
  return compareIds(splitId(id).ownId, last) > 0 || owed.has(recordKey(side, kind, id));
}

/** Compares numeric ids of any length. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
