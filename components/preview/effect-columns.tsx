import { useMemo } from 'react';
import type { ClientEffect } from '../../utils/views/views';
import { Money } from '../ui/Money';
import { NameCut } from '../ui/NameCut';
import { StatusBadge } from '../ui/StatusBadge';
import type { Column, Filter } from '../ui/table/columns';
import { useWording } from '../ui/wording';

/** TPS minus QuickBooks once the plan is applied. */
export function apartAfter({ tps, qbo }: ClientEffect): number {
  return (tps?.afterCents ?? 0) - (qbo?.afterCents ?? 0);
}

/** Columns and filters of A/R before and after, by client. */
export function useEffectColumns(): {
  columns: Column<ClientEffect>[];
  filters: Filter<ClientEffect>[];
} {
  const { t } = useWording();
  return useMemo(() => {
    const money = (side: 'tps' | 'qbo', when: 'before' | 'after'): Column<ClientEffect> => ({
      id: `${side}${when === 'before' ? 'Before' : 'After'}`,
      header: t(`effects.${side}.${when}`),
      value: (effect) => effect[side]?.[`${when}Cents`] ?? null,
      kind: 'money',
      track: side === 'tps' ? '112px' : '148px',
    });
    const columns: Column<ClientEffect>[] = [
      {
        id: 'client',
        header: t('column.client'),
        value: (effect) => effect.name,
        cell: (effect) => <NameCut name={effect.name} />,
        track: 'minmax(160px, 2fr)',
      },
      {
        id: 'changes',
        header: t('effects.changes'),
        value: (effect) => effect.changes,
        kind: 'number',
        track: '84px',
      },
      money('tps', 'before'),
      money('tps', 'after'),
      money('qbo', 'before'),
      money('qbo', 'after'),
      {
        id: 'apart',
        header: t('effects.apart'),
        value: apartAfter,
        cell: (effect) =>
          apartAfter(effect) === 0 ? (
            <StatusBadge status="successful">{t('effects.equal')}</StatusBadge>
          ) : (
            <Money cents={apartAfter(effect)} signed />
          ),
        kind: 'money',
        track: '120px',
      },
    ];
    const filters: Filter<ClientEffect>[] = [
      {
        id: 'show',
        label: t('clients.filter'),
        options: [
          { value: 'changes', label: t('effects.filter.changes') },
          { value: 'apart', label: t('effects.filter.apart') },
        ],
        matches: (effect, show) =>
          show === 'changes' ? effect.changes > 0 : apartAfter(effect) !== 0,
      },
    ];
    return { columns, filters };
  }, [t]);
}
