import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useId, useRef } from 'react';
import { useWording } from '../wording';
import type { Filter } from './columns';
import classes from './DataTable.module.css';
import { useSlash } from './use-slash';

interface ToolbarProps<Row> {
  search: string;
  onSearch: (text: string) => void;
  filters: readonly Filter<Row>[];
  chosen: Readonly<Record<string, string>>;
  onChoose: (id: string, value: string) => void;
  shown: number;
  total: number;
  onDownload: () => void;
  children?: ReactNode;
}

/** Search, filters, how many rows are shown, and the way out as CSV. */
export function Toolbar<Row>(props: ToolbarProps<Row>) {
  const { t } = useWording();
  const field = useRef<HTMLInputElement>(null);
  useSlash(field);
  return (
    <div className={classes.toolbar}>
      <TextInput
        ref={field}
        className={classes.search ?? ''}
        type="search"
        aria-label={t('table.search')}
        aria-keyshortcuts="/"
        placeholder={t('table.searchHint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={props.search}
        onChange={(event) => props.onSearch(event.currentTarget.value)}
      />
      {props.filters.map((filter) => (
        <FilterField
          key={filter.id}
          filter={filter}
          value={props.chosen[filter.id] ?? ''}
          onChoose={(value) => props.onChoose(filter.id, value)}
        />
      ))}
      <span className={classes.spacer} />
      {props.children}
      <span className={`lb-num ${classes.shown}`} role="status">
        {props.shown === props.total
          ? t('table.all', { total: props.total })
          : t('table.shown', { shown: props.shown, total: props.total })}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t('table.download')}
        title={t('table.download')}
        onClick={props.onDownload}
      >
        <IconDownload size={18} stroke={1.8} aria-hidden />
      </ActionIcon>
    </div>
  );
}

function FilterField<Row>(props: {
  filter: Filter<Row>;
  value: string;
  onChoose: (value: string) => void;
}) {
  const { t } = useWording();
  const id = useId();
  return (
    <span className={classes.filter}>
      <label htmlFor={id}>{props.filter.label}</label>
      <NativeSelect
        id={id}
        value={props.value}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
        data={[{ value: '', label: t('table.any') }, ...props.filter.options]}
      />
    </span>
  );
}
