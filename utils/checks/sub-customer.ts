import { phrase } from '../wording/phrase';
import type { Check, Finding } from './finding';

/**
 * TPS clients are flat. A sub-customer or project with money on it therefore blocks itself and the
 * customers above it, since a payment of the parent may settle the child's invoices.
 */
export const subCustomer: Check = ({ now, twinOfClient, excluded, settledBranch }) => {
  const findings: Finding[] = [];
  for (const client of now.qbo.clients.values()) {
    if (client.parentId === null || client.balanceCents === 0) continue;
    if (excluded('qbo', client.id) || settledBranch(client.id)) continue;
    const values = {
      client: client.name,
      parent: now.qbo.clients.get(client.parentId)?.name ?? client.parentId,
      balanceCents: client.balanceCents,
    };
    const what = phrase(client.isProject ? 'check.project' : 'check.subCustomer', values);
    const seen = new Set<string>();
    for (
      let id: string | null = client.id;
      id !== null && !seen.has(id);
      id = now.qbo.clients.get(id)?.parentId ?? null
    ) {
      seen.add(id);
      if (excluded('qbo', id)) continue;
      findings.push({
        rule: 'subCustomer',
        severity: 'block',
        client: { qboId: id, tpsId: twinOfClient('qbo', id) },
        what,
        cause: phrase(client.isProject ? 'cause.project' : 'cause.subCustomer', values),
        amountCents: id === client.id ? client.balanceCents : null,
        subject: { side: 'qbo', kind: 'client', id: client.id },
      });
    }
  }
  return findings;
};
