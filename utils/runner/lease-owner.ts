import { z } from 'zod';
import type { LedgerDatabase } from '../store/database';

const KEY = 'browser';
const stored = z.object({ owner: z.string().min(1) });

/** The random id of this browser profile, made when it is first asked for. */
export async function browserId(db: LedgerDatabase, newId: () => string): Promise<string> {
  return db.transaction('rw', db.settings, async () => {
    const known = stored.safeParse((await db.settings.get(KEY))?.value);
    if (known.success) return known.data.owner;
    const owner = newId();
    await db.settings.put({ key: KEY, value: { owner } });
    return owner;
  });
}
