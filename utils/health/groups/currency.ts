import type { Finding } from '../../checks/finding';
import { phrase } from '../../wording/phrase';
import { exclude } from '../exclusion';
import { groupOf, type HealthCheck, type HealthInput, type HealthItem } from '../group';

/** Books in two currencies, or customers billed in another one. */
export const currency: HealthCheck = (input) =>
  groupOf(
    'currency',
    phrase('health.currency.why'),
    phrase('health.currency.advice'),
    input.findings.flatMap((finding) => itemOf(input, finding) ?? []),
  );

function itemOf({ scene, pairs }: HealthInput, finding: Finding): HealthItem | null {
  const common = {
    severity: 'blocks',
    what: finding.cause,
    date: null,
    subject: finding.subject,
    decided: null,
  } as const;
  if (finding.rule === 'currencyOfBooks') {
    return { ...common, key: 'books', clientName: '', amountCents: null, actions: [] };
  }
  const customer = scene.now.qbo.clients.get(finding.client?.qboId ?? '');
  if (finding.rule !== 'foreignCurrency' || !customer) return null;
  return {
    ...common,
    key: customer.id,
    clientName: customer.name,
    // In a currency of its own, so it cannot be added to the others.
    amountCents: null,
    actions: [exclude(pairs, customer)],
  };
}
