import { Button } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { type CSSProperties, type ReactNode, useEffect, useMemo, useState } from 'react';
import { Empty } from '../Empty';
import { Problem } from '../Problem';
import type { Trouble } from '../trouble';
import { useWording } from '../wording';
import { Body, SkeletonRows } from './Body';
import { type Column, type Filter, isNumeric } from './columns';
import { download, toCsv } from './csv';
import classes from './DataTable.module.css';
import { Head } from './Head';
import { Toolbar } from './Toolbar';
import { useDataTable } from './use-data-table';

/** A table of any length. Columns and filters should be memoised by the caller. */
export interface DataTableProps<Row> {
  /** Accessible name. */
  label: string;
  /** Null while they are on the way. */
  rows: readonly Row[] | null;
  rowId: (row: Row) => string;
  rowName: (row: Row) => string;
  columns: readonly Column<Row>[];
  filters?: readonly Filter<Row>[];
  initialSort?: { id: string; desc: boolean };
  /** Below this width the table scrolls sideways inside its own frame. */
  minWidth: number;
  empty: ReactNode;
  trouble?: Trouble | null;
  onRetry?: () => void;
  /** A click or Enter on a row. */
  onOpen?: (row: Row) => void;
  /** Makes rows selectable; gets the selected rows that are shown. */
  onSelect?: (rows: readonly Row[]) => void;
  /** Beside the search: buttons that act on the table. */
  tools?: ReactNode;
  /** Totals of the columns over the rows that are shown. */
  totals?: (rows: readonly Row[]) => Readonly<Record<string, ReactNode>>;
}

const CHECK_TRACK = '24px ';
const NO_ROWS: readonly never[] = [];

/** Sortable, searchable, filterable table with sticky header and total row. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { t } = useWording();
  // State, not a ref: the rows are drawn in the same turn and must see the part that scrolls.
  const [scroll, setScroll] = useState<HTMLDivElement | null>(null);
  const { columns, filters, label, onSelect } = props;
  const rows = props.rows ?? NO_ROWS;
  const selectable = onSelect !== undefined;
  const state = useDataTable({ ...props, rows, filters, initialSort: props.initialSort });
  const { table, shown } = state;

  const selection = table.getState().rowSelection;
  const selected = useMemo(
    () => shown.filter((row) => selection[row.id]).map((row) => row.original),
    [shown, selection],
  );
  useEffect(() => onSelect?.(selected), [onSelect, selected]);

  const tracks = columns.map((column) => column.track).join(' ');
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--lb-tracks': selectable ? CHECK_TRACK + tracks : tracks,
    '--lb-table-width': `${props.minWidth}px`,
  };
  const loading = props.rows === null;
  const totals = props.totals?.(shown.map((row) => row.original));
  return (
    <div className={classes.wrap}>
      <Toolbar
        search={state.search}
        onSearch={state.setSearch}
        filters={filters ?? NO_ROWS}
        chosen={state.chosen}
        onChoose={state.choose}
        shown={shown.length}
        total={rows.length}
        onDownload={() =>
          download(
            toCsv(
              columns,
              shown.map((row) => row.original),
            ),
            `${label}.csv`,
          )
        }
      >
        {props.tools}
      </Toolbar>
      {props.trouble ? <Problem trouble={props.trouble} onRetry={props.onRetry} /> : null}
      <div
        className={classes.scroll}
        ref={setScroll}
        style={style}
        tabIndex={shown.length > 0 ? -1 : 0}
      >
        {/* biome-ignore-start lint/a11y/useSemanticElements: rows are virtual, so this is an ARIA grid */}
        {/* biome-ignore-start lint/a11y/useFocusableInteractive: its rows take the focus */}
        <div
          className={classes.grid}
          role="grid"
          aria-label={label}
          aria-rowcount={shown.length + 1}
          aria-busy={loading}
          aria-multiselectable={selectable || undefined}
        >
          <div role="rowgroup" style={{ display: 'contents' }}>
            <Head table={table} columns={columns} selectable={selectable} />
          </div>
          {loading && !props.trouble ? <SkeletonRows columns={columns.length} /> : null}
          {shown.length > 0 ? (
            <Body
              rows={shown}
              columns={columns}
              scroll={scroll}
              selectable={selectable}
              rowName={props.rowName}
              onOpen={props.onOpen}
            />
          ) : null}
          {totals && shown.length > 0 ? (
            <div role="rowgroup" style={{ display: 'contents' }}>
              <div className={classes.foot} role="row" aria-rowindex={shown.length + 2}>
                {selectable ? <div role="gridcell" /> : null}
                {columns.map((column, index) => (
                  <div
                    key={column.id}
                    role="gridcell"
                    className={`${classes.cell} ${isNumeric(column) ? classes.numeric : ''}`}
                  >
                    {totals[column.id] ?? (index === 0 ? t('table.total') : null)}
                  </div>
                ))}
              </div>
            </div>
          ) : null}
        </div>
        {/* biome-ignore-end lint/a11y/useFocusableInteractive: see above */}
        {/* biome-ignore-end lint/a11y/useSemanticElements: see above */}
        {!loading && shown.length === 0 ? (
          <div className={classes.state}>
            {rows.length === 0 ? (
              props.empty
            ) : (
              <Empty title={t('table.noMatch')} icon={IconSearchOff}>
                <Button variant="default" onClick={state.showAll}>
                  {t('table.showAll')}
                </Button>
              </Empty>
            )}
          </div>
        ) : null}
      </div>
    </div>
  );
}
