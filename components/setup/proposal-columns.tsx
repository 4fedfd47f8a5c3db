import { Button } from '@mantine/core';
import { useMemo, useRef } from 'react';
import type { ClientProposal } from '../../utils/views/views';
import { CustomerName } from '../clients/CustomerName';
import { clientName } from '../clients/client-state';
import { NameCut } from '../ui/NameCut';
import { StatusBadge } from '../ui/StatusBadge';
import type { Column, Filter } from '../ui/table/columns';
import { useWording, type Wording } from '../ui/wording';

interface ProposalOrders {
  onAccept: (client: ClientProposal) => void;
  onChange: (client: ClientProposal) => void;
}

const FILTERS = [
  'undecided',
  'weak',
  'blocked',
  'onlyTps',
  'onlyQbo',
  'branch',
  'pair',
  'create',
  'exclude',
] as const;

function inFilter(client: ClientProposal, filter: string): boolean {
  switch (filter) {
    case 'undecided':
      return !client.decided;
    case 'weak':
      return client.strength === 'weak' || client.strength === 'none';
    case 'blocked':
      return client.blocked.length > 0;
    case 'onlyTps':
      return client.qbo === null;
    case 'onlyQbo':
      return client.tps === null;
    case 'branch':
      return client.branch !== null;
    default:
      return client.decided && client.decision === filter;
  }
}

/** Columns and filters of the client proposals. */
export function useProposalColumns(orders: ProposalOrders): {
  columns: Column<ClientProposal>[];
  filters: Filter<ClientProposal>[];
} {
  const wording = useWording();
  const { t } = wording;
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
        track: 'minmax(140px, 2fr)',
      },
      {
        id: 'qbo',
        header: t('clients.qbo'),
        value: (client) => client.qbo?.name ?? null,
        cell: (client) => <CustomerName client={client} />,
        track: 'minmax(140px, 2fr)',
      },
      {
        id: 'match',
        header: t('clients.match'),
        value: (client) => matchText(client, wording),
        cell: (client) => <NameCut name={matchText(client, wording)} sentence />,
        track: 'minmax(140px, 2fr)',
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
        track: '96px',
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
  }, [t, wording]);
}

function Decision({ client }: { client: ClientProposal }) {
  const { t } = useWording();
  const word = t(`clients.decision.${client.decision}`);
  if (client.blocked.length > 0 && client.decision !== 'exclude') {
    return <StatusBadge status="failed">{t('clients.blocked')}</StatusBadge>;
  }
  if (!client.decided) {
    const suggestion = client.branch
      ? t('clients.choosePolicy')
      : t('clients.suggested', { decision: word });
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

/** How alike, and why: `Strong 98: same e-mail, same name`. */
function matchText({ score, strength, reasons, tps, qbo }: ClientProposal, wording: Wording) {
  const { t, say, count } = wording;
  const why = reasons.map(say).join(', ');
  if (score === null)
    return why || t(tps && qbo ? `clients.strength.${strength}` : 'clients.alone');
  const words = t('clients.strengthScore', {
    strength: t(`clients.strength.${strength}`),
    score: count(score),
  });
  return why === '' ? words : t('clients.matchWhy', { match: words, why });
}

function Orders({ client, onAccept, onChange }: ProposalOrders & { client: ClientProposal }) {
  const { t } = useWording();
  const name = clientName(client);
  if (client.decided || client.branch) {
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        px={6}
        aria-label={t('clients.changeFor', { name })}
        onClick={() => onChange(client)}
      >
        {t('clients.change')}
      </Button>
    );
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t('clients.acceptOneFor', { name })}
      onClick={() => onAccept(client)}
    >
      {t('clients.acceptOne')}
    </Button>
  );
}
