/** What a tour reports: the shape of `summary.json`. */
export interface RunSummary {
  status: 'success' | 'waiting' | 'warning' | 'failed';
  planned: number;
  done: number;
  skipped: number;
  failed: number;
  notAttempted: number;
  qboRequests: number;
  tpsRequests: number;
  /** Requests that could have changed something, on either side. */
  writes: number;
  ms: number;
}

export interface Summary {
  runs: RunSummary[];
  tieOut: {
    tpsCents: number;
    qboCents: number;
    named: { cause: string; cents: number }[];
    unexplainedCents: number;
  };
  ledger: { duplicatesInTps: number; duplicatesInQbo: number };
  files: { history: string; screenshots: string[] };
}

/** Why this tour is no proof that the product works; empty when it is one. */
export function complaints({ runs, tieOut, ledger }: Summary): string[] {
  const found: string[] = [];
  for (const [at, run] of runs.entries()) {
    const name = `run ${at + 1}`;
    const accounted = run.done + run.skipped + run.failed + run.notAttempted;
    if (run.status === 'failed') found.push(`${name} failed`);
    if (run.failed > 0) found.push(`${name} has ${run.failed} failed entries`);
    if (run.planned !== accounted) {
      found.push(`${name} planned ${run.planned} and accounts for ${accounted}`);
    }
  }
  const last = runs.at(-1);
  if (last && last.writes > 0) found.push(`the last run wrote ${last.writes} times`);
  if (runs.slice(0, -1).some((run) => run.writes === 0)) found.push('a run had nothing to write');
  if (tieOut.unexplainedCents !== 0) found.push(`${tieOut.unexplainedCents} cents are unexplained`);
  if (ledger.duplicatesInTps > 0) found.push(`${ledger.duplicatesInTps} duplicates in TPS`);
  if (ledger.duplicatesInQbo > 0) found.push(`${ledger.duplicatesInQbo} duplicates in QuickBooks`);
  return found;
}

/** Longest name of a difference in the table; summary.json has it whole. */
const CAUSE_MAX = 70;

/** The short table at the end. */
export function table({ runs, tieOut, ledger }: Summary): string {
  const money = (cents: number) => (cents / 100).toFixed(2).padStart(14);
  const cut = (text: string) => (text.length > CAUSE_MAX ? `${text.slice(0, CAUSE_MAX)}…` : text);
  const columns = [
    'status',
    'planned',
    'done',
    'skipped',
    'failed',
    'notAttempted',
    'writes',
  ] as const;
  const lines = [
    `run  ${columns.map((column) => column.padStart(13)).join('')}  requests QBO/TPS     time`,
    ...runs.map((run, at) => {
      const cells = columns.map((column) => String(run[column]).padStart(13)).join('');
      const requests = `${run.qboRequests}/${run.tpsRequests}`.padStart(16);
      return `${String(at + 1).padEnd(5)}${cells}  ${requests} ${(run.ms / 1000).toFixed(1).padStart(6)} s`;
    }),
    '',
    `TPS A/R          ${money(tieOut.tpsCents)}`,
    `QuickBooks A/R   ${money(tieOut.qboCents)}`,
    ...tieOut.named.map(({ cause, cents }) => `  named          ${money(cents)}  ${cut(cause)}`),
    `unexplained      ${money(tieOut.unexplainedCents)}`,
    `duplicates        TPS ${ledger.duplicatesInTps}, QuickBooks ${ledger.duplicatesInQbo}`,
  ];
  return lines.join('\n');
}
