import type { Client } from '../../ledger/entities';
import { SIDES, type Side } from '../../ledger/side';
import { foldedName } from '../../matching/names';
import { phrase } from '../../wording/phrase';
import { exclude, isExcluded } from '../exclusion';
import { groupOf, type HealthCheck, type HealthInput, type HealthItem } from '../group';

/** Names that stand twice on one side, or that a vendor or employee of QuickBooks has. */
export const duplicateNames: HealthCheck = (input) =>
  groupOf(
    'duplicateNames',
    phrase('health.duplicateNames.why'),
    phrase('health.duplicateNames.advice'),
    [...SIDES.flatMap((side) => twice(input, side)), ...taken(input)],
  );

function twice(input: HealthInput, side: Side): HealthItem[] {
  const byName = new Map<string, Client[]>();
  for (const client of input.scene.now[side].clients.values()) {
    if (client.status !== 'active' || client.parentId !== null) continue;
    if (input.scene.links.find(side, 'client', client.id)) continue;
    const name = foldedName(client.name);
    byName.set(name, [...(byName.get(name) ?? []), client]);
  }
  return [...byName.values()]
    .filter((clients) => clients.length > 1)
    .flat()
    .flatMap((client) =>
      itemOf(
        input,
        client,
        phrase('health.item.sameName', { system: side, code: client.code || client.id }),
      ),
    );
}

/** A client without a customer, whose name QuickBooks would refuse (6240). */
function taken(input: HealthInput): HealthItem[] {
  const { scene, pairs } = input;
  const names = new Set(scene.now.qbo.references.takenNames.map(spelling));
  return [...scene.now.tps.clients.values()]
    .filter(
      (client) =>
        client.status !== 'deleted' &&
        pairs.twin('tps', client.id) === null &&
        names.has(spelling(client.name)),
    )
    .flatMap((client) => itemOf(input, client, phrase('health.item.takenName')));
}

function itemOf(
  { scene, pairs }: HealthInput,
  client: Client,
  what: HealthItem['what'],
): HealthItem[] {
  const { side, id, name, balanceCents } = client;
  if (isExcluded(scene, pairs, side, id)) return [];
  return [
    {
      key: `${what.id}:${side}:${id}`,
      severity: 'warns',
      clientName: name,
      what,
      amountCents: balanceCents,
      date: null,
      subject: { side, kind: 'client', id },
      actions: [exclude(pairs, client)],
      decided: null,
    },
  ];
}

/** QuickBooks compares names without regard to case. */
function spelling(name: string): string {
  return name.trim().toLowerCase();
}
