import { phrase } from '../wording/phrase';
import type { Check, Finding } from './finding';

/**
 * A client that was deleted in TPS while QuickBooks still shows a balance: the customer cannot be
 * made inactive (QBO refuses it, and its web page would write the balance off by a credit memo).
 */
export const deletedClient: Check = ({ now, twinOfClient, excluded }) => {
  const findings: Finding[] = [];
  for (const client of now.tps.clients.values()) {
    if (client.status !== 'deleted' || excluded('tps', client.id)) continue;
    const qboId = twinOfClient('tps', client.id);
    const customer = qboId === null ? undefined : now.qbo.clients.get(qboId);
    if (!customer || customer.balanceCents === 0) continue;
    const values = { client: customer.name, balanceCents: customer.balanceCents };
    findings.push({
      rule: 'deletedClient',
      severity: 'warn',
      client: { tpsId: client.id, qboId: customer.id },
      what: phrase('check.deletedClient', values),
      cause: phrase('cause.deletedClient', values),
      amountCents: customer.balanceCents,
      subject: { side: 'tps', kind: 'client', id: client.id },
    });
  }
  return findings;
};
