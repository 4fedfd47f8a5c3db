/**
 * The workbook of the mappings as the background worker and the offscreen page hand it over: going
 * out as titled columns of texts, coming back as sheets of texts. What a cell means is decided by
 * `utils/worker/mappings-file`; here it is text, and limits.
 */
import { z } from 'zod/mini';

/** A file of 10,000 clients takes 0.5 MB. */
export const FILE_BYTES_MAX = 8_000_000;
/** What the file may unpack to. A file of 10,000 clients unpacks to 5 MB. */
export const UNPACKED_BYTES_MAX = 100_000_000;
/** Rows of one sheet, its heading included. */
export const ROWS_MAX = 25_000;
/** Columns further right are not looked at. */
export const COLUMNS_MAX = 40;
export const SHEETS_MAX = 30;

const text = z.string();
const rowsOfTexts = z.array(z.array(text)).check(z.maxLength(ROWS_MAX - 1));

const column = z.object({
  heading: text,
  /** In characters. */
  width: z.number(),
  /** Grey: for the computer, not for people. */
  quiet: z.boolean(),
  /** Which of `lists` Excel offers in this column; null for none. */
  list: z.nullable(z.number()),
});

export const mappingsBook = z.object({
  about: z.object({
    title: text,
    /** Label, what it says, and in grey what the import looks for. */
    facts: z.array(z.object({ label: text, says: text, tag: text })),
    help: z.array(text),
  }),
  sheets: z.array(z.object({ title: text, columns: z.array(column), rows: rowsOfTexts })),
  lists: z.object({
    title: text,
    columns: z.array(z.object({ heading: text, values: z.array(text) })),
  }),
});

export type MappingsBook = z.infer<typeof mappingsBook>;
export type BookColumn = z.infer<typeof column>;

const sheetTexts = z.object({
  name: text,
  /** Rows that hold any text, by their number in the sheet (the first one is 1). */
  rows: z.array(z.object({ row: z.number(), cells: z.array(text) })),
});

/** A workbook as texts, or why it is none that we read. */
export const workbookTexts = z.union([
  z.object({ ok: z.literal(true), sheets: z.array(sheetTexts) }),
  z.discriminatedUnion('why', [
    z.object({ ok: z.literal(false), why: z.literal('notExcel') }),
    z.object({ ok: z.literal(false), why: z.literal('tooBig') }),
    z.object({ ok: z.literal(false), why: z.literal('damaged'), technical: text }),
    z.object({ ok: z.literal(false), why: z.literal('tooManyRows'), sheet: text }),
  ]),
]);

export type SheetTexts = z.infer<typeof sheetTexts>;
export type WorkbookTexts = z.infer<typeof workbookTexts>;
