/** What goes into the file of the history. Texts are rendered already, in the user's language. */
import { z } from 'zod/mini';

/** More rows than this take a browser tab minutes and messages of tens of megabytes. */
export const ROWS_MAX = 100_000;

const text = z.string();
const count = z.number().check(z.int(), z.nonnegative());
const amountCents = z.number().check(z.int());
const instant = z.iso.datetime();

const run = z.object({
  startedAt: instant,
  endedAt: z.nullable(instant),
  description: text,
  status: text,
  planned: count,
  done: count,
  skipped: count,
  failed: count,
  notAttempted: count,
  doneCents: amountCents,
  /** A/R of both sides when the run ended; null where it never came to a tie-out. */
  tpsCents: z.nullable(amountCents),
  qboCents: z.nullable(amountCents),
  unexplainedCents: z.nullable(amountCents),
});

const entry = z.object({
  at: instant,
  /** Description of its run. */
  run: text,
  status: text,
  direction: text,
  verb: text,
  type: text,
  number: text,
  client: text,
  /** Accounting date; null for a client. */
  date: z.nullable(z.iso.date()),
  amountCents,
  message: text,
  technical: z.nullable(text),
  /** When a person removed the entry, and why; null and empty for the others. */
  ignored: z.nullable(instant),
  reason: text,
});

export type HistoryRun = z.infer<typeof run>;
export type HistoryEntry = z.infer<typeof entry>;
export type RunColumn = keyof HistoryRun;
export type EntryColumn = keyof HistoryEntry;

/** Columns of the sheets, from left to right. */
export const RUN_COLUMNS = [
  'startedAt',
  'endedAt',
  'description',
  'status',
  'planned',
  'done',
  'skipped',
  'failed',
  'notAttempted',
  'doneCents',
  'tpsCents',
  'qboCents',
  'unexplainedCents',
] as const satisfies readonly RunColumn[];

export const ENTRY_COLUMNS = [
  'at',
  'run',
  'status',
  'direction',
  'verb',
  'type',
  'number',
  'client',
  'date',
  'amountCents',
  'message',
  'technical',
  'ignored',
  'reason',
] as const satisfies readonly EntryColumn[];

const headings = z.object({
  sheets: z.object({ runs: text, entries: text }),
  runs: z.record(z.enum(RUN_COLUMNS), text),
  entries: z.record(z.enum(ENTRY_COLUMNS), text),
});

export const historyExport = z.object({
  runs: z.array(run).check(z.maxLength(ROWS_MAX)),
  entries: z.array(entry).check(z.maxLength(ROWS_MAX)),
  headings,
});

export type HistoryExport = z.infer<typeof historyExport>;
