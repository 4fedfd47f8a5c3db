import { waysOut } from '../../checks/ways-out';
import type { ClientOn } from '../../ledger/entities';
import { isSettledBranch } from '../../sync/owner';
import { clientKey } from '../../sync/scene';
import { type Phrase, phrase } from '../../wording/phrase';
import { exclude, isExcluded } from '../exclusion';
import {
  groupOf,
  type HealthAction,
  type HealthCheck,
  type HealthInput,
  type HealthItem,
} from '../group';

/** Customers under another one. */
export const subCustomers: HealthCheck = (input) =>
  groupOf(
    'subCustomers',
    phrase('health.subCustomers.why'),
    phrase('health.subCustomers.advice'),
    itemsOf(input, (customer) => !customer.isProject),
  );

/** Projects: to QuickBooks a kind of sub-customer that cannot be made top-level. */
export const projects: HealthCheck = (input) =>
  groupOf(
    'projects',
    phrase('health.projects.why'),
    phrase('health.projects.advice'),
    itemsOf(input, (customer) => customer.isProject),
  );

function itemsOf(
  input: HealthInput,
  isWanted: (customer: ClientOn<'qbo'>) => boolean,
): HealthItem[] {
  return [...input.scene.now.qbo.clients.values()]
    .filter((customer) => customer.parentId !== null && isWanted(customer))
    .flatMap((customer) => itemOf(input, customer) ?? []);
}

function itemOf({ scene, pairs }: HealthInput, customer: ClientOn<'qbo'>): HealthItem | null {
  const { id, name, balanceCents, parentId, isProject, status } = customer;
  const decided = decidedOf(scene.wishes.get(clientKey('qbo', id))?.do);
  const isSettled = isSettledBranch(scene, id) && decided === null;
  if (isSettled || isExcluded(scene, pairs, 'qbo', id)) return null;
  if (balanceCents === 0 && status !== 'active') return null;
  const subject = { side: 'qbo', kind: 'client', id } as const;
  const what = phrase(isProject ? 'check.project' : 'check.subCustomer');
  const wishes = waysOut({ rule: 'subCustomer', what, subject }).flatMap((wish): HealthAction[] =>
    wish === 'rollUp' || wish === 'own' || wish === 'topLevel'
      ? [{ do: 'wish', qboId: id, wish }]
      : [],
  );
  return {
    key: id,
    severity: balanceCents === 0 ? 'warns' : 'blocks',
    clientName: name,
    what: phrase('health.item.under', {
      parent: scene.now.qbo.clients.get(parentId ?? '')?.name ?? parentId ?? '',
    }),
    amountCents: balanceCents,
    date: null,
    subject,
    actions: [...wishes, exclude(pairs, { side: 'qbo', id, name })],
    decided,
  };
}

function decidedOf(wish: string | undefined): Phrase | null {
  switch (wish) {
    case 'rollUp':
      return phrase('health.decided.rollUp');
    case 'own':
      return phrase('health.decided.own');
    case 'topLevel':
      return phrase('health.decided.topLevel');
    default:
      return null;
  }
}
