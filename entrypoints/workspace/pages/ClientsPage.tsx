import { useCallback } from 'react';
import { ClientsScreen } from '../../../components/clients/ClientsScreen';
import { hashOf } from '../../../components/ui/route';
import { useAnswer } from '../../../components/ui/use-answer';
import { goTo } from '../../../components/ui/use-route';
import type { ClientProposal } from '../../../utils/views/views';
import type { PageProps } from '../page-props';

/** How the worker knows a client: by its TPS side where it has one. */
function subject(client: ClientProposal): { side: 'tps' | 'qbo'; clientId: string } | null {
  if (client.tps) return { side: 'tps', clientId: client.tps.id };
  return client.qbo ? { side: 'qbo', clientId: client.qbo.id } : null;
}

export function ClientsPage({ asking }: PageProps) {
  const setup = useAnswer('setup.get', { reload: false });
  const { send, busy } = asking;
  const { refresh } = setup;
  const onExclude = useCallback(
    async (client: ClientProposal, reason: string) => {
      const who = subject(client);
      if (who && (await send('client.exclude', { ...who, reason })).ok) refresh();
    },
    [send, refresh],
  );
  const onInclude = useCallback(
    async (client: ClientProposal) => {
      const who = subject(client);
      if (who && (await send('client.include', who)).ok) refresh();
    },
    [send, refresh],
  );
  return (
    <ClientsScreen
      clients={setup.value?.clients ?? null}
      loaded={setup.value?.loaded ?? false}
      reading={busy === 'setup.get'}
      trouble={asking.trouble ?? setup.trouble}
      onRetry={refresh}
      onRead={async () => {
        await send('setup.get', { reload: true });
        refresh();
      }}
      onExclude={onExclude}
      onInclude={onInclude}
      onDecide={goToDecisions}
    />
  );
}

function goToDecisions(): void {
  goTo(hashOf('setup', 'clients'));
}
