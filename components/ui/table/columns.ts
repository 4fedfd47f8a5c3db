import type { ColumnDef, SortingFn } from '@tanstack/react-table';
import type { ReactNode } from 'react';

/** What a cell is worth for sorting, searching and the CSV file. */
export type CellValue = string | number | null;

/** A column of a DataTable. Amounts are in cents and marked with `kind: 'money'`. */
export interface Column<Row> {
  id: string;
  header: string;
  /** What is sorted, searched and downloaded. */
  value: (row: Row) => CellValue;
  /** What is drawn; the value itself where this is left out. */
  cell?: (row: Row) => ReactNode;
  kind?: 'text' | 'money' | 'number' | 'date';
  /** CSS grid track, for instance `minmax(160px, 2fr)`. */
  track: string;
  /** What stands in the total row. */
  total?: ReactNode;
  /** Column of buttons: neither sorted nor downloaded. */
  controls?: boolean;
}

/** A choice above the table that narrows its rows. */
export interface Filter<Row> {
  id: string;
  label: string;
  options: readonly { value: string; label: string }[];
  matches: (row: Row, value: string) => boolean;
  /** Chosen at first; empty shows all. */
  initial?: string;
}

/** Empty cells go last, whichever way the table is sorted; text follows the locale. */
export function compareCells(a: CellValue, b: CellValue, locale: string): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collatorOf(locale).compare(String(a), String(b));
}

/** Made once for each language: with thousands of rows `localeCompare` takes seconds. */
const collators = new Map<string, Intl.Collator>();

function collatorOf(locale: string): Intl.Collator {
  const known = collators.get(locale);
  if (known) return known;
  const made = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  collators.set(locale, made);
  return made;
}

/** Right-aligned kinds. */
export function isNumeric<Row>(column: Column<Row>): boolean {
  return column.kind === 'money' || column.kind === 'number';
}

/** Our columns as TanStack Table wants them. */
export function toColumnDefs<Row>(
  columns: readonly Column<Row>[],
  locale: string,
): ColumnDef<Row, CellValue>[] {
  return columns.map((column) => {
    const sortingFn: SortingFn<Row> = (a, b) =>
      compareCells(column.value(a.original), column.value(b.original), locale);
    return {
      id: column.id,
      accessorFn: column.value,
      enableSorting: column.controls !== true,
      sortingFn,
    };
  });
}
