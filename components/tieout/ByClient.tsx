import { useMemo } from 'react';
import type { TieOutView } from '../../utils/views/views';
import { Empty } from '../ui/Empty';
import { DataTable } from '../ui/table/DataTable';
import { useWording } from '../ui/wording';
import { type Difference, differenceTotals, useDifferenceColumns } from './difference-columns';
import classes from './TieOut.module.css';

function byClient(tieOut: TieOutView): Difference[] {
  return tieOut.named.flatMap((named, index) =>
    named.clients.map((client, place) => ({
      key: `${index} ${place}`,
      clientName: client.name,
      cause: named.cause,
      differenceCents: client.differenceCents,
    })),
  );
}

/** Every named difference of every client. */
export function ByClient({ tieOut }: { tieOut: TieOutView }) {
  const { t } = useWording();
  const rows = useMemo(() => byClient(tieOut), [tieOut]);
  const { client, cause, amount } = useDifferenceColumns();
  const columns = useMemo(() => [client, cause, amount], [client, cause, amount]);
  if (rows.length === 0) return null;
  return (
    <section className={classes.section} aria-label={t('tie.byClient')} style={{ height: 480 }}>
      <h2>{t('tie.byClient')}</h2>
      <DataTable
        label={t('tie.byClient')}
        rows={rows}
        rowId={(row) => row.key}
        rowName={(row) => row.clientName}
        columns={columns}
        minWidth={560}
        empty={<Empty title={t('tie.noClients')} />}
        totals={differenceTotals}
      />
    </section>
  );
}
