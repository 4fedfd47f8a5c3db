import {
  getCoreRowModel,
  getFilteredRowModel,
  getSortedRowModel,
  type RowSelectionState,
  type SortingState,
  useReactTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { formatTagOf } from '../../../utils/wording/locale';
import { useWording } from '../wording';
import { type Column, type Filter, toColumnDefs } from './columns';
import { rowMatches } from './search';

/** What a table is made of. */
export interface TableSource<Row> {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  columns: readonly Column<Row>[];
  filters?: readonly Filter<Row>[] | undefined;
  initialSort?: { id: string; desc: boolean } | undefined;
}

/** One list for all: a new one each time would make the table work without end. */
const NO_FILTERS: readonly never[] = [];

/** Rows of a table after search, filters and sorting, and what was chosen. */
export function useDataTable<Row>(source: TableSource<Row>) {
  const { locale } = useWording();
  const { rows, columns, filters = NO_FILTERS } = source;
  const [search, setSearch] = useState('');
  const [sorting, setSorting] = useState<SortingState>(
    source.initialSort ? [source.initialSort] : [],
  );
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(filters.map((filter) => [filter.id, filter.initial ?? ''])),
  );
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});

  const narrowed = useMemo(() => {
    const active = filters.filter((filter) => chosen[filter.id]);
    return rows.filter((row) =>
      active.every((filter) => filter.matches(row, chosen[filter.id] ?? '')),
    );
  }, [rows, filters, chosen]);

  const table = useReactTable<Row>({
    data: narrowed,
    columns: useMemo(() => toColumnDefs(columns, formatTagOf(locale)), [columns, locale]),
    state: { sorting, globalFilter: search, rowSelection },
    getRowId: source.rowId,
    onSortingChange: setSorting,
    onRowSelectionChange: setRowSelection,
    globalFilterFn: (row, _column, typed: string) =>
      rowMatches(
        columns.map((column) => column.value(row.original)),
        typed,
      ),
    // A row is looked through as a whole, which is asked once and not for each of its columns.
    getColumnCanGlobalFilter: ({ id }) => id === columns[0]?.id,
    getCoreRowModel: getCoreRowModel(),
    getFilteredRowModel: getFilteredRowModel(),
    getSortedRowModel: getSortedRowModel(),
    sortDescFirst: false,
  });

  const showAll = () => {
    setSearch('');
    setChosen({});
  };

  return {
    table,
    shown: table.getRowModel().rows,
    search,
    setSearch,
    chosen,
    choose: (id: string, value: string) => setChosen({ ...chosen, [id]: value }),
    showAll,
  };
}
