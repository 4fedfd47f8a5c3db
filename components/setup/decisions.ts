import type { RequestOf } from '../../utils/messages/requests';
import type { ClientDecision, ClientProposal } from '../../utils/views/views';

/** One decision as it is saved. */
export type SavedDecision = RequestOf<'setup.saveClients'>['decisions'][number];

/** What a person chose for a client. */
export interface Choice {
  decision: ClientDecision;
  /** The client on the other side; only for `pair`. */
  partnerId: string | null;
  /** Reason; only for `exclude`. */
  why: string;
  /** The same for every unpaired sub-customer of the same tree; not for `pair`. */
  wholeBranch: boolean;
}

const FOR_ANYBODY = ['pair', 'create', 'exclude', 'leave'] as const;
const FOR_A_BRANCH = ['rollUp', 'own', 'topLevel', 'pair', 'exclude', 'leave'] as const;

/** What can be decided about a client; TPS is flat, so a sub-customer has choices of its own. */
export function choicesFor({ branch, tps }: ClientProposal): readonly ClientDecision[] {
  return branch && !tps ? FOR_A_BRANCH : FOR_ANYBODY;
}

/**
 * Suggestions good enough to accept together: certain and strong pairs, and clients that are like
 * nobody on the other side. A doubtful pair, a name that is taken, or a sub-customer, is looked at
 * one by one.
 */
export function acceptable(clients: readonly ClientProposal[]): ClientProposal[] {
  return clients.filter((client) => {
    if (client.decided || client.strength === 'weak') return false;
    if (client.strength !== 'none') return true;
    return client.reasons.length === 0 && client.branch === null;
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
    const who = choice.wholeBranch ? branchOf(client, clients) : [client];
    return who.map((each) => ({
      ...idsOf(each, choice.decision),
      decision: choice.decision,
      ...(choice.decision === 'exclude' ? { why: choice.why } : {}),
    }));
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

/** The unpaired sub-customers of the tree that a client stands in, itself included. */
export function branchOf(
  client: ClientProposal,
  clients: readonly ClientProposal[],
): ClientProposal[] {
  const rootId = client.branch?.rootId;
  if (rootId === undefined) return [client];
  return clients.filter((other) => other.branch?.rootId === rootId && other.tps === null);
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

/** How many stand where, for the line above the table. */
export function clientCounts(clients: readonly ClientProposal[]) {
  const counts = { paired: 0, proposed: 0, onlyTps: 0, onlyQbo: 0, branches: 0 };
  for (const { tps, qbo, decided, branch } of clients) {
    if (tps && qbo) counts[decided ? 'paired' : 'proposed'] += 1;
    else if (branch) counts.branches += 1;
    else counts[tps ? 'onlyTps' : 'onlyQbo'] += 1;
  }
  return counts;
}
