/**
 * Until version 4 a run's row held what it had held back and found, and was written whole at every
 * step: thousands of documents that wait were written again with each that was done.
 */
import type { Transaction } from 'dexie';
import { z } from 'zod';

const oldRun = z.looseObject({
  id: z.string(),
  pairId: z.string(),
  holds: z.array(z.unknown()),
  findings: z.array(z.unknown()),
});

/** A row that is otherwise is left to whoever checks it. */
export async function toVersion5(transaction: Transaction): Promise<void> {
  const [runs, held] = [transaction.table('runs'), transaction.table('held')];
  for (const stored of await runs.toArray()) {
    const read = oldRun.safeParse(stored);
    if (!read.success) continue;
    const { holds, findings, ...run } = read.data;
    await held.put({ runId: run.id, pairId: run.pairId, holds, findings });
    await runs.put(run);
  }
}
