import { useMemo } from 'react';
import type { OffsetView, TieOutView } from '../../utils/messages/views';
import { Empty } from '../ui/Empty';
import { Money } from '../ui/Money';
import { NameCut } from '../ui/NameCut';
import type { Column } from '../ui/table/columns';
import { DataTable } from '../ui/table/DataTable';
import { useWording } from '../ui/wording';
import classes from './TieOut.module.css';

const ROW = 36;
/** Head, total and the search line above them. */
const FRAME = 132;
const HEIGHT_MAX = 480;

/** Documents that stand differently in the two books while the sums agree. */
export function Offsets({ tieOut }: { tieOut: TieOutView }) {
  const { t, say } = useWording();
  const { offsets: rows = [], offsetsLeftOut = 0 } = tieOut;
  const columns = useMemo<Column<OffsetView & { key: string }>[]>(
    () => [
      {
        id: 'client',
        header: t('column.client'),
        value: (row) => row.clientName,
        cell: (row) => <NameCut name={row.clientName} />,
        track: 'minmax(160px, 2fr)',
      },
      {
        id: 'document',
        header: t('tie.document'),
        value: (row) => `${t(`type.${row.type}`)} ${row.number}`,
        cell: (row) => <NameCut name={`${t(`type.${row.type}`)} ${row.number}`} />,
        track: 'minmax(140px, 1.5fr)',
      },
      {
        id: 'cause',
        header: t('tie.cause'),
        value: (row) => say(row.cause),
        cell: (row) => <NameCut name={say(row.cause)} sentence />,
        track: 'minmax(200px, 3fr)',
      },
      ...(['tps', 'qbo'] as const).map((side): Column<OffsetView & { key: string }> => {
        const open = side === 'tps' ? 'tpsCents' : 'qboCents';
        return {
          id: side,
          header: t('tie.openIn', { system: t(`side.${side}`) }),
          value: (row) => row[open],
          cell: (row) => <Money cents={row[open]} />,
          kind: 'money',
          track: '136px',
        };
      }),
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
  const keyed = useMemo(() => rows.map((row, at) => ({ ...row, key: String(at) })), [rows]);
  if (rows.length === 0) return null;
  const height = Math.min(HEIGHT_MAX, FRAME + rows.length * ROW);
  return (
    <>
      <section className={classes.section} aria-label={t('tie.offsets')} style={{ height }}>
        <h2>{t('tie.offsets')}</h2>
        <p className={classes.lead}>{t('tie.offsetsBody')}</p>
        <DataTable
          label={t('tie.offsets')}
          rows={keyed}
          rowId={(row) => row.key}
          rowName={(row) => `${row.clientName} ${row.number}`}
          columns={columns}
          minWidth={920}
          empty={<Empty title={t('tie.noClients')} />}
          totals={(shown) => ({
            amount: (
              <Money cents={shown.reduce((sum, row) => sum + row.differenceCents, 0)} signed />
            ),
          })}
        />
      </section>
      {offsetsLeftOut > 0 ? <p>{t('tie.offsetsMore', { count: offsetsLeftOut })}</p> : null}
    </>
  );
}
