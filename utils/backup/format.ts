/**
 * The backup file: gzip of UTF-8 JSON lines. The first line is the head; each other line is one
 * answer of a system (`page`), as it came. Pages of QuickBooks overlap by a few rows, so rows are
 * counted by their id.
 */
import { z } from 'zod';
import { ENTITIES_OF, type RawEntity, SHELVES } from '../port/raw-entities';
import type { BackupCounts } from '../store/backup-record';

export const FORMAT = 'ledger-bridge-backup';
export const VERSION = 1;

const count = z.number().int().min(0);
const counts = z.record(
  z.enum(SHELVES),
  z.record(z.string(), count),
) satisfies z.ZodType<BackupCounts>;

export const backupHead = z.looseObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** Instant at which the reading began. */
  madeAt: z.iso.datetime(),
  firm: z.object({ id: z.string(), name: z.string() }),
  company: z.object({ realm: z.string(), name: z.string() }),
  currency: z.string(),
  counts,
  /** Lines after this one. */
  pages: count,
});
export type BackupHead = z.output<typeof backupHead>;

/** The head of any version, to tell a newer file from a foreign one. */
export const anyHead = z.looseObject({ format: z.literal(FORMAT), version: z.number().int() });

const KNOWN: ReadonlySet<string> = new Set(SHELVES.flatMap((shelf) => ENTITIES_OF[shelf]));

export const backupLine = z
  .object({
    shelf: z.enum(SHELVES),
    entity: z.custom<RawEntity>((name) => typeof name === 'string' && KNOWN.has(name)),
    page: z.number().int().min(1),
    body: z.unknown(),
  })
  .refine(({ shelf, entity }) => ENTITIES_OF[shelf].includes(entity), 'another shelf');
export type BackupLine = z.output<typeof backupLine>;

export function noCounts(): BackupCounts {
  return { tps: {}, qbo: {}, own: {} };
}

export function totalOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, rows) => sum + rows, 0);
}
