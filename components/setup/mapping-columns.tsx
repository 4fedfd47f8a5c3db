import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { MappingRow, SetupView } from '../../utils/views/views';
import { Money } from '../ui/Money';
import { NameCut } from '../ui/NameCut';
import { type ShownEntryStatus, StatusBadge } from '../ui/StatusBadge';
import type { Column, Filter } from '../ui/table/columns';
import { useWording } from '../ui/wording';
import classes from './Mapping.module.css';
import { MappingSelect } from './MappingSelect';
import {
  branchOf,
  type MappingState,
  mappingState,
  optionsFor,
  placeOf,
  shownChoice,
} from './mappings';
import { useRateColumns } from './rate-columns';

/** How a state looks. */
export const STATE_LOOK: Record<MappingState, ShownEntryStatus> = {
  saved: 'successful',
  suggested: 'waiting',
  missing: 'failed',
  optional: 'skipped',
};

/** What differs between the mapping tables; a column is left out where all rows say the same. */
export interface MappingTable {
  kinds: boolean;
  sides: boolean;
  rates: boolean;
  /** A product that QuickBooks lacks can be created. */
  creates: boolean;
}

/** Columns and filters of a mapping table. */
export function useMappingColumns(
  targets: SetupView['targets'],
  shows: MappingTable,
  onChoose: (row: MappingRow, toId: string | null) => void,
  onCreate: (row: MappingRow) => void,
): { columns: Column<MappingRow>[]; filters: Filter<MappingRow>[] } {
  const { t, say } = useWording();
  const rates = useRateColumns(targets);
  return useMemo(() => {
    const stateText = (row: MappingRow) => {
      const state = mappingState(row);
      const word = t(`mapping.state.${state}`);
      // Of a tax the two rates say why.
      return state === 'suggested' && row.why && !shows.rates
        ? t('mapping.stateWhy', { state: word, why: say(row.why) })
        : word;
    };
    const kind: Column<MappingRow> = {
      id: 'kind',
      header: t('mapping.kind'),
      value: (row) => t(`mapping.kind.${row.kind}`),
      track: '120px',
    };
    const side: Column<MappingRow> = {
      id: 'from',
      header: t('mapping.from'),
      value: (row) => t(`side.${row.from}`),
      track: '84px',
    };
    const documents: Column<MappingRow> = {
      id: 'documents',
      header: t('mapping.documentsHead'),
      value: (row) => (row.used.count === 0 ? null : row.used.count),
      kind: 'number',
      track: '84px',
    };
    const create: Column<MappingRow> = {
      id: 'create',
      header: '',
      controls: true,
      value: () => null,
      cell: (row) =>
        row.from === 'tps' && row.chosenId === null ? (
          <Button
            size="compact-sm"
            variant="subtle"
            px={6}
            aria-label={t('newItem.newFor', { code: row.name })}
            onClick={() => onCreate(row)}
          >
            {t('newItem.new')}
          </Button>
        ) : null,
      track: '92px',
    };
    const columns: Column<MappingRow>[] = [
      ...(shows.kinds ? [kind] : []),
      {
        id: 'name',
        header: t('mapping.name'),
        value: placeOf,
        cell: (row) => <PlacedName row={row} />,
        track: shows.rates ? 'minmax(110px, 1fr)' : 'minmax(150px, 2fr)',
      },
      ...(shows.sides ? [side] : []),
      {
        id: 'waits',
        header: t('mapping.waits'),
        value: (row) => row.used.amountCents,
        cell: (row) => (row.used.count === 0 ? null : <Money cents={row.used.amountCents} />),
        kind: 'money',
        track: '96px',
      },
      ...(shows.rates ? [rates.tps] : [documents]),
      {
        id: 'to',
        header: t('mapping.to'),
        value: (row) =>
          optionsFor(row, targets).find((option) => option.id === shownChoice(row))?.name ?? '',
        cell: (row) => (
          <MappingSelect
            row={row}
            options={optionsFor(row, targets)}
            onChoose={(toId) => onChoose(row, toId)}
          />
        ),
        track: shows.rates ? 'minmax(180px, 2fr)' : 'minmax(200px, 2fr)',
      },
      ...(shows.rates ? [rates.qbo, rates.compared] : []),
      ...(shows.creates ? [create] : []),
      {
        id: 'state',
        header: t('mapping.state'),
        value: stateText,
        cell: (row) => (
          <StatusBadge status={STATE_LOOK[mappingState(row)]}>{stateText(row)}</StatusBadge>
        ),
        track: shows.rates ? '104px' : '190px',
      },
    ];
    const filters: Filter<MappingRow>[] = [
      {
        id: 'state',
        label: t('mapping.state'),
        options: [
          { value: 'open', label: t('mapping.filter.open') },
          { value: 'waits', label: t('mapping.filter.waits') },
          { value: 'missing', label: t('mapping.state.missing') },
        ],
        matches: (row, state) => {
          if (state === 'open') return mappingState(row) !== 'saved';
          return state === 'waits' ? row.required : mappingState(row) === state;
        },
      },
    ];
    return { columns, filters };
  }, [
    t,
    say,
    targets,
    shows.kinds,
    shows.sides,
    shows.rates,
    shows.creates,
    onChoose,
    onCreate,
    rates,
  ]);
}

/** The name, and more quietly where it stands in its tree. */
function PlacedName({ row }: { row: MappingRow }) {
  const place = branchOf(row);
  return (
    <>
      <NameCut name={row.name} />
      {place === '' ? null : (
        <span className={classes.place} title={placeOf(row)}>
          {place}
        </span>
      )}
    </>
  );
}
