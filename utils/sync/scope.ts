/**
 * Which documents the sync cares about. See `component.ts` for why whole groups are in or out.
 */
import { documentGroups } from '../ledger/component';
import type { Invoice, Payment } from '../ledger/entities';
import type { Side } from '../ledger/side';
import { recordKey, type Scene } from './scene';

export interface Scope {
  readonly invoices: readonly Invoice[];
  readonly payments: readonly Payment[];
}

/**
 * Documents of one side that have no link yet and are to be synced: everything in a group with
 * something open or linked, and, after the first run, every document later than the cutoff.
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
      group.payments.some((payment) => isTouched(scene, touched, payment));
    for (const invoice of group.invoices) {
      if (invoice.voided || scene.links.find(side, 'invoice', invoice.id)) continue;
      if (whole || isLater(scene, side, 'invoice', invoice.id)) inScope.invoices.push(invoice);
    }
    for (const payment of group.payments) {
      if (payment.voided || scene.links.find(side, 'payment', payment.id)) continue;
      if (whole || isLater(scene, side, 'payment', payment.id)) inScope.payments.push(payment);
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

/** Both systems count their ids upwards, so a higher id is a later document. */
export function isLater(
  scene: Pick<Scene, 'cutoff'>,
  side: Side,
  kind: 'invoice' | 'payment',
  id: string,
): boolean {
  return scene.cutoff !== null && compareIds(id, scene.cutoff[side][kind]) > 0;
}

/** Compares numeric ids of any length. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
