import type { ClientDecision, ClientProposal } from '../../utils/views/views';

/** What a client is to the sync, in one word. */
export type ClientState =
  | 'paired'
  | 'toCreate'
  | 'excluded'
  | 'left'
  | 'rolledUp'
  | 'own'
  | 'topLevel'
  | 'undecided';

/** States in the order of a filter. */
export const CLIENT_STATES: readonly ClientState[] = [
  'undecided',
  'paired',
  'toCreate',
  'excluded',
  'left',
  'rolledUp',
  'own',
  'topLevel',
];

const STATE: Record<ClientDecision, ClientState> = {
  pair: 'paired',
  create: 'toCreate',
  exclude: 'excluded',
  leave: 'left',
  rollUp: 'rolledUp',
  own: 'own',
  topLevel: 'topLevel',
};

/** A proposal that nobody decided is undecided, whatever is suggested; TPS's own flag goes before all. */
export function clientState(client: ClientProposal): ClientState {
  if (client.excludedInTps) return 'excluded';
  return client.decided ? STATE[client.decision] : 'undecided';
}

/** The name to speak of it by. */
export function clientName(client: ClientProposal): string {
  return client.tps?.name ?? client.qbo?.name ?? '';
}
