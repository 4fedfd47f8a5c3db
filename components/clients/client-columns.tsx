import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { ClientProposal } from '../../utils/views/views';
import { Guard } from '../ui/Guard';
import { NameCut } from '../ui/NameCut';
import type { Column, Filter } from '../ui/table/columns';
import { useWording } from '../ui/wording';
import { ClientStateBadge } from './ClientStateBadge';
import { CustomerName } from './CustomerName';
import { CLIENT_STATES, clientState } from './client-state';

interface ClientOrders {
  onExclude: (client: ClientProposal) => void;
  onInclude: (client: ClientProposal) => void;
  onDecide: () => void;
}

/** Columns and filters of the client page. */
export function useClientColumns({ onExclude, onInclude, onDecide }: ClientOrders): {
  columns: Column<ClientProposal>[];
  filters: Filter<ClientProposal>[];
} {
  const { t, say } = useWording();
  return useMemo(() => {
    const why = (client: ClientProposal) =>
      [
        client.excludedInTps ? t('people.excludedInTps') : client.excludedWhy,
        ...client.blocked.map(say),
      ]
        .filter(Boolean)
        .join(' ');
    const columns: Column<ClientProposal>[] = [
      {
        id: 'state',
        header: t('people.state'),
        value: (client) => t(`people.state.${clientState(client)}`),
        cell: (client) => <ClientStateBadge client={client} />,
        track: '116px',
      },
      {
        id: 'tps',
        header: t('clients.tps'),
        value: (client) => client.tps?.name ?? null,
        cell: (client) =>
          client.tps ? (
            <NameCut name={client.tps.name} />
          ) : (
            <span className="lb-quiet">{t('people.only.qbo')}</span>
          ),
        track: 'minmax(150px, 2fr)',
      },
      {
        id: 'qbo',
        header: t('clients.qbo'),
        value: (client) => client.qbo?.name ?? null,
        cell: (client) =>
          client.qbo ? (
            <CustomerName client={client} />
          ) : (
            <span className="lb-quiet">{t('people.only.tps')}</span>
          ),
        track: 'minmax(150px, 2fr)',
      },
      {
        id: 'tpsAr',
        header: t('clients.tpsAr'),
        value: (client) => client.tps?.arCents ?? null,
        kind: 'money',
        track: '100px',
      },
      {
        id: 'qboAr',
        header: t('clients.qboAr'),
        value: (client) => client.qbo?.arCents ?? null,
        kind: 'money',
        track: '112px',
      },
      {
        id: 'why',
        header: t('people.reason'),
        value: why,
        cell: (client) => <NameCut name={why(client)} sentence />,
        track: 'minmax(120px, 2fr)',
      },
      {
        id: 'actions',
        header: '',
        controls: true,
        value: () => null,
        cell: (client) => <Order client={client} {...{ onExclude, onInclude, onDecide }} />,
        track: '164px',
      },
    ];
    const filters: Filter<ClientProposal>[] = [
      {
        id: 'state',
        label: t('people.state'),
        options: [
          ...CLIENT_STATES.map((state) => ({ value: state, label: t(`people.state.${state}`) })),
          { value: 'blocked', label: t('people.state.blocked') },
        ],
        matches: (client, state) =>
          state === 'blocked' ? client.blocked.length > 0 : clientState(client) === state,
      },
    ];
    return { columns, filters };
  }, [t, say, onExclude, onInclude, onDecide]);
}

function Order(props: ClientOrders & { client: ClientProposal }) {
  return (
    <Guard on={clientState(props.client)}>
      <OrderButton {...props} />
    </Guard>
  );
}

function OrderButton({ client, ...orders }: ClientOrders & { client: ClientProposal }) {
  const { t } = useWording();
  const state = clientState(client);
  if (client.excludedInTps) return <span className="lb-quiet">{t('people.setInTps')}</span>;
  if (state === 'excluded') {
    return (
      <Button
        key="include"
        size="compact-sm"
        variant="default"
        onClick={() => orders.onInclude(client)}
      >
        {t('people.include')}
      </Button>
    );
  }
  if (state === 'undecided') {
    return (
      <Button key="decide" size="compact-sm" variant="subtle" px={6} onClick={orders.onDecide}>
        {t('people.decide')}
      </Button>
    );
  }
  return (
    <Button
      key="exclude"
      size="compact-sm"
      variant="subtle"
      px={6}
      onClick={() => orders.onExclude(client)}
    >
      {t('people.exclude')}
    </Button>
  );
}
