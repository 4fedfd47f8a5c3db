import type { ClientProposal } from '../../utils/messages/views';

/** What a client is to the sync, in one word. */
export type ClientState = 'paired' | 'toCreate' | 'excluded' | 'left' | 'undecided';

/** States in the order of a filter. */
export const CLIENT_STATES: readonly ClientState[] = [
  'undecided',
  'paired',
  'toCreate',
  'excluded',
  'left',
];

/** A proposal that nobody decided is undecided, whatever is suggested. */
export function clientState(client: ClientProposal): ClientState {
  if (!client.decided) return 'undecided';
  if (client.decision === 'pair') return 'paired';
  if (client.decision === 'create') return 'toCreate';
  return client.decision === 'exclude' ? 'excluded' : 'left';
}

/** The name to speak of it by. */
export function clientName(client: ClientProposal): string {
  return client.tps?.name ?? client.qbo?.name ?? '';
}
