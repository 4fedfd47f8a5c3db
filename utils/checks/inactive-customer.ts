import { phrase } from '../wording/phrase';
import type { Check, Finding } from './finding';

/** Nothing can be written to an inactive customer; QBO refuses it (610, 2500). */
export const inactiveCustomer: Check = ({ now, twinOfClient, excluded }) => {
  const findings: Finding[] = [];
  for (const customer of now.qbo.clients.values()) {
    if (customer.status !== 'inactive' || excluded('qbo', customer.id)) continue;
    const tpsId = twinOfClient('qbo', customer.id);
    const client = tpsId === null ? undefined : now.tps.clients.get(tpsId);
    if (!client || client.balanceCents === 0) continue;
    findings.push({
      rule: 'inactiveCustomer',
      severity: 'block',
      client: { qboId: customer.id, tpsId },
      what: phrase('check.inactiveCustomer', {
        client: client.name,
        balanceCents: client.balanceCents,
      }),
      cause: phrase('cause.inactiveCustomer', { client: client.name }),
      amountCents: null,
      subject: { side: 'qbo', kind: 'client', id: customer.id },
    });
  }
  return findings;
};
