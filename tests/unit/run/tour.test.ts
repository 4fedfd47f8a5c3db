import { describe, expect, test } from 'vitest';
import { countDuplicates } from '../../run/tour/duplicates';
import { complaints, type RunSummary, type Summary } from '../../run/tour/summary';

const run: RunSummary = {
  status: 'success',
  planned: 3,
  done: 2,
  skipped: 1,
  failed: 0,
  notAttempted: 0,
  qboRequests: 9,
  tpsRequests: 9,
  writes: 3,
  ms: 1,
};
const good: Summary = {
  runs: [run, { ...run, planned: 0, done: 0, skipped: 0, writes: 0 }],
  tieOut: { tpsCents: 1, qboCents: 1, named: [], unexplainedCents: 0 },
  ledger: { duplicatesInTps: 0, duplicatesInQbo: 0 },
  files: { history: 'sync-history.xlsx', screenshots: [] },
};

describe('a tour is a proof only when', () => {
  test('everything ties out', () => expect(complaints(good)).toEqual([]));

  test.each<[string, Partial<Summary>]>([
    ['no run failed', { runs: [{ ...run, status: 'failed' }] }],
    ['no entry failed', { runs: [{ ...run, failed: 1, done: 1 }] }],
    ['every planned change is accounted for', { runs: [{ ...run, done: 1 }] }],
    ['the last run writes nothing', { runs: [run, run] }],
    ['no cent is unexplained', { tieOut: { ...good.tieOut, unexplainedCents: -1 } }],
    ['nothing stands twice in TPS', { ledger: { duplicatesInTps: 1, duplicatesInQbo: 0 } }],
    ['nothing stands twice in QuickBooks', { ledger: { duplicatesInTps: 0, duplicatesInQbo: 1 } }],
  ])('%s', (_name, wrong) => {
    expect(complaints({ ...good, ...wrong })).not.toEqual([]);
  });
});

test('two documents with the same twin are a duplicate, a void one is none', () => {
  const inTps = (id: number, status: string, description: string) => ({
    type: 'payment' as const,
    id,
    number: String(id),
    clientId: 1,
    date: '2026-01-01',
    totalCents: 100,
    balanceCents: 0,
    description,
    status,
    applications: [],
  });
  const count = (status: string) =>
    countDuplicates({
      tps: {
        arTotalCents: 0,
        arControlCents: 0,
        clients: [],
        documents: [
          inTps(1, 'posted', 'a [QBO payment 7]'),
          inTps(2, status, '[QBO payment 7]'),
          inTps(3, 'posted', '[QBO payment 8]'),
        ],
      },
      qbo: { arTotalCents: 0, arControlCents: 0, customers: [], documents: [] },
    });
  expect(count('posted')).toEqual({ tps: 1, qbo: 0 });
  expect(count('void')).toEqual({ tps: 0, qbo: 0 });
});
