import type { Column } from './columns';

/** A text that a spreadsheet would take for a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;

function quoted(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Cents as a plain decimal text that every spreadsheet reads: `-1049.25`. */
function decimal(amountCents: number): string {
  return (amountCents / 100).toFixed(2);
}

/**
 * The table as shown, as CSV text with a byte order mark (Excel reads UTF-8 by it). Text that looks
 * like a formula is defused: names come from two other systems.
 */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const shown = columns.filter((column) => !column.controls);
  const lines = [shown.map((column) => quoted(column.header)).join(',')];
  for (const row of rows) {
    const cells = shown.map((column) => {
      const value = column.value(row);
      if (value === null) return '';
      if (typeof value === 'string') return quoted(value);
      return column.kind === 'money' ? decimal(value) : String(value);
    });
    lines.push(cells.join(','));
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Hands a text to the browser as a file. */
export function download(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
