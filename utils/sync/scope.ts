/**
 * Which documents the sync cares about. See `component.ts` for why whole groups are in or out.
 */
import { type DocumentGroup, groupSteps } from '../ledger/component';
import { splitId } from '../ledger/document-id';
import type { Invoice, Payment } from '../ledger/entities';
import { recordKey } from '../ledger/record-key';
import type { Side } from '../ledger/side';
import { each, inOneGo, type Steps } from '../ledger/steps';
import { type Cutoff, cutoffKey, type Scene } from './scene';

/** Groups of a step: some milliseconds of work. */
const MANY = 3_000;

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
  return inOneGo(scopeSteps(scene, side, touched));
}

/** The same in steps. */
export function* scopeSteps(scene: Scene, side: Side, touched: ReadonlySet<string>): Steps<Scope> {
  const { invoices, payments } = scene.now[side];
  const inScope: { invoices: Invoice[]; payments: Payment[] } = { invoices: [], payments: [] };
  yield* each(yield* groupSteps(invoices, payments), MANY, (group) => {
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
  });
  return inScope;
}

function isTouched(scene: Scene, touched: ReadonlySet<string>, doc: Invoice | Payment): boolean {
  return (
    scene.links.find(doc.side, doc.kind, doc.id) !== null ||
    touched.has(recordKey(doc.side, doc.kind, doc.id))
  );
}

/** Something in the group may have come after the first run, or was held then and is owed since. */
export function isLaterGroup(scene: Scene, group: DocumentGroup): boolean {
  return [...group.invoices, ...group.payments].some((doc) => ageOf(scene, doc) !== 'past');
}

/** Came after the first run, or is owed since: ours to carry whatever becomes of it. */
export function isLater(scene: Scene, doc: Invoice | Payment): boolean {
  return ageOf(scene, doc) === 'later';
}

type Age = 'past' | 'later' | 'unsure';

/** Remembered, where this browser was there; else by what the firm's first run left. */
function ageOf({ cutoff, past, owed }: Scene, doc: Invoice | Payment): Age {
  if (cutoff === null) return 'past';
  const key = recordKey(doc.side, doc.kind, doc.id);
  if (owed.has(key)) return 'later';
  const byLine = ageByLine(cutoff, doc);
  if (!past) return byLine;
  // Not seen then: new, unless the line says that it must have been there.
  return past.get(key) ?? (byLine === 'past' ? 'unsure' : 'later');
}

function ageByLine(cutoff: Cutoff, { side, kind, id, modifiedAt }: Invoice | Payment): Age {
  const last = cutoff[side][cutoffKey(kind, id)] ?? '0';
  if (last.startsWith('@')) return modifiedAt > last.slice(1) ? 'unsure' : 'past';
  const { ownId } = splitId(id);
  if (!isCounted(ownId)) return 'unsure';
  return compareIds(ownId, last) > 0 ? 'later' : 'past';
}

/** Is it a number, as of a system that counts its records? One with zeros before it is a text. */
export function isCounted(id: string): boolean {
  return /^(?:0|[1-9]\d{0,18})$/.test(id);
}

/** Compares ids that are counted, of any length. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
