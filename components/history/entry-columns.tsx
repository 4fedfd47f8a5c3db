import { useMemo } from 'react';
import type { EntryRow } from '../../utils/views/views';
import { hasAmount } from '../ui/has-amount';
import { Money } from '../ui/Money';
import { NameCut } from '../ui/NameCut';
import { type ShownEntryStatus, StatusBadge } from '../ui/StatusBadge';
import type { Column, Filter } from '../ui/table/columns';
import { useWording } from '../ui/wording';

const STATUSES = [
  'successful',
  'warning',
  'failed',
  'conflict',
  'waiting',
  'skipped',
  'ignored',
] as const;

/** What is shown as the status: a removed entry is ignored, whatever it was before. */
export function shownStatus(entry: EntryRow): ShownEntryStatus {
  return entry.ignored ? 'ignored' : entry.status;
}

/** Columns and filters of history entries. */
export function useEntryColumns(initialStatus: string): {
  columns: Column<EntryRow>[];
  filters: Filter<EntryRow>[];
} {
  const { t, say, dateTime } = useWording();
  return useMemo(() => {
    const columns: Column<EntryRow>[] = [
      {
        id: 'status',
        header: t('column.status'),
        value: (row) => t(`status.${shownStatus(row)}`),
        cell: (row) => <StatusBadge status={shownStatus(row)} />,
        track: '100px',
      },
      {
        id: 'change',
        header: t('column.change'),
        value: (row) => `${t(`verb.${row.verb}`)}, ${t(`type.${row.type}`)}`,
        track: '116px',
      },
      { id: 'to', header: t('column.to'), value: (row) => t(`side.${row.to}`), track: '80px' },
      { id: 'number', header: t('column.number'), value: (row) => row.number, track: '76px' },
      {
        id: 'client',
        header: t('column.client'),
        value: (row) => row.clientName,
        cell: (row) => <NameCut name={row.clientName} />,
        track: 'minmax(116px, 2fr)',
      },
      {
        id: 'amount',
        header: t('column.amount'),
        value: (row) => (hasAmount(row) ? row.amountCents : null),
        kind: 'money',
        track: '96px',
      },
      {
        id: 'message',
        header: t('column.message'),
        value: (row) => say(row.message),
        cell: (row) => <NameCut name={say(row.message)} sentence />,
        track: 'minmax(220px, 3fr)',
      },
      {
        id: 'date',
        header: t('column.date'),
        value: (row) => row.date,
        kind: 'date',
        track: '96px',
      },
      {
        id: 'at',
        header: t('history.when'),
        value: (row) => row.at,
        cell: (row) => <span className="lb-num">{dateTime(row.at)}</span>,
        track: '168px',
      },
    ];
    const filters: Filter<EntryRow>[] = [
      {
        id: 'status',
        label: t('history.filterStatus'),
        options: STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) })),
        matches: (row, status) => shownStatus(row) === status,
        initial: initialStatus,
      },
    ];
    return { columns, filters };
  }, [t, say, dateTime, initialStatus]);
}

/** Sum of what is shown. */
export function entryTotals(rows: readonly EntryRow[]) {
  let total = 0;
  for (const row of rows) if (hasAmount(row)) total += row.amountCents;
  return { amount: <Money cents={total} /> };
}
