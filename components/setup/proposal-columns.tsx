import { Button } from '@mantine/core';
import { useMemo, useRef } from 'react';
import type { ClientProposal } from '../../utils/messages/views';
import { clientName } from '../clients/client-state';
import { NameCut } from '../ui/NameCut';
import { StatusBadge } from '../ui/StatusBadge';
import type { Column, Filter } from '../ui/table/columns';
import { useWording } from '../ui/wording';
import classes from './Setup.module.css';

interface ProposalOrders {
  onAccept: (client: ClientProposal) => void;
  onChange: (client: ClientProposal) => void;
}

const FILTERS = ['undecided', 'weak', 'blocked', 'pair', 'create', 'exclude'] as const;

function inFilter(client: ClientProposal, filter: string): boolean {
  if (filter === 'undecided') return !client.decided;
  if (filter === 'weak') return client.strength === 'weak' || client.strength === 'none';
  if (filter === 'blocked') return client.blocked.length > 0;
  return client.decided && client.decision === filter;
}

/** Columns and filters of the client proposals. */
export function useProposalColumns(orders: ProposalOrders): {
  columns: Column<ClientProposal>[];
  filters: Filter<ClientProposal>[];
} {
  const { t } = useWording();
  // The columns stay the same table while the orders are renewed at each draw.
  const latest = useRef(orders);
  latest.current = orders;
  return useMemo(() => {
    const columns: Column<ClientProposal>[] = [
      {
        id: 'decision',
        header: t('clients.decision'),
        value: (client) =>
          client.decided ? t(`clients.decision.${client.decision}`) : t('clients.undecided'),
        cell: (client) => <Decision client={client} />,
        track: '160px',
      },
      {
        id: 'tps',
        header: t('clients.tps'),
        value: (client) => (client.tps ? `${client.tps.name} ${client.tps.code}` : null),
        cell: (client) => <NameCut name={client.tps?.name ?? '–'} />,
        track: 'minmax(150px, 2fr)',
      },
      {
        id: 'qbo',
        header: t('clients.qbo'),
        value: (client) => client.qbo?.name ?? null,
        cell: (client) => <NameCut name={client.qbo?.name ?? '–'} />,
        track: 'minmax(150px, 2fr)',
      },
      {
        id: 'match',
        header: t('clients.match'),
        value: (client) => client.score ?? -1,
        cell: (client) => <Match client={client} />,
        track: '92px',
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
        id: 'actions',
        header: '',
        controls: true,
        value: () => null,
        cell: (client) => (
          <Orders
            client={client}
            onAccept={(row) => latest.current.onAccept(row)}
            onChange={(row) => latest.current.onChange(row)}
          />
        ),
        track: '176px',
      },
    ];
    const filters: Filter<ClientProposal>[] = [
      {
        id: 'show',
        label: t('clients.filter'),
        options: FILTERS.map((filter) => ({
          value: filter,
          label: t(`clients.filter.${filter}`),
        })),
        matches: inFilter,
      },
    ];
    return { columns, filters };
  }, [t]);
}

function Decision({ client }: { client: ClientProposal }) {
  const { t } = useWording();
  const word = t(`clients.decision.${client.decision}`);
  if (client.blocked.length > 0 && client.decision !== 'exclude') {
    return <StatusBadge status="failed">{t('clients.blocked')}</StatusBadge>;
  }
  if (!client.decided) {
    const suggestion = t('clients.suggested', { decision: word });
    return <StatusBadge status="waiting">{suggestion}</StatusBadge>;
  }
  const look =
    client.decision === 'exclude'
      ? 'ignored'
      : client.decision === 'leave'
        ? 'waiting'
        : 'successful';
  return <StatusBadge status={look}>{word}</StatusBadge>;
}

function Match({ client }: { client: ClientProposal }) {
  const { t, count } = useWording();
  const strength = t(`clients.strength.${client.strength}`);
  if (client.score === null) return <span className="lb-quiet">{strength}</span>;
  const words = t('clients.strengthScore', { strength, score: count(client.score) });
  return <span className={client.strength === 'weak' ? 'lb-num' : 'lb-num lb-quiet'}>{words}</span>;
}

function Orders({ client, onAccept, onChange }: ProposalOrders & { client: ClientProposal }) {
  const { t } = useWording();
  const name = clientName(client);
  return (
    <span className={classes.row}>
      <Button
        size="compact-sm"
        variant="subtle"
        px={6}
        aria-label={t('clients.changeFor', { name })}
        onClick={() => onChange(client)}
      >
        {t('clients.change')}
      </Button>
      {client.decided ? null : (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('clients.acceptOneFor', { name })}
          onClick={() => onAccept(client)}
        >
          {t('clients.acceptOne')}
        </Button>
      )}
    </span>
  );
}
