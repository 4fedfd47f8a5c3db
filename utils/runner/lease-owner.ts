import { z } from 'zod';
import type { LedgerDatabase } from '../store/database';

const KEY = 'browser';
const stored = z.object({ owner: z.string().min(1) });

/** The random id of this browser profile, made when it is first asked for. */
export async function browserId(db: LedgerDatabase, newId: () => string): Promise<string> {
  return db.transaction('rw', db.settings, async () => {
    const known = stored.safeParse((await db.settings.get(KEY))?.value);
    if (known.success) return known.data.owner;
    return newBrowserId(db, newId);
  });
}

/** A new one in its place: this database is not the one that had the name. */
export async function newBrowserId(db: LedgerDatabase, newId: () => string): Promise<string> {
  const owner = newId();
  await db.settings.put({ key: KEY, value: { owner } });
  return owner;
}
