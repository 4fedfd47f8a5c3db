/** What this browser knows about the shared set-up, kept beside its own. */
import { z } from 'zod';
import type { LedgerDatabase } from '../store/database';
import { sharedBaseKey } from '../store/shared-base';
import type { Phrase } from '../wording/phrase';
import type { RowConflict } from './merge';
import type { SetupRows } from './rows';
import { type SetupHead, setupHead } from './stored-setup';

const rows = z.array(z.tuple([z.string(), z.string()]));
const baseSchema = z.object({ generation: z.number(), doc: z.string(), rows });

export interface SetupBase {
  readonly generation: number;
  readonly doc: string;
  readonly rows: SetupRows;
}

/** What there is to say; the screens show it. */
export interface SharingStatus {
  /** The set-up of the firm as last seen in QuickBooks; null when there was none. */
  readonly head: SetupHead | null;
  readonly conflicts: readonly RowConflict[];
  /** Why it could not be read or written. */
  readonly problem: { readonly what: Phrase; readonly technical: string | null } | null;
}

const NOTHING: SharingStatus = { head: null, conflicts: [], problem: null };

/** The generation that this browser has taken in last, or wrote; null before the first. */
export async function baseOf(db: LedgerDatabase, pairId: string): Promise<SetupBase | null> {
  const read = baseSchema.safeParse((await db.settings.get(sharedBaseKey(pairId)))?.value);
  return read.success ? { ...read.data, rows: new Map(read.data.rows) } : null;
}

export async function keepBase(db: LedgerDatabase, pairId: string, base: SetupBase): Promise<void> {
  const value = { ...base, rows: [...base.rows] };
  await db.settings.put({ key: sharedBaseKey(pairId), value });
}

/** Rows that were taken in, but could not be put in their place yet. */
export async function laterOf(db: LedgerDatabase, pairId: string): Promise<SetupRows> {
  const read = rows.safeParse((await db.settings.get(`sharedSetup.later:${pairId}`))?.value);
  return new Map(read.success ? read.data : []);
}

export async function keepLater(db: LedgerDatabase, pairId: string, later: SetupRows) {
  await db.settings.put({ key: `sharedSetup.later:${pairId}`, value: [...later] });
}

const statusSchema = z.object({
  head: setupHead.nullable(),
  conflicts: z.array(
    z.object({ key: z.string(), mine: z.string().nullable(), theirs: z.string().nullable() }),
  ),
  problem: z
    .object({
      what: z.custom<Phrase>((value) => z.object({ id: z.string() }).safeParse(value).success),
      technical: z.string().nullable(),
    })
    .nullable(),
});

export async function statusOf(db: LedgerDatabase, pairId: string): Promise<SharingStatus> {
  const stored = (await db.settings.get(`sharedSetup.status:${pairId}`))?.value;
  const read = statusSchema.safeParse(stored);
  return read.success ? read.data : NOTHING;
}

export async function keepStatus(
  db: LedgerDatabase,
  pairId: string,
  status: SharingStatus,
): Promise<void> {
  await db.settings.put({ key: `sharedSetup.status:${pairId}`, value: status });
}
