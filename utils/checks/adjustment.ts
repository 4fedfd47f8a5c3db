import { phrase } from '../wording/phrase';
import type { Check, Finding } from './finding';

/** Adjustments are not carried over yet; an open one is told, and named in the tie-out. */
export const adjustment: Check = ({ now, twinOfClient, excluded }) => {
  const findings: Finding[] = [];
  for (const document of now.tps.adjustments.values()) {
    if (document.voided || document.openCents === 0) continue;
    if (excluded('tps', document.clientId)) continue;
    findings.push({
      rule: 'adjustment',
      severity: 'warn',
      client: { tpsId: document.clientId, qboId: twinOfClient('tps', document.clientId) },
      what: phrase('check.adjustment', {
        client: now.tps.clients.get(document.clientId)?.name ?? document.clientId,
        openCents: document.openCents,
        docDate: document.date,
      }),
      cause: phrase('cause.adjustment', {
        amountCents: document.amountCents,
        docDate: document.date,
      }),
      amountCents: null,
      subject: null,
    });
  }
  return findings;
};
