import { phrase } from '../wording/phrase';
import type { Check, Finding } from './finding';

/** Balances in another currency cannot be compared to the cent. */
export const foreignCurrency: Check = ({ now, twinOfClient, excluded }) => {
  const findings: Finding[] = [];
  for (const client of now.qbo.clients.values()) {
    if (client.currency === null || client.currency === now.qbo.books.currency) continue;
    if (client.balanceCents === 0 || excluded('qbo', client.id)) continue;
    findings.push({
      rule: 'foreignCurrency',
      severity: 'block',
      client: { qboId: client.id, tpsId: twinOfClient('qbo', client.id) },
      what: phrase('check.foreignCurrency', { client: client.name, currency: client.currency }),
      cause: phrase('cause.foreignCurrency', { client: client.name, currency: client.currency }),
      amountCents: null,
      subject: { side: 'qbo', kind: 'client', id: client.id },
    });
  }
  return findings;
};
