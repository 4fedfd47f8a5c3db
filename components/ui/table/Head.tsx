import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Table } from '@tanstack/react-table';
import { useWording } from '../wording';
import { type Column, isNumeric } from './columns';
import classes from './DataTable.module.css';

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

/** The header row: stays in sight, sorts on a click. */
export function Head<Row>(props: {
  table: Table<Row>;
  columns: readonly Column<Row>[];
  selectable: boolean;
}) {
  const { t } = useWording();
  const { table } = props;
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: rows are virtual, so this is an ARIA grid
    // biome-ignore-start lint/a11y/useFocusableInteractive: the buttons inside take the focus
    <div className={classes.head} role="row" aria-rowindex={1}>
      {props.selectable ? (
        <div role="columnheader">
          <label className={classes.check}>
            <input
              type="checkbox"
              aria-label={t('table.selectAll')}
              checked={table.getIsAllRowsSelected()}
              ref={(box) => {
                if (box) box.indeterminate = table.getIsSomeRowsSelected();
              }}
              onChange={table.getToggleAllRowsSelectedHandler()}
            />
          </label>
        </div>
      ) : null}
      {props.columns.map((column) => {
        const header = table.getColumn(column.id);
        const sorted = header?.getIsSorted() || null;
        const Arrow = sorted === 'desc' ? IconArrowDown : IconArrowUp;
        return (
          <div
            key={column.id}
            role="columnheader"
            className={`${classes.cell} ${isNumeric(column) ? classes.numeric : ''}`}
            aria-sort={sorted ? ARIA_SORT[sorted] : undefined}
          >
            {column.controls ? (
              <span className={column.header ? classes.label : 'lb-hidden'}>
                {column.header || t('column.actions')}
              </span>
            ) : (
              <button
                type="button"
                className={classes.sort}
                data-sorted={sorted ?? undefined}
                onClick={header?.getToggleSortingHandler()}
              >
                {column.header}
                <Arrow size={14} aria-hidden />
              </button>
            )}
          </div>
        );
      })}
    </div>
    // biome-ignore-end lint/a11y/useFocusableInteractive: see above
    // biome-ignore-end lint/a11y/useSemanticElements: see above
  );
}
