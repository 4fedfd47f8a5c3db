import { useMemo } from 'react';
import { type PlanRow, VERBS } from '../../utils/views/views';
import { hasAmount } from '../ui/has-amount';
import { Money } from '../ui/Money';
import { NameCut } from '../ui/NameCut';
import type { Column, Filter } from '../ui/table/columns';
import { useWording } from '../ui/wording';

const TYPES = ['client', 'invoice', 'payment', 'adjustment', 'foreign'] as const;
const SIDES = ['qbo', 'tps'] as const;

/** Columns and filters of a plan. */
export function usePlanColumns(): { columns: Column<PlanRow>[]; filters: Filter<PlanRow>[] } {
  const { t, say } = useWording();
  return useMemo(() => {
    const columns: Column<PlanRow>[] = [
      {
        id: 'to',
        header: t('column.to'),
        value: (row) => t(`side.${row.to}`),
        track: '84px',
      },
      {
        id: 'verb',
        header: t('column.change'),
        value: (row) => t(`verb.${row.verb}`),
        track: '104px',
      },
      {
        id: 'type',
        header: t('column.type'),
        value: (row) => t(`type.${row.type}`),
        track: '84px',
      },
      { id: 'number', header: t('column.number'), value: (row) => row.number, track: '84px' },
      {
        id: 'client',
        header: t('column.client'),
        value: (row) => row.clientName,
        cell: (row) => <NameCut name={row.clientName} />,
        track: 'minmax(150px, 2fr)',
      },
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
        value: (row) => (hasAmount(row) ? row.amountCents : null),
        kind: 'money',
        track: '104px',
      },
      {
        id: 'why',
        header: t('column.why'),
        value: (row) => say(row.why),
        cell: (row) => <NameCut name={say(row.why)} sentence />,
        track: 'minmax(200px, 3fr)',
      },
    ];
    const filters: Filter<PlanRow>[] = [
      {
        id: 'to',
        label: t('preview.filterSide'),
        options: SIDES.map((side) => ({ value: side, label: t(`side.${side}`) })),
        matches: (row, side) => row.to === side,
      },
      {
        id: 'verb',
        label: t('preview.filterChange'),
        options: VERBS.map((verb) => ({ value: verb, label: t(`verb.${verb}`) })),
        matches: (row, verb) => row.verb === verb,
      },
      {
        id: 'type',
        label: t('preview.filterType'),
        options: TYPES.map((type) => ({ value: type, label: t(`type.${type}`) })),
        matches: (row, type) => row.type === type,
      },
    ];
    return { columns, filters };
  }, [t, say]);
}

/** Sum of what is shown. */
export function planTotals(rows: readonly PlanRow[]) {
  let total = 0;
  for (const row of rows) if (hasAmount(row)) total += row.amountCents;
  return { amount: <Money cents={total} /> };
}
