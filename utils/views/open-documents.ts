/** What the first sync finds in both books: what is linked, created, or looked at by a person. */
import { labelOfId, splitId } from '../ledger/document-id';
import type { Invoice, Payment } from '../ledger/entities';
import type { Linkable } from '../ledger/link';
import { recordKey } from '../ledger/record-key';
import { SIDES, type Side } from '../ledger/side';
import type { Hold, HoldKind, Intent } from '../sync/intent';
import { makePlan } from '../sync/plan/plan';
import type { Scene } from '../sync/scene';
import { shownType } from '../sync/shown-type';
import type { DocumentType, OpenDocument, OpenDocumentFate, OpenDocumentsView } from './views';

const FATE_OF_HOLD: Record<HoldKind, OpenDocumentFate> = {
  conflict: 'clash',
  blocked: 'waits',
  undecided: 'waits',
  unmapped: 'waits',
  tray: 'waits',
  excluded: 'leftOut',
  ignored: 'leftOut',
  left: 'leftOut',
};

/** The plan that a first sync would make of the scene, as far as it is about documents. */
export function openDocuments(scene: Scene): OpenDocumentsView {
  const plan = makePlan(scene);
  const documents: OpenDocument[] = [];
  const shown = new Set<string>();
  for (const intent of plan.intents) {
    const document = plannedDocument(intent);
    if (!document) continue;
    documents.push(document);
    for (const record of [intent.record, intent.target]) if (record) shown.add(keyOf(record));
  }
  for (const hold of plan.holds) {
    if (hold.type === 'client') continue;
    documents.push(heldDocument(hold));
    shown.add(recordKey(hold.side, hold.type, hold.id));
  }
  const settled = { tps: 0, qbo: 0 };
  for (const side of SIDES) settled[side] = settledOn(scene, side, shown);
  return { documents, settled, linkSettled: scene.linkSettled };
}

function plannedDocument(intent: Intent): OpenDocument | null {
  const { record, target, does } = intent;
  if (record.kind === 'client' || (does !== 'link' && does !== 'create')) return null;
  const [own, other] = target && target.side === 'tps' ? [target, record] : [record, target];
  if (own.kind === 'client') return null;
  return {
    key: intent.key,
    fate: does === 'create' ? 'created' : intent.unagreed ? 'clash' : 'linked',
    side: own.side,
    type: shownType(own),
    number: numberOf(own),
    clientName: intent.clientName,
    date: own.date,
    amountCents: amountOf(own),
    twin:
      other && other.kind !== 'client'
        ? { number: numberOf(other), date: other.date, amountCents: amountOf(other) }
        : null,
    why: intent.why,
  };
}

function heldDocument(hold: Hold): OpenDocument {
  const { side, type, id, number, clientName, date, amountCents, what } = hold;
  return {
    key: `hold:${recordKey(side, type, id)}`,
    fate: FATE_OF_HOLD[hold.kind],
    side,
    type: heldType(hold),
    number,
    clientName,
    date,
    amountCents,
    twin: null,
    why: what,
  };
}

/** An adjustment is told from an invoice or a payment by its id. */
function heldType({ type, id }: Hold): DocumentType {
  return splitId(id).list === 'plain' ? type : 'adjustment';
}

/** Documents that are neither linked nor of any interest to the first sync. */
function settledOn(scene: Scene, side: Side, shown: ReadonlySet<string>): number {
  const { invoices, payments } = scene.now[side];
  return [...invoices.values(), ...payments.values()].filter(
    (doc) => !doc.voided && !shown.has(keyOf(doc)) && !scene.links.find(side, doc.kind, doc.id),
  ).length;
}

function keyOf({ side, kind, id }: Linkable): string {
  return recordKey(side, kind, id);
}

function numberOf(doc: Invoice | Payment): string {
  return (doc.kind === 'invoice' ? doc.number : doc.reference) || labelOfId(doc.id);
}

function amountOf(doc: Invoice | Payment) {
  return doc.kind === 'invoice' ? doc.totalCents : doc.amountCents;
}
