import type { Client } from '../../ledger/entities';
import { clientKey } from '../../sync/scene';
import { phrase } from '../../wording/phrase';
import { exclude, isExcluded } from '../exclusion';
import { groupOf, type HealthCheck, type HealthInput, type HealthItem } from '../group';

/** Clients that were deleted in TPS with a balance left in QuickBooks, or restored since. */
export const deletedClients: HealthCheck = (input) =>
  groupOf(
    'deletedClients',
    phrase('health.deletedClients.why'),
    phrase('health.deletedClients.advice'),
    [...input.scene.now.tps.clients.values()].flatMap((client) => itemOf(input, client) ?? []),
  );

function itemOf({ scene, pairs }: HealthInput, client: Client): HealthItem | null {
  const customer = scene.now.qbo.clients.get(pairs.twin('tps', client.id) ?? '');
  if (!customer || isExcluded(scene, pairs, 'tps', client.id)) return null;
  const common = {
    key: client.id,
    severity: 'warns',
    clientName: client.name,
    date: null,
  } as const;
  if (client.status === 'deleted') {
    if (customer.balanceCents === 0) return null;
    return {
      ...common,
      what: phrase('health.item.deleted'),
      amountCents: customer.balanceCents,
      subject: { side: 'tps', kind: 'client', id: client.id },
      actions: [exclude(pairs, client)],
      decided: null,
    };
  }
  // With a balance it stands among the inactive customers.
  if (customer.status !== 'inactive' || client.status !== 'active' || client.balanceCents !== 0) {
    return null;
  }
  const isAsked = scene.wishes.get(clientKey('qbo', customer.id))?.do === 'activate';
  return {
    ...common,
    what: phrase('health.item.restored'),
    amountCents: null,
    subject: { side: 'qbo', kind: 'client', id: customer.id },
    actions: [{ do: 'wish', qboId: customer.id, wish: 'activate' }, exclude(pairs, client)],
    decided: isAsked ? phrase('health.decided.activate') : null,
  };
}
