import type { RequestOf } from '../../utils/messages/requests';
import type { ClientDecision, ClientProposal } from '../../utils/messages/views';

/** One decision as it is saved. */
export type SavedDecision = RequestOf<'setup.saveClients'>['decisions'][number];

/** What a person chose for a client. */
export interface Choice {
  decision: ClientDecision;
  /** The client on the other side; only for `pair`. */
  partnerId: string | null;
  /** Reason; only for `exclude`. */
  why: string;
}

/**
 * Suggestions good enough to accept together: certain and strong pairs, and clients that are like
 * nobody on the other side. A doubtful pair, or a name that is taken, is looked at one by one.
 */
export function acceptable(clients: readonly ClientProposal[]): ClientProposal[] {
  return clients.filter((client) => {
    if (client.decided || client.strength === 'weak') return false;
    return client.strength !== 'none' || client.reasons.length === 0;
  });
}

/** What is suggested for a client, as a decision. */
export function suggested(client: ClientProposal): SavedDecision {
  return {
    ...idsOf(client, client.decision),
    decision: client.decision,
    ...(client.excludedWhy === null ? {} : { why: client.excludedWhy }),
  };
}

/**
 * The decisions that a choice comes to. A partner that was already given to another client is
 * taken from it, and that client is left for later: no client ever has two partners.
 */
export function decide(
  client: ClientProposal,
  choice: Choice,
  clients: readonly ClientProposal[],
): SavedDecision[] {
  if (choice.decision !== 'pair') {
    return [
      {
        ...idsOf(client, choice.decision),
        decision: choice.decision,
        ...(choice.decision === 'exclude' ? { why: choice.why } : {}),
      },
    ];
  }
  const tpsId = client.tps ? client.tps.id : choice.partnerId;
  const qboId = client.tps ? choice.partnerId : (client.qbo?.id ?? null);
  const robbed = clients.filter(
    (other) =>
      other.key !== client.key &&
      other.decided &&
      other.decision === 'pair' &&
      (client.tps ? other.qbo?.id === qboId : other.tps?.id === tpsId),
  );
  return [
    ...robbed.map(
      (other): SavedDecision => ({
        tpsId: client.tps ? (other.tps?.id ?? null) : null,
        qboId: client.tps ? null : (other.qbo?.id ?? null),
        decision: 'leave',
      }),
    ),
    { tpsId, qboId, decision: 'pair' },
  ];
}

/** Both ids where the two belong together; a doubtful or created partner is left out. */
function idsOf(client: ClientProposal, decision: ClientDecision) {
  const own = client.tps
    ? { tpsId: client.tps.id, qboId: null }
    : { tpsId: null, qboId: client.qbo?.id ?? null };
  const together = client.decided || client.strength === 'certain' || client.strength === 'strong';
  if (decision === 'pair' || (together && decision !== 'create')) {
    return { tpsId: client.tps?.id ?? null, qboId: client.qbo?.id ?? null };
  }
  return own;
}
