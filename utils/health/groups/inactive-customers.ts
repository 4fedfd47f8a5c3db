import { clientKey } from '../../sync/scene';
import { phrase } from '../../wording/phrase';
import { exclude, isExcluded } from '../exclusion';
import { groupOf, type HealthCheck, type HealthInput, type HealthItem } from '../group';

/** Customers that take no documents although TPS still shows a balance. */
export const inactiveCustomers: HealthCheck = (input) =>
  groupOf(
    'inactiveCustomers',
    phrase('health.inactiveCustomers.why'),
    phrase('health.inactiveCustomers.advice'),
    itemsOf(input),
  );

function itemsOf({ scene, pairs }: HealthInput): HealthItem[] {
  const items: HealthItem[] = [];
  for (const customer of scene.now.qbo.clients.values()) {
    if (customer.status !== 'inactive' || customer.parentId !== null) continue;
    const client = scene.now.tps.clients.get(pairs.twin('qbo', customer.id) ?? '');
    if (!client || client.status === 'deleted' || client.balanceCents === 0) continue;
    if (isExcluded(scene, pairs, 'qbo', customer.id)) continue;
    const isAsked = scene.wishes.get(clientKey('qbo', customer.id))?.do === 'activate';
    items.push({
      key: customer.id,
      severity: 'blocks',
      clientName: client.name,
      what: phrase('health.item.inactive'),
      amountCents: client.balanceCents,
      date: null,
      subject: { side: 'qbo', kind: 'client', id: customer.id },
      actions: [{ do: 'wish', qboId: customer.id, wish: 'activate' }, exclude(pairs, customer)],
      decided: isAsked ? phrase('health.decided.activate') : null,
    });
  }
  return items;
}
