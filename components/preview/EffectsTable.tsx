import { IconUsers } from '@tabler/icons-react';
import type { ClientEffect } from '../../utils/views/views';
import { Empty } from '../ui/Empty';
import { Money } from '../ui/Money';
import { DataTable } from '../ui/table/DataTable';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';
import { apartAfter, useEffectColumns } from './effect-columns';

/** A/R of each client in both books, before and after the plan. */
export function EffectsTable(props: {
  effects: readonly ClientEffect[] | null;
  trouble: Trouble | null;
  onRetry: () => void;
}) {
  const { t } = useWording();
  const { columns, filters } = useEffectColumns();
  return (
    <DataTable<ClientEffect>
      label={t('effects.table')}
      rows={props.effects}
      rowId={(effect) => effect.key}
      rowName={(effect) => effect.name}
      columns={columns}
      filters={filters}
      minWidth={960}
      trouble={props.trouble}
      onRetry={props.onRetry}
      empty={<Empty title={t('effects.none')} icon={IconUsers} />}
      totals={(shown) => {
        const sum = (of: (effect: ClientEffect) => number) => (
          <Money cents={shown.reduce((total, effect) => total + of(effect), 0)} />
        );
        return {
          tpsBefore: sum(({ tps }) => tps?.beforeCents ?? 0),
          tpsAfter: sum(({ tps }) => tps?.afterCents ?? 0),
          qboBefore: sum(({ qbo }) => qbo?.beforeCents ?? 0),
          qboAfter: sum(({ qbo }) => qbo?.afterCents ?? 0),
          apart: (
            <Money cents={shown.reduce((total, effect) => total + apartAfter(effect), 0)} signed />
          ),
        };
      }}
    />
  );
}
