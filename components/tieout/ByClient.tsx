import { useMemo } from 'react';
import type { TieOutView } from '../../utils/messages/views';
import type { Phrase } from '../../utils/wording/phrase';
import { Empty } from '../ui/Empty';
import { Money } from '../ui/Money';
import { NameCut } from '../ui/NameCut';
import type { Column } from '../ui/table/columns';
import { DataTable } from '../ui/table/DataTable';
import { useWording } from '../ui/wording';
import classes from './TieOut.module.css';

interface ClientDifference {
  key: string;
  name: string;
  cause: Phrase;
  differenceCents: number;
}

function byClient(tieOut: TieOutView): ClientDifference[] {
  return tieOut.named.flatMap((named, index) =>
    named.clients.map((client, place) => ({
      key: `${index} ${place}`,
      name: client.name,
      cause: named.cause,
      differenceCents: client.differenceCents,
    })),
  );
}

/** Every named difference of every client. */
export function ByClient({ tieOut }: { tieOut: TieOutView }) {
  const { t, say } = useWording();
  const rows = useMemo(() => byClient(tieOut), [tieOut]);
  const columns = useMemo<Column<ClientDifference>[]>(
    () => [
      {
        id: 'client',
        header: t('column.client'),
        value: (row) => row.name,
        cell: (row) => <NameCut name={row.name} />,
        track: 'minmax(180px, 2fr)',
      },
      {
        id: 'cause',
        header: t('tie.cause'),
        value: (row) => say(row.cause),
        cell: (row) => <NameCut name={say(row.cause)} sentence />,
        track: 'minmax(200px, 3fr)',
      },
      {
        id: 'amount',
        header: t('tie.difference'),
        value: (row) => row.differenceCents,
        cell: (row) => <Money cents={row.differenceCents} signed />,
        kind: 'money',
        track: '128px',
      },
    ],
    [t, say],
  );
  if (rows.length === 0) return null;
  return (
    <section className={classes.section} aria-label={t('tie.byClient')} style={{ height: 480 }}>
      <h2>{t('tie.byClient')}</h2>
      <DataTable
        label={t('tie.byClient')}
        rows={rows}
        rowId={(row) => row.key}
        rowName={(row) => row.name}
        columns={columns}
        minWidth={560}
        empty={<Empty title={t('tie.noClients')} />}
        totals={(shown) => ({
          amount: <Money cents={shown.reduce((sum, row) => sum + row.differenceCents, 0)} signed />,
        })}
      />
    </section>
  );
}
