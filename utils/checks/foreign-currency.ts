import { once } from '../ledger/once';
import { phrase } from '../wording/phrase';
import type { Check, Finding } from './finding';

/** Balances in another currency cannot be compared to the cent. */
export const foreignCurrency: Check = ({ now, twinOfClient, excluded }) => {
  const findings: Finding[] = [];
  const billed = once(
    () =>
      new Set(
        [...now.qbo.invoices.values(), ...now.qbo.payments.values()].map(
          ({ clientId }) => clientId,
        ),
      ),
  );
  for (const client of now.qbo.clients.values()) {
    if (client.currency === null || client.currency === now.qbo.books.currency) continue;
    if (excluded('qbo', client.id)) continue;
    // Whatever it owes: nothing may be created for it either.
    const concerns =
      client.balanceCents !== 0 ||
      billed().has(client.id) ||
      twinOfClient('qbo', client.id) !== null;
    if (!concerns) continue;
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
