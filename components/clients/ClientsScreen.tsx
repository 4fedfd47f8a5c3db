import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ClientProposal } from '../../utils/views/views';
import { Empty } from '../ui/Empty';
import { Money } from '../ui/Money';
import { Problem } from '../ui/Problem';
import { ReasonDialog, type ReasonRequest } from '../ui/ReasonDialog';
import { DataTable } from '../ui/table/DataTable';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';
import { PageFrame } from '../workspace/PageFrame';
import { useClientColumns } from './client-columns';
import { clientName } from './client-state';

interface ClientsProps {
  /** Null while they are on the way. */
  clients: readonly ClientProposal[] | null;
  loaded: boolean;
  reading: boolean;
  trouble: Trouble | null;
  onRetry: () => void;
  onRead: () => void;
  onExclude: (client: ClientProposal, reason: string) => void;
  onInclude: (client: ClientProposal) => void;
  onDecide: () => void;
}

/** Pairs, and who is left out and why. */
export function ClientsScreen(props: ClientsProps) {
  const { t } = useWording();
  const [request, setRequest] = useState<ReasonRequest | null>(null);
  const { onExclude } = props;
  const ask = useMemo(
    () => (client: ClientProposal) =>
      setRequest({
        title: t('reason.excludeTitle', { name: clientName(client) }),
        body: [t('reason.excludeBody')],
        go: t('people.exclude'),
        onGive: (reason) => onExclude(client, reason),
      }),
    [t, onExclude],
  );
  const { columns, filters } = useClientColumns({
    onExclude: ask,
    onInclude: props.onInclude,
    onDecide: props.onDecide,
  });
  const notRead = props.clients !== null && !props.loaded && props.clients.length === 0;
  return (
    <PageFrame
      title={t('people.title')}
      lead={t('people.lead')}
      fills
      tools={
        notRead ? null : (
          <Button variant="default" loading={props.reading} onClick={props.onRead}>
            {t('setup.reload')}
          </Button>
        )
      }
    >
      {notRead ? (
        <>
          <Problem trouble={props.trouble} onRetry={props.onRetry} />
          <Empty title={t('people.notRead')} icon={IconUsers}>
            <p>{t('people.notReadBody')}</p>
            <Button loading={props.reading} onClick={props.onRead}>
              {t('people.read')}
            </Button>
          </Empty>
        </>
      ) : (
        <DataTable
          label={t('people.table')}
          rows={props.clients}
          rowId={(client) => client.key}
          rowName={clientName}
          columns={columns}
          filters={filters}
          minWidth={992}
          trouble={props.trouble}
          onRetry={props.onRetry}
          empty={<Empty title={t('clients.none')} icon={IconUsers} />}
          totals={(shown) => ({
            tpsAr: <Money cents={shown.reduce((sum, row) => sum + (row.tps?.arCents ?? 0), 0)} />,
            qboAr: <Money cents={shown.reduce((sum, row) => sum + (row.qbo?.arCents ?? 0), 0)} />,
          })}
        />
      )}
      <ReasonDialog request={request} onClose={() => setRequest(null)} />
    </PageFrame>
  );
}
