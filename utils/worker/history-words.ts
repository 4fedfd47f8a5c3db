/** Titles and words of the Excel file. */
import { ENTRY_COLUMNS, type HistoryExport, RUN_COLUMNS } from '../export/history-export';
import type { Locale } from '../wording/locale';
import { type PhraseId, phrase } from '../wording/phrase';
import { render } from '../wording/render';

export type Word =
  | 'successful'
  | 'success'
  | 'warning'
  | 'failed'
  | 'conflict'
  | 'waiting'
  | 'skipped'
  | 'cancelled'
  | 'paused'
  | 'preview'
  | 'working'
  | 'applying'
  | 'create'
  | 'link'
  | 'update'
  | 'void'
  | 'delete'
  | 'activate'
  | 'deactivate'
  | 'topLevel'
  | 'paymentLink'
  | 'tag'
  | 'freeNumber'
  | 'client'
  | 'invoice'
  | 'payment'
  | 'adjustment'
  | 'foreign';

export function words(locale: Locale): (word: Word) => string {
  return (word) => render(phrase(`word.${word}`), locale);
}

export function headings(locale: Locale): HistoryExport['headings'] {
  const title = (id: PhraseId) => render(phrase(id), locale);
  return {
    sheets: { runs: title('excel.runs'), entries: title('excel.entries') },
    runs: titles(RUN_COLUMNS, (column) => title(`excel.${column}`)),
    entries: titles(ENTRY_COLUMNS, (column) => title(`excel.${column}`)),
  };
}

function titles<C extends string>(
  columns: readonly C[],
  title: (column: C) => string,
): Record<C, string> {
  const made: Partial<Record<C, string>> = {};
  for (const column of columns) made[column] = title(column);
  return made as Record<C, string>;
}
