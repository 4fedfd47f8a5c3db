import type { Page } from 'playwright-core';

const RUN_LINES = 80;
const CHUNK = 5_000;

/** Lines of five years, as runs leave them, written into the database of an extension page. */
export async function fillHistory(page: Page, count: number): Promise<void> {
  await page.evaluate(
    async ({ count, chunk, runLines }) => {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('ledger-bridge');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      // No function has a name here: what runs the bench would give it a helper that no page has.
      const [[like] = [], [run] = []] = await Promise.all(
        ['entries', 'runs'].map(
          (table) =>
            new Promise<object[]>((resolve) => {
              const asked = opened.transaction(table).objectStore(table).getAll(null, 1);
              asked.onsuccess = () => resolve(asked.result);
            }),
        ),
      );
      const now = Date.now();
      for (let from = 0; from < count; from += chunk) {
        const writing = opened.transaction(['entries', 'runs'], 'readwrite');
        for (let n = from; n < Math.min(count, from + chunk); n += 1) {
          const at = new Date(now - (count - n) * 1_500_000).toISOString();
          const runId = `bench-${Math.floor(n / runLines)}`;
          writing.objectStore('entries').put({
            ...like,
            ...{ id: `bench-${n}`, runId, at, number: String(n), superseded: true },
            ...{ recordKey: `tps:invoice:${n}`, amountCents: (n * 7_919) % 1_000_000 },
            clientName: `Client ${(n * 31) % 4_001} inc.`,
          });
          if (n % runLines > 0) continue;
          writing.objectStore('runs').put({ ...run, id: runId, startedAt: at, endedAt: at });
        }
        await new Promise((resolve) => {
          writing.oncomplete = resolve;
        });
      }
      opened.close();
    },
    { count, chunk: CHUNK, runLines: RUN_LINES },
  );
}
