import { useMemo } from 'react';
import type { MappingRow, SetupView } from '../../utils/messages/views';
import { Money } from '../ui/Money';
import { NameCut } from '../ui/NameCut';
import { type ShownEntryStatus, StatusBadge } from '../ui/StatusBadge';
import type { Column, Filter } from '../ui/table/columns';
import { useWording } from '../ui/wording';
import { MappingSelect } from './MappingSelect';
import { type MappingState, mappingState, shownChoice } from './mappings';

const LOOK: Record<MappingState, ShownEntryStatus> = {
  saved: 'successful',
  suggested: 'waiting',
  missing: 'failed',
  optional: 'skipped',
};

/** Columns and filters of a mapping table; kind, side and rate only where rows differ in them. */
export function useMappingColumns(
  targets: SetupView['targets'],
  shows: { kinds: boolean; sides: boolean; rates: boolean },
  onChoose: (row: MappingRow, toId: string | null) => void,
): { columns: Column<MappingRow>[]; filters: Filter<MappingRow>[] } {
  const { t, say } = useWording();
  return useMemo(() => {
    const optionsOf = (row: MappingRow) => targets[row.kind][row.from === 'tps' ? 'qbo' : 'tps'];
    const rate: Column<MappingRow> = {
      id: 'rate',
      header: t('mapping.rate'),
      value: (row) => (row.rate === null ? null : Number(row.rate)),
      cell: (row) =>
        row.rate === null ? null : (
          <span className="lb-num">{t('mapping.ratePercent', { rate: row.rate })}</span>
        ),
      kind: 'number',
      track: '80px',
    };
    const kind: Column<MappingRow> = {
      id: 'kind',
      header: t('mapping.kind'),
      value: (row) => t(`mapping.kind.${row.kind}`),
      track: '136px',
    };
    const side: Column<MappingRow> = {
      id: 'from',
      header: t('mapping.from'),
      value: (row) => t(`side.${row.from}`),
      track: '84px',
    };
    const columns: Column<MappingRow>[] = [
      ...(shows.kinds ? [kind] : []),
      {
        id: 'name',
        header: t('mapping.name'),
        value: (row) => `${row.path} ${row.name}`.trim(),
        cell: (row) => <NameCut name={row.path ? `${row.path} > ${row.name}` : row.name} />,
        track: 'minmax(180px, 2fr)',
      },
      ...(shows.sides ? [side] : []),
      ...(shows.rates ? [rate] : []),
      {
        id: 'waits',
        header: t('mapping.waits'),
        value: (row) => row.used.amountCents,
        cell: (row) => (row.used.count === 0 ? null : <Money cents={row.used.amountCents} />),
        kind: 'money',
        track: '100px',
      },
      {
        id: 'documents',
        header: '',
        controls: true,
        value: () => null,
        cell: (row) => (
          <span className="lb-num lb-quiet">
            {t('mapping.documents', { count: row.used.count })}
          </span>
        ),
        track: '100px',
      },
      {
        id: 'to',
        header: t('mapping.to'),
        value: (row) => optionsOf(row).find((option) => option.id === shownChoice(row))?.name ?? '',
        cell: (row) => (
          <MappingSelect
            row={row}
            options={optionsOf(row)}
            onChoose={(toId) => onChoose(row, toId)}
          />
        ),
        track: 'minmax(220px, 2fr)',
      },
      {
        id: 'state',
        header: t('mapping.state'),
        value: (row) => t(`mapping.state.${mappingState(row)}`),
        cell: (row) => (
          <StatusBadge status={LOOK[mappingState(row)]}>
            <span title={row.why && mappingState(row) === 'suggested' ? say(row.why) : undefined}>
              {t(`mapping.state.${mappingState(row)}`)}
            </span>
          </StatusBadge>
        ),
        track: '108px',
      },
    ];
    const filters: Filter<MappingRow>[] = [
      {
        id: 'state',
        label: t('mapping.state'),
        options: [
          { value: 'open', label: t('mapping.filter.open') },
          { value: 'missing', label: t('mapping.state.missing') },
        ],
        matches: (row, state) =>
          state === 'open' ? mappingState(row) !== 'saved' : mappingState(row) === state,
      },
    ];
    return { columns, filters };
  }, [t, say, targets, shows.kinds, shows.sides, shows.rates, onChoose]);
}
