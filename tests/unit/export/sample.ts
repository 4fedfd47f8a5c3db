import type { HistoryEntry, HistoryExport, HistoryRun } from '../../../utils/export/history-export';
import { ENTRY_COLUMNS, RUN_COLUMNS } from '../../../utils/export/history-export';

export const run: HistoryRun = {
  startedAt: '2026-11-22T14:03:09.512Z',
  endedAt: null,
  description: 'Semaine 47 – Côté & fils',
  status: 'Successful',
  planned: 47,
  done: 45,
  skipped: 1,
  failed: 1,
  notAttempted: 0,
  doneCents: 1_820_410,
  tpsCents: 8_431_022,
  qboCents: 8_399_782,
  unexplainedCents: null,
};

export const entry: HistoryEntry = {
  at: '2026-11-22T14:03:10.000Z',
  run: run.description,
  status: 'Failed',
  direction: 'TPS to QuickBooks',
  verb: 'Create',
  type: 'Invoice',
  number: '1042',
  client: "L'Écuyer & Sons <Ltd>",
  date: '2026-03-08',
  amountCents: -31_240,
  message: 'Invoice 1042 already exists.',
  technical: null,
  ignored: null,
  reason: '',
};

export function historyOf(entries: HistoryEntry[], runs: HistoryRun[] = [run]): HistoryExport {
  const titles = <K extends string>(keys: readonly K[]) =>
    Object.fromEntries(keys.map((key) => [key, `T ${key}`])) as Record<K, string>;
  return {
    runs,
    entries,
    headings: {
      sheets: { runs: 'Runs', entries: 'Entries' },
      runs: titles(RUN_COLUMNS),
      entries: titles(ENTRY_COLUMNS),
    },
  };
}
