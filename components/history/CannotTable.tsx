import { useMemo, useState } from 'react';
import type { PlanRow } from '../../utils/views/views';
import { Dialog } from '../ui/Dialog';
import { Empty } from '../ui/Empty';
import { NameCut } from '../ui/NameCut';
import type { Column } from '../ui/table/columns';
import { DataTable } from '../ui/table/DataTable';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';

/** What an undo leaves as it is, each with its reason; a row opens the reason in full. */
export function CannotTable(props: {
  rows: readonly PlanRow[] | null;
  trouble: Trouble | null;
  onRetry: () => void;
}) {
  const { t, say } = useWording();
  const columns = useCannotColumns();
  const [open, setOpen] = useState<PlanRow | null>(null);
  const name = (row: PlanRow) => `${t(`type.${row.type}`)} ${row.number || row.clientName}`;
  return (
    <>
      <DataTable
        label={t('undoing.cannotTable')}
        rows={props.rows}
        rowId={(row) => row.key}
        rowName={name}
        columns={columns}
        minWidth={976}
        trouble={props.trouble}
        onRetry={props.onRetry}
        onOpen={setOpen}
        empty={<Empty title={t('preview.empty')} />}
      />
      <Dialog opened={open !== null} title={open ? name(open) : ''} onClose={() => setOpen(null)}>
        <p>{open ? say(open.why) : null}</p>
      </Dialog>
    </>
  );
}

function useCannotColumns(): Column<PlanRow>[] {
  const { t, say } = useWording();
  return useMemo(
    () => [
      {
        id: 'type',
        header: t('column.type'),
        value: (row) => t(`type.${row.type}`),
        track: '84px',
      },
      { id: 'number', header: t('column.number'), value: (row) => row.number, track: '84px' },
      {
        id: 'why',
        header: t('undoing.why'),
        value: (row) => say(row.why),
        cell: (row) => <NameCut name={say(row.why)} sentence />,
        track: 'minmax(300px, 5fr)',
      },
      {
        id: 'client',
        header: t('column.client'),
        value: (row) => row.clientName,
        cell: (row) => <NameCut name={row.clientName} />,
        track: 'minmax(130px, 2fr)',
      },
      { id: 'to', header: t('column.to'), value: (row) => t(`side.${row.to}`), track: '92px' },
      {
        id: 'date',
        header: t('column.date'),
        value: (row) => row.date,
        kind: 'date',
        track: '96px',
      },
      {
        id: 'amount',
        header: t('column.amount'),
        value: (row) => (row.type === 'client' ? null : row.amountCents),
        kind: 'money',
        track: '104px',
      },
    ],
    [t, say],
  );
}
