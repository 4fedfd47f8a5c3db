import { labelOfId } from '../../ledger/document-id';
import type { Invoice, Payment } from '../../ledger/entities';
import { phrase } from '../../wording/phrase';
import { isExcluded } from '../exclusion';
import { groupOf, type HealthCheck, type HealthInput, type HealthItem } from '../group';
import { numberInQbo } from '../number-in-qbo';

/** Documents of TPS that QuickBooks would have to take into a period that is closed (6210). */
export const closedPeriod: HealthCheck = (input) => {
  const { closedUntil } = input.scene.now.qbo.books;
  return groupOf(
    'closedPeriod',
    closedUntil === null
      ? phrase('health.closedPeriod.none')
      : phrase('health.closedPeriod.why', { closedDate: closedUntil }),
    phrase('health.closedPeriod.advice'),
    closedUntil === null ? [] : itemsOf(input, closedUntil),
  );
};

function itemsOf(input: HealthInput, closedUntil: string): HealthItem[] {
  const { invoices, payments } = input.scope.tps;
  const there = twinsThere(input);
  return [...invoices, ...payments]
    .filter((doc) => doc.date <= closedUntil && !there(doc))
    .flatMap((doc) => itemOf(input, doc) ?? []);
}

function itemOf({ scene, pairs }: HealthInput, doc: Invoice | Payment): HealthItem | null {
  if (isExcluded(scene, pairs, 'tps', doc.clientId)) return null;
  const number =
    doc.kind === 'invoice' ? doc.number || labelOfId(doc.id) : doc.reference || labelOfId(doc.id);
  return {
    key: `${doc.kind}:${doc.id}`,
    severity: 'warns',
    clientName: scene.now.tps.clients.get(doc.clientId)?.name ?? '',
    what: phrase('health.item.document', { type: typeOf(doc), number }),
    amountCents: doc.kind === 'invoice' ? doc.totalCents : doc.amountCents,
    date: doc.date,
    subject: { side: 'tps', kind: doc.kind, id: doc.id },
    actions: [],
    decided: null,
  };
}

function typeOf(doc: Invoice | Payment): string {
  const isAdjustment =
    doc.kind === 'invoice' ? doc.invoiceKind === 'adjustment' : doc.booking === 'adjustment';
  return isAdjustment ? 'adjustment' : doc.kind;
}

/** Stands it in QuickBooks already, so that it is linked and nothing is written? */
function twinsThere({ scene, pairs }: HealthInput): (doc: Invoice | Payment) => boolean {
  const known = new Set<string>();
  for (const invoice of scene.now.qbo.invoices.values()) {
    const { number, clientId, totalCents } = invoice;
    known.add(`invoice ${number.toLowerCase()} ${clientId} ${totalCents}`);
  }
  for (const { clientId, date, amountCents } of scene.now.qbo.payments.values()) {
    known.add(`payment ${date} ${clientId} ${amountCents}`);
  }
  return (doc) => {
    const clientId = pairs.twin('tps', doc.clientId);
    return known.has(
      doc.kind === 'invoice'
        ? `invoice ${numberInQbo(doc).toLowerCase()} ${clientId} ${doc.totalCents}`
        : `payment ${doc.date} ${clientId} ${doc.amountCents}`,
    );
  };
}
