import type { ClientProposal } from '../../utils/views/views';
import { type ShownEntryStatus, StatusBadge } from '../ui/StatusBadge';
import { useWording } from '../ui/wording';
import { type ClientState, clientState } from './client-state';

const LOOK: Record<ClientState, ShownEntryStatus> = {
  paired: 'successful',
  toCreate: 'successful',
  excluded: 'ignored',
  left: 'waiting',
  rolledUp: 'successful',
  own: 'successful',
  topLevel: 'waiting',
  undecided: 'warning',
};

/** State of a client; one that is blocked says so, for then nothing of it is synced. */
export function ClientStateBadge({ client }: { client: ClientProposal }) {
  const { t } = useWording();
  const state = clientState(client);
  if (client.blocked.length > 0 && state !== 'excluded') {
    return <StatusBadge status="failed">{t('people.state.blocked')}</StatusBadge>;
  }
  return <StatusBadge status={LOOK[state]}>{t(`people.state.${state}`)}</StatusBadge>;
}
