import { useMemo } from 'react';
import type { OffsetView, TieOutView } from '../../utils/views/views';
import { Empty } from '../ui/Empty';
import { Money } from '../ui/Money';
import { NameCut } from '../ui/NameCut';
import type { Column } from '../ui/table/columns';
import { DataTable } from '../ui/table/DataTable';
import { useWording } from '../ui/wording';
import { type Difference, differenceTotals, useDifferenceColumns } from './difference-columns';
import classes from './TieOut.module.css';

const ROW = 36;
/** Heading, sentence, search line, head and total. */
const FRAME = 204;
const HEIGHT_MAX = 480;

interface Row extends Difference, OffsetView {
  differenceCents: OffsetView['differenceCents'];
}

/** Documents that stand differently in the two books while the sums agree. */
export function Offsets({ tieOut }: { tieOut: TieOutView }) {
  const { t } = useWording();
  const { offsets = [], offsetsLeftOut = 0 } = tieOut;
  const rows = useMemo(
    () => offsets.map((offset, at): Row => ({ ...offset, key: String(at) })),
    [offsets],
  );
  const { client, cause, amount } = useDifferenceColumns();
  const columns = useMemo<Column<Row>[]>(() => {
    const nameOf = (row: Row) => `${t(`type.${row.type}`)} ${row.number}`;
    const document: Column<Row> = {
      id: 'document',
      header: t('tie.document'),
      value: nameOf,
      cell: (row) => <NameCut name={nameOf(row)} />,
      track: 'minmax(140px, 1.5fr)',
    };
    const openIn = (side: 'tps' | 'qbo'): Column<Row> => {
      const open = side === 'tps' ? 'tpsCents' : 'qboCents';
      return {
        id: side,
        header: t('tie.openIn', { system: t(`side.${side}`) }),
        value: (row) => row[open],
        cell: (row) => <Money cents={row[open]} />,
        kind: 'money',
        track: '136px',
      };
    };
    return [client, document, cause, openIn('tps'), openIn('qbo'), amount];
  }, [t, client, cause, amount]);
  if (rows.length === 0) return null;
  const height = Math.min(HEIGHT_MAX, FRAME + rows.length * ROW);
  return (
    <>
      <section className={classes.section} aria-label={t('tie.offsets')} style={{ height }}>
        <h2>{t('tie.offsets')}</h2>
        <p className={classes.lead}>{t('tie.offsetsBody')}</p>
        <DataTable
          label={t('tie.offsets')}
          rows={rows}
          rowId={(row) => row.key}
          rowName={(row) => `${row.clientName} ${row.number}`}
          columns={columns}
          minWidth={920}
          empty={<Empty title={t('tie.noClients')} />}
          totals={differenceTotals}
        />
      </section>
      {offsetsLeftOut > 0 ? <p>{t('tie.offsetsMore', { count: offsetsLeftOut })}</p> : null}
    </>
  );
}
