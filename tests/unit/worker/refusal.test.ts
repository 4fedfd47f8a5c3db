import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { LedgerDatabase } from '../../../utils/store/database';
import { refusalOf } from '../../../utils/worker/refusal';

/** The error that a first read of this database gives. */
async function errorOf(db: LedgerDatabase): Promise<unknown> {
  return db.pairs.toArray().then(
    () => null,
    (error: unknown) => error,
  );
}

describe('a database that cannot be opened', () => {
  it('of a newer version is said to be that', async () => {
    const newer = new Dexie('newer');
    newer.version(99).stores({ pairs: 'id' });
    await newer.open();
    newer.close();
    const refusal = refusalOf(await errorOf(new LedgerDatabase('newer')));
    expect(refusal.what.id).toBe('store.newer');
    expect(refusal.technical).toContain('VersionError');
  });

  it('of a newer version is refused by a worker that had it open, too', async () => {
    const running = new LedgerDatabase('overtaken');
    await running.pairs.toArray();
    const newer = new Dexie('overtaken');
    newer.version(99).stores({ pairs: 'id' });
    await newer.open();
    newer.close();
    expect(refusalOf(await errorOf(running)).what.id).toBe('store.newer');
    expect(refusalOf(await errorOf(running)).what.id).toBe('store.newer');
  });

  it('for another reason comes with what to do', async () => {
    const db = new LedgerDatabase('closed');
    await db.open();
    db.close();
    expect(refusalOf(await errorOf(db)).what.id).toBe('store.cannotOpen');
    const broken = new LedgerDatabase('broken');
    const open = indexedDB.open;
    indexedDB.open = () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    };
    expect(refusalOf(await errorOf(broken)).what.id).toBe('store.cannotOpen');
    indexedDB.open = open;
  });

  it('is told apart from every other failure', () => {
    expect(refusalOf(new TypeError('x is undefined')).what.id).toBe('request.failed');
    expect(refusalOf('x').what.id).toBe('request.failed');
  });
});
