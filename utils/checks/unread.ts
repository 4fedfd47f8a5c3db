import { endsOf } from '../ledger/ids';
import { SIDES } from '../ledger/side';
import { phrase } from '../wording/phrase';
import type { Check, Finding } from './finding';

/** What cannot be read may be anything: its client waits until it is mended. */
export const unread: Check = ({ now, twinOfClient, excluded }) => {
  const findings: Finding[] = [];
  for (const side of SIDES) {
    for (const { unread: what, clientId, number } of now[side].foreign) {
      if (!what || excluded(side, clientId)) continue;
      const { kind: type, id, field, issue } = what;
      const client = now[side].clients.get(clientId)?.name ?? clientId;
      const values = { type, number: number || id, client, system: side, field, issue };
      findings.push({
        rule: 'unread',
        severity: 'block',
        client: endsOf(side, clientId, twinOfClient(side, clientId)),
        what: phrase('check.unread', values),
        cause: phrase('cause.unread', values),
        amountCents: null,
        subject: { side, kind: type, id },
      });
    }
  }
  return findings;
};
