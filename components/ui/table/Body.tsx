import { Skeleton } from '@mantine/core';
import type { Row as TableRow } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { Money } from '../Money';
import { useWording } from '../wording';
import { type Column, isNumeric } from './columns';
import classes from './DataTable.module.css';
import { useRowKeys } from './use-row-keys';

const ROW_PX = 36;
const SKELETON_ROWS = 8;

interface BodyProps<Row> {
  rows: readonly TableRow<Row>[];
  columns: readonly Column<Row>[];
  scroll: HTMLDivElement | null;
  selectable: boolean;
  rowName: (row: Row) => string;
  onOpen: ((row: Row) => void) | undefined;
}

/** Only the rows in sight are drawn; arrows walk over all of them. */
export function Body<Row>(props: BodyProps<Row>) {
  const { t } = useWording();
  const { rows, columns, onOpen } = props;
  const lines = useRef(new Map<number, HTMLDivElement>());
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => props.scroll,
    estimateSize: () => ROW_PX,
    overscan: 12,
    // The sticky header and total row cover one row each.
    scrollPaddingStart: ROW_PX,
    scrollPaddingEnd: ROW_PX * 2,
  });
  const at = (index: number) => rows[index];
  const { active, setActive, onKeyDown } = useRowKeys({
    count: rows.length,
    scrollTo: (index) => virtual.scrollToIndex(index),
    focusRow: (index) =>
      requestAnimationFrame(() => {
        requestAnimationFrame(() => lines.current.get(index)?.focus({ preventScroll: true }));
      }),
    onOpen: onOpen
      ? (index) => {
          const row = at(index);
          if (row) onOpen(row.original);
        }
      : undefined,
    onToggle: props.selectable ? (index) => at(index)?.toggleSelected() : undefined,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const reachable = active >= first && active <= last ? active : first;
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: rows are virtual, so this is an ARIA grid
    // biome-ignore-start lint/a11y/useFocusableInteractive: the row takes the focus, not its cells
    <div className={classes.body} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
      {items.map((item) => {
        const row = at(item.index);
        if (!row) return null;
        return (
          <div
            key={row.id}
            ref={(line) => {
              if (line) lines.current.set(item.index, line);
              else lines.current.delete(item.index);
            }}
            role="row"
            className={classes.row}
            style={{ transform: `translateY(${item.start}px)` }}
            tabIndex={item.index === reachable ? 0 : -1}
            aria-rowindex={item.index + 2}
            aria-selected={props.selectable ? row.getIsSelected() : undefined}
            data-opens={onOpen ? true : undefined}
            onFocus={() => setActive(item.index)}
            onKeyDown={(event) => onKeyDown(event, item.index)}
            onClick={(event) => {
              if (!onOpen || !(event.target instanceof Element)) return;
              if (event.target.closest('button, a, input, label')) return;
              onOpen(row.original);
            }}
          >
            {props.selectable ? (
              <div role="gridcell">
                <label className={classes.check}>
                  <input
                    type="checkbox"
                    aria-label={t('table.select', { name: props.rowName(row.original) })}
                    checked={row.getIsSelected()}
                    onChange={row.getToggleSelectedHandler()}
                    tabIndex={item.index === reachable ? 0 : -1}
                  />
                </label>
              </div>
            ) : null}
            {columns.map((column) => (
              <div key={column.id} role="gridcell" className={cellClass(column)}>
                <Cell column={column} row={row.original} />
              </div>
            ))}
          </div>
        );
      })}
    </div>
    // biome-ignore-end lint/a11y/useFocusableInteractive: see above
    // biome-ignore-end lint/a11y/useSemanticElements: see above
  );
}

function cellClass<Row>(column: Column<Row>): string {
  const kind = isNumeric(column) ? classes.numeric : column.kind === 'date' ? classes.date : '';
  return `${classes.cell} ${kind}`;
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { date, count } = useWording();
  if (column.cell) return column.cell(row);
  const value = column.value(row);
  if (value === null || value === '') return null;
  if (column.kind === 'money' && typeof value === 'number') return <Money cents={value} />;
  if (column.kind === 'date') return <span>{date(String(value))}</span>;
  return <span>{typeof value === 'number' ? count(value) : value}</span>;
}

/** The table's own layout while its rows are on the way. */
export function SkeletonRows({ columns }: { columns: number }) {
  return (
    <div className={classes.body} style={{ height: SKELETON_ROWS * ROW_PX }} aria-hidden>
      {Array.from({ length: SKELETON_ROWS }, (_, index) => (
        <div
          key={index}
          className={classes.row}
          style={{ transform: `translateY(${index * ROW_PX}px)` }}
        >
          {Array.from({ length: columns }, (_, column) => (
            <Skeleton key={column} height={12} className={classes.bone ?? ''} />
          ))}
        </div>
      ))}
    </div>
  );
}
