/** The history as rows for Excel, already in words. */

import type { HistoryExport } from '../export/history-export';
import type { LedgerDatabase } from '../store/database';
import { soundRows } from '../store/kept-rows';
import type { Locale } from '../wording/locale';
import { render } from '../wording/render';
import { headings, words } from './history-words';

export async function historyExport(
  db: LedgerDatabase,
  pairId: string,
  locale: Locale,
  at: string,
): Promise<HistoryExport> {
  const [runs, stored, ignores] = await Promise.all([
    db.runs
      .orderBy('startedAt')
      .filter((run) => run.pairId === pairId)
      .toArray(),
    db.entries
      .orderBy('at')
      .filter((entry) => entry.pairId === pairId)
      .toArray(),
    db.ignores.where('pairId').equals(pairId).toArray(),
  ]);
  const entries = await soundRows(db, 'entries', stored, at);
  const ignored = new Map(ignores.map((row) => [row.recordKey, row]));
  const names = new Map(runs.map((run) => [run.id, run.description || run.startedAt]));
  const word = words(locale);
  return {
    headings: headings(locale),
    runs: runs.map((run) => ({
      startedAt: run.startedAt,
      endedAt: run.endedAt,
      description: run.description,
      status: word(run.status),
      planned: run.counts.planned,
      done: run.counts.done,
      skipped: run.counts.skipped,
      failed: run.counts.failed,
      notAttempted: run.counts.notAttempted,
      doneCents: run.doneCents,
      tpsCents: run.tieOut?.tpsCents ?? null,
      qboCents: run.tieOut?.qboCents ?? null,
      unexplainedCents: run.tieOut?.unexplainedCents ?? null,
    })),
    entries: entries.map((entry) => {
      const removed = ignored.get(entry.recordKey);
      return {
        at: entry.at,
        run: names.get(entry.runId) ?? entry.runId,
        status: word(entry.status),
        direction: entry.to === 'qbo' ? 'TPS → QuickBooks' : 'QuickBooks → TPS',
        verb: word(entry.verb),
        type: word(entry.type),
        number: entry.number,
        client: entry.clientName,
        date: entry.date,
        amountCents: entry.amountCents,
        message: render(entry.message, locale),
        technical: entry.technical,
        ignored: removed?.at ?? null,
        reason: removed?.reason ?? '',
      };
    }),
  };
}
