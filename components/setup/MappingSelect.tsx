import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { MappingOption, MappingRow } from '../../utils/views/views';
import { useWording } from '../ui/wording';
import { filterOptions } from './filter-options';
import { placeOf, shownChoice } from './mappings';

const OPTIONS_SHOWN_MAX = 100;

/** Where one code, tax, account or method is booked on the other side. */
export function MappingSelect(props: {
  row: MappingRow;
  /** What the row is called on screen, where it is not its own name. */
  name?: string;
  options: readonly MappingOption[];
  onChoose: (toId: string | null) => void;
}) {
  const { t } = useWording();
  const { row, options } = props;
  const choices = useMemo(
    () =>
      options.map((option) => {
        const place = placeOf(option);
        const { rate } = option;
        const label = rate === undefined ? place : t('mapping.withRate', { name: place, rate });
        return { value: option.id, label };
      }),
    [options, t],
  );
  return (
    <Select
      aria-label={t('mapping.toFor', { name: props.name ?? row.name })}
      placeholder={t('mapping.choose')}
      nothingFoundMessage={t('clients.editNoMatch')}
      size="xs"
      style={{ width: '100%' }}
      styles={{ input: { fontSize: 13, textOverflow: 'ellipsis' } }}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      searchable
      clearable={!row.required}
      allowDeselect={false}
      data={choices}
      filter={filterOptions}
      limit={OPTIONS_SHOWN_MAX}
      value={shownChoice(row)}
      onChange={props.onChoose}
    />
  );
}
