/**
 * What this database remembers of its own lease. A beat is journaled before it is written, so a note
 * under our name that is beyond it was written by somebody else with our name: the database is old
 * (a restored profile), or it was copied (a cloned computer).
 */
import { z } from 'zod';
import type { LedgerDatabase } from '../store/database';
import { newBrowserId } from './lease-owner';

const KEY = 'lease';
const stored = z.object({ beat: z.number().int(), run: z.string() });

export interface Beat {
  readonly beat: number;
  readonly run: string;
}

export interface LeaseMemory {
  /** Null where nothing is remembered: a new browser, or one of an earlier version. */
  known(): Promise<Beat | null>;
  journal(beat: Beat | null): Promise<void>;
  /** Takes a new name; answers it. */
  rename(): Promise<string>;
}

export function leaseMemory(db: LedgerDatabase, newId: () => string): LeaseMemory {
  return {
    async known() {
      const read = stored.safeParse((await db.settings.get(KEY))?.value);
      return read.success ? read.data : null;
    },
    async journal(beat) {
      if (beat === null) await db.settings.delete(KEY);
      else await db.settings.put({ key: KEY, value: { beat: beat.beat, run: beat.run } });
    },
    async rename() {
      await db.settings.delete(KEY);
      return newBrowserId(db, newId);
    },
  };
}

/** Remembers nothing: every note under our name counts as ours. */
export const NO_MEMORY: LeaseMemory = {
  known: async () => null,
  journal: async () => {},
  rename: async () => {
    throw new Error('nothing is remembered, so nothing is foreign');
  },
};

/** A note under our name that this database has not written. */
export function isStranger(
  body: (Beat & { readonly owner: string }) | null,
  owner: string,
  known: Beat | null,
): boolean {
  if (body === null || body.owner !== owner || known === null) return false;
  return body.beat > known.beat || (body.beat === known.beat && body.run !== known.run);
}
