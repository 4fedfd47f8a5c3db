import { absCents } from '../ledger/cents';
import type { Foreign, ForeignType } from '../ledger/entities';
import { type PhraseId, phrase } from '../wording/phrase';
import type { Check, Finding } from './finding';
import type { Rule } from './rules';

/** Makes the check for one kind of QBO document that TPS has no image for. */
export function foreignCheck(
  rule: Rule,
  types: readonly ForeignType[],
  sentence: PhraseId,
  cause: PhraseId,
): Check {
  return ({ now, twinOfClient, excluded, past }) => {
    const findings: Finding[] = [];
    for (const foreign of now.qbo.foreign) {
      if (!types.includes(foreign.foreignType)) continue;
      if (excluded('qbo', foreign.clientId)) continue;
      if (foreign.openCents === 0 && past(foreign)) continue;
      findings.push({
        rule,
        severity: 'block',
        client: { qboId: foreign.clientId, tpsId: twinOfClient('qbo', foreign.clientId) },
        what: phrase(sentence, valuesOf(foreign, now.qbo.clients.get(foreign.clientId)?.name)),
        cause: phrase(cause, valuesOf(foreign, now.qbo.clients.get(foreign.clientId)?.name)),
        amountCents: foreign.openCents,
        subject: { side: 'qbo', kind: foreign.foreignType, id: foreign.id },
      });
    }
    return findings;
  };
}

function valuesOf(foreign: Foreign, client: string | undefined) {
  return {
    number: foreign.number || foreign.id,
    client: client ?? foreign.clientId,
    totalCents: foreign.totalCents,
    openCents: absCents(foreign.openCents),
    state: foreign.openCents === 0 ? 'settled' : 'open',
    docDate: foreign.date,
  };
}
