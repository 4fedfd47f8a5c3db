import { useMemo } from 'react';
import type { OpenDocument, OpenDocumentFate } from '../../utils/views/views';
import { NameCut } from '../ui/NameCut';
import { type ShownEntryStatus, StatusBadge } from '../ui/StatusBadge';
import type { Column, Filter } from '../ui/table/columns';
import { useWording } from '../ui/wording';

const LOOK: Record<OpenDocumentFate, ShownEntryStatus> = {
  linked: 'successful',
  created: 'waiting',
  clash: 'conflict',
  waits: 'warning',
  leftOut: 'ignored',
};

const FATES = ['linked', 'created', 'clash', 'waits', 'leftOut'] as const;
const TYPES = ['invoice', 'payment', 'adjustment'] as const;

/** Columns and filters of the open documents. */
export function useDocumentColumns(): {
  columns: Column<OpenDocument>[];
  filters: Filter<OpenDocument>[];
} {
  const { t, say } = useWording();
  return useMemo(() => {
    const columns: Column<OpenDocument>[] = [
      {
        id: 'fate',
        header: t('documents.fate'),
        value: (row) => t(`documents.fate.${row.fate}`),
        cell: (row) => (
          <StatusBadge status={LOOK[row.fate]}>{t(`documents.fate.${row.fate}`)}</StatusBadge>
        ),
        track: '132px',
      },
      {
        id: 'side',
        header: t('documents.side'),
        value: (row) => (row.twin ? t('documents.both') : t(`side.${row.side}`)),
        track: '88px',
      },
      {
        id: 'type',
        header: t('column.type'),
        value: (row) => t(`type.${row.type}`),
        track: '88px',
      },
      { id: 'number', header: t('column.number'), value: (row) => row.number, track: '92px' },
      {
        id: 'client',
        header: t('column.client'),
        value: (row) => row.clientName,
        cell: (row) => <NameCut name={row.clientName} />,
        track: 'minmax(140px, 2fr)',
      },
      {
        id: 'date',
        header: t('column.date'),
        value: (row) => row.date,
        kind: 'date',
        track: '92px',
      },
      {
        id: 'amount',
        header: t('column.amount'),
        value: (row) => row.amountCents,
        kind: 'money',
        track: '100px',
      },
      {
        id: 'why',
        header: t('column.why'),
        value: (row) => say(row.why),
        cell: (row) => <NameCut name={say(row.why)} sentence />,
        track: 'minmax(180px, 3fr)',
      },
    ];
    const filters: Filter<OpenDocument>[] = [
      {
        id: 'fate',
        label: t('documents.fate'),
        options: FATES.map((fate) => ({ value: fate, label: t(`documents.fate.${fate}`) })),
        matches: (row, fate) => row.fate === fate,
      },
      {
        id: 'type',
        label: t('column.type'),
        options: TYPES.map((type) => ({ value: type, label: t(`type.${type}`) })),
        matches: (row, type) => row.type === type,
      },
    ];
    return { columns, filters };
  }, [t, say]);
}
