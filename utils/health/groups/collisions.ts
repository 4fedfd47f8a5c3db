import { labelOfId } from '../../ledger/document-id';
import type { Invoice } from '../../ledger/entities';
import { phrase } from '../../wording/phrase';
import { isExcluded } from '../exclusion';
import { groupOf, type HealthCheck, type HealthInput, type HealthItem } from '../group';
import { numberInQbo } from '../number-in-qbo';

/** Numbers that both sides use for different invoices (QuickBooks: 6140). */
export const collisions: HealthCheck = (input) =>
  groupOf(
    'collisions',
    phrase('health.collisions.why'),
    phrase('health.collisions.advice'),
    itemsOf(input),
  );

function itemsOf(input: HealthInput): HealthItem[] {
  const { scene, scope, pairs } = input;
  const inScope = {
    tps: new Set(scope.tps.invoices.map(({ id }) => id)),
    qbo: new Set(scope.qbo.invoices.map(({ id }) => id)),
  };
  const byNumber = new Map<string, Invoice[]>();
  for (const invoice of scene.now.qbo.invoices.values()) {
    const key = invoice.number.toLowerCase();
    if (key !== '') byNumber.set(key, [...(byNumber.get(key) ?? []), invoice]);
  }
  const items: HealthItem[] = [];
  for (const tps of scene.now.tps.invoices.values()) {
    const same = byNumber.get(numberInQbo(tps).toLowerCase()) ?? [];
    if (scene.links.find('tps', 'invoice', tps.id)) continue;
    if (same.some((qbo) => isTwin(input, tps, qbo))) continue;
    const other = same.find((qbo) => inScope.tps.has(tps.id) || inScope.qbo.has(qbo.id));
    if (!other || isExcluded(scene, pairs, 'tps', tps.clientId)) continue;
    items.push(itemOf(input, tps, other));
  }
  return items;
}

/** The same invoice on both sides, or possibly so: it is linked once its client is paired. */
function isTwin({ scene, pairs }: HealthInput, tps: Invoice, qbo: Invoice): boolean {
  if (qbo.voided || scene.links.find('qbo', 'invoice', qbo.id)) return false;
  const twin = pairs.twin('tps', tps.clientId);
  const other = pairs.twin('qbo', qbo.clientId);
  const maySame = twin === qbo.clientId || (twin === null && other === null);
  return maySame && tps.totalCents === qbo.totalCents;
}

function itemOf({ scene, pairs }: HealthInput, tps: Invoice, qbo: Invoice): HealthItem {
  const isSameClient = pairs.twin('tps', tps.clientId) === qbo.clientId;
  const number = tps.number || labelOfId(tps.id);
  return {
    key: `${tps.id}|${qbo.id}`,
    severity: 'blocks',
    clientName: scene.now.tps.clients.get(tps.clientId)?.name ?? '',
    what: isSameClient
      ? phrase('health.item.otherAmount', { number, otherCents: qbo.totalCents })
      : phrase('health.item.otherClient', {
          number,
          client: scene.now.qbo.clients.get(qbo.clientId)?.name ?? qbo.clientId,
          otherCents: qbo.totalCents,
        }),
    amountCents: tps.totalCents,
    date: tps.date,
    subject: { side: 'qbo', kind: 'invoice', id: qbo.id },
    actions: [],
    decided: null,
  };
}
